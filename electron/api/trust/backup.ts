import { z } from 'zod';
import type { DrillResult } from '../../../shared/domain/backup.ts';
import { managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BackupLack, BackupPlaceView, BackupsView, SealedView } from '../../../shared/views-backup.ts';
import type { By } from '../../backup/backup-journal.ts';
import { placeOf } from '../../backup/carrier.ts';
import { findDrives } from '../../backup/drives.ts';
import { keyName } from '../../backup/place-key.ts';
import type { RestoreSource } from '../../backup/restoring.ts';
import { lackOf, ownerOf } from '../../register/backup/backup-lack.ts';
import { backupsFolder, listBackups } from '../../register/backup/backup-list.ts';
import { findLookedAt, restoringFolder } from '../../register/backup/looked-at.ts';
import { newestOwn } from '../../register/backup/own-copies.ts';
import { findRefusedNotice, findRestoreNotice } from '../../register/backup/restore-notice.ts';
import { dropRestored, findRestored } from '../../register/backup/restored.ts';
import { isTakeAsked } from '../../register/backup/take-mark.ts';
import { askToTake } from '../../register/backup/taking.ts';
import { keepKey } from '../../register/locking/keyring.ts';
import { findSettings } from '../../register/settings.ts';
import { approvedCommand } from '../approved.ts';
import {
  type CommandScope,
  command,
  type LongScope,
  longCommand,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
} from '../door.ts';
import { officeTimeOf, standOf } from './copy-standing.ts';
import { told, toldAtOnce } from './told-fault.ts';

const keepers = ['administrator'] as const;
const folderSchema = z.string().trim().min(1).max(500);
const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('here'), name: z.string().max(60) }),
  z.object({
    kind: z.literal('place'),
    place: folderSchema,
    path: z.string().max(800),
    code: z.string().max(60),
  }),
]);

export const backupRoutes = {
  /** The verified copies, newest first, each with what it lacks of the register as it is now. */
  list: query(managers, z.void(), (scope): BackupsView => {
    const { db, context } = scope;
    const { register, backups } = context;
    const { fault, isRunning, carriedAt, lastDrill } = backups.standing();
    const copies = listBackups(register.folder).map((copy) => ({
      name: copy.name,
      at: officeTimeOf(copy.at),
      reason: copy.reason,
      bytes: copy.bytes,
      cases: copy.cases,
      lastCaseCode: copy.lastCaseCode,
      head: copy.head.slice(0, 8),
      ...standOf(db, copy, register.folder),
    }));
    const { name: newestName } = newestOwn(register.folder, db) ?? {};
    const newest = copies.find(({ name }) => name === newestName);
    return {
      fault,
      isRunning,
      isChanged: newest?.lack ? newest.lack.entries > 0 : true,
      folder: backupsFolder(register.folder),
      place: requireSettings(db, scope.now).backup.place,
      isCodeProven: requireSettings(db, scope.now).backup.key?.isProven ?? true,
      carriedAt: carriedAt && officeTimeOf(carriedAt),
      drill: lastDrill && {
        ...lastDrill,
        at: officeTimeOf(lastDrill.at),
        copyAt: officeTimeOf(lastDrill.copyAt),
      },
      copies,
    };
  }),

  /** A copy now, verified before it counts. Throws backupFailed; the copies before it stay. */
  write: longCommand(managers, ['session'], z.void(), (scope) =>
    told(async () => ({ name: (await scope.context.backups.write('asked', byOf(scope))).name })),
  ),

  /** Restores the newest copy into a folder that is thrown away, and says what came of it; null while there is none. */
  drill: longCommand(
    managers,
    ['backups'],
    z.void(),
    (scope): Promise<DrillResult | null> => told(() => scope.context.backups.drill(byOf(scope))),
  ),

  /** Folders that disks and sticks show up as. */
  drives: query('anyone', z.void(), (scope): string[] => {
    requireKeeper(scope);
    return findDrives();
  }),

  /** The sealed copies in a folder or on a stick, as their first lines tell, and what is none. Throws backupFailed. */
  lookAt: query('anyone', z.object({ place: folderSchema }), (scope, { place }): Promise<SealedView> => {
    requireKeeper(scope);
    const own = findSettings(scope.db, scope.now.today)?.backup.key;
    return told(async () => {
      const { copies, unread } = await scope.context.backups.room.ask('look', place);
      const rows = copies.map(({ path, wrap, ...copy }) => ({
        path,
        at: officeTimeOf(copy.at),
        reason: copy.reason,
        bytes: copy.bytes,
        cases: copy.cases,
        lastCaseCode: copy.lastCaseCode,
        head: copy.head.slice(0, 8),
        unit: copy.unit,
        codeName: keyName(wrap),
        needsCode: !own || keyName(own.wrap) !== keyName(wrap),
        ...(own ? standOf(scope.db, copy) : { lack: null, owner: ownerOf(scope.db, copy), givenUpAt: null }),
      }));
      return { rows, unread };
    });
  }),

  /**
   * Puts a copy together in a folder of its own and proves it there; the register that works is not touched. An administrator's,
   * or anybody's before the first run. Throws backupFailed; stale while another one is about to be taken, as do those below.
   */
  restore: longCommand(
    'anyone',
    ['backups'],
    sourceSchema,
    (scope, source): Promise<{ filesMissing: number }> => {
      requireKeeper(scope);
      requireNoneAsked(scope);
      const { register, backups } = scope.context;
      return told(async () => {
        const from = await withOwnKey(scope, source);
        const { key, ...brought } = await backups.room
          .ask('restore', register.folder, from, scope.person === null)
          .catch((error: unknown) => {
            requireNoneAsked(scope);
            throw error;
          });
        if (key !== null) keepKey(restoringFolder(register.folder), Buffer.from(key));
        // A disk that takes no new copy must not stand in the way of an old one.
        if (scope.person !== null && !isCovered(scope))
          await backups.write('restore', byOf(scope)).catch(() => undefined);
        if (scope.person !== null)
          await backups.note('backup.restored', byOf(scope), { ...sourceWords(source), ...brought });
        return brought;
      });
    },
  ),

  /** What was put together and not yet taken; null when nothing was. */
  restored: query('anyone', z.void(), (scope): BackupPlaceView => {
    requireKeeper(scope);
    const found = toldAtOnce(() => findRestored(scope.context.register.folder, scope.db));
    if (found === null) return null;
    const { at, givenUpAt, ...rest } = found;
    return { ...rest, at: officeTimeOf(at), givenUpAt: givenUpAt && officeTimeOf(givenUpAt) };
  }),

  /** Gives up what was put together, not what is still being put together. */
  forget: command('anyone', ['backups'], z.void(), (scope): null => {
    requireKeeper({ ...scope, db: scope.tx });
    requireNoneAsked(scope);
    const { folder } = scope.context.register;
    if (findLookedAt(folder) !== undefined) dropRestored(folder);
    return null;
  }),

  /**
   * The next opening puts what was put together in the place of the register, which is moved aside; a second person approves.
   * Throws notFound when nothing was put together, stale when more would be lost by now than both were shown.
   */
  take: approvedCommand(
    keepers,
    managers,
    ['backups'],
    /** When the copy was made and what it ends with, as both looked at it. */
    z.object({
      at: z.string(),
      head: z.string().max(64),
      /** What was shown to be lost by it. */
      lack: z.object({ cases: z.int(), touched: z.int(), entries: z.int() }).nullable(),
    }),
    (scope, { at, head, lack }): Taken => {
      const found = requireRestored(scope);
      if (officeTimeOf(found.at) !== at || found.head !== head)
        throw new AppError('notFound', { what: 'backup' });
      if (!isSameLack(found.lack, lack)) throw new AppError('stale', { what: 'restore' });
      return takeRestored(scope, found, requirePerson(scope).name, scope.approver.name);
    },
  ),

  /** The same on a bare machine, where nobody is yet: who has the code has shown enough. Throws alreadySetUp otherwise. */
  takeFirst: command('anyone', ['backups'], z.void(), (scope): Taken => {
    if (findSettings(scope.tx, scope.now.today) !== undefined) throw new AppError('alreadySetUp');
    return takeRestored(scope, requireRestored(scope), null, null);
  }),

  /**
   * Somebody knows that a restore took place and what it cost, or that it did not; the windows say it until then. Throws stale when
   * there is none such.
   */
  acknowledge: command(managers, ['session'], z.object({ seq: z.int().min(1) }), (scope, { seq }): null => {
    const notices = [findRestoreNotice(scope.tx), findRefusedNotice(scope.tx)];
    if (!notices.some((notice) => notice?.seq === seq))
      throw new AppError('stale', { what: 'restoreNotice' });
    scope.record('register.restoreRead', 'register', { seq });
    return null;
  }),
};

type Counted = Pick<BackupLack, 'cases' | 'touched' | 'entries'>;
const isSameLack = (now: Counted | null, shown: Counted | null): boolean =>
  now?.cases === shown?.cases && now?.touched === shown?.touched && now?.entries === shown?.entries;

/** Whether it waits for somebody to start the counter again, or is done at once. */
interface Taken {
  atNextStart: boolean;
}

/** While a restore waits for the next opening nothing takes the place of what was signed for. */
function requireNoneAsked({ context }: Pick<QueryScope, 'context'>): void {
  if (isTakeAsked(context.register.folder)) throw new AppError('stale', { what: 'restoreAsked' });
}

function requireRestored(scope: CommandScope): NonNullable<BackupPlaceView> {
  requireNoneAsked(scope);
  const found = toldAtOnce(() => findRestored(scope.context.register.folder, scope.tx));
  if (found === null) throw new AppError('notFound', { what: 'backup' });
  return found;
}

function takeRestored(
  scope: CommandScope,
  found: NonNullable<BackupPlaceView>,
  by: string | null,
  approver: string | null,
): Taken {
  const { folder } = scope.context.register;
  const { instant, today, officeTime } = scope.now;
  scope.record('register.givenUp', 'register', { copyOf: found.at, lack: found.lack, by, approver });
  const taking = { at: instant, today, officeTime, by, approver, device: scope.door.device };
  const { reopen } = scope.context;
  scope.finish(() => {
    toldAtOnce(() => askToTake(folder, taking, found.head));
    // Once the answer is out.
    if (reopen) setTimeout(reopen, 300);
  });
  return { atNextStart: reopen === undefined };
}

/** Before the first run there is nobody to ask, and nothing to lose; afterwards it is the administrator's. */
function requireKeeper({ db, now, person }: Pick<QueryScope, 'db' | 'now' | 'person'>): void {
  if (findSettings(db, now.today) === undefined) return;
  if (!person?.roles.includes('administrator'))
    throw new AppError(person === null ? 'notSeated' : 'notAllowed');
}

/** A place sealed under the register's own key needs no code typed. */
async function withOwnKey(
  { db, now, context }: LongScope,
  source: z.output<typeof sourceSchema>,
): Promise<RestoreSource> {
  const own = placeOf({ place: 'own', key: findSettings(db, now.today)?.backup.key ?? null });
  if (source.kind === 'here' || own === null) return source;
  const { copies } = await context.backups.room.ask('look', source.place);
  const found = copies.find(({ path }) => path === source.path);
  if (found === undefined || keyName(found.wrap) !== keyName(own.wrap)) return source;
  return { kind: 'place', place: source.place, path: source.path, key: own.key };
}

/** A copy holds all that was done: to look at another needs no new one. */
function isCovered({ db, context }: LongScope): boolean {
  const newest = newestOwn(context.register.folder, db);
  return newest !== undefined && lackOf(db, newest)?.entries === 0;
}

const sourceWords = (source: z.output<typeof sourceSchema>) =>
  source.kind === 'here' ? { name: source.name } : { path: source.path };

const byOf = (scope: LongScope): By => ({ personId: requirePerson(scope).id, device: scope.door.device });
