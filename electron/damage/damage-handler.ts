import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  type DamageView,
  type OfferedBackup,
  type WayOut,
  type WayOutcome,
  type WrongCode,
  wayOutSchema,
} from '../../shared/damage-view.ts';
import { waitAfter } from '../../shared/domain/account.ts';
import type { FindingKind, StartFinding } from '../../shared/start-finding.ts';
import type { Door } from '../door.ts';
import { replyHeaders } from '../http/reply-headers.ts';
import { openWindowFiles } from '../http/window-files.ts';
import { isShut, unlockByCode } from '../locking/unlock.ts';
import { nowAt } from '../now.ts';
import { damagedFile, listAside, registerFiles } from '../register/damage/set-aside.ts';
import { accept } from '../register/damage/soundness.ts';
import { lockFolder } from '../register/lock.ts';
import type { DamageRoom } from './damage-room.ts';
import { diagnosticsOf } from './diagnostics.ts';

export interface DamageDesk {
  folder: string;
  rendererFolder: string;
  room: DamageRoom;
  clock: () => number;
  log: (line: string) => void;
  /** Opens the counter; false when something is still found, which is shown next. */
  open(): Promise<boolean>;
}

/** The ways out of each finding; those that have nothing to work with are left out. */
const waysOf: Record<FindingKind, readonly WayOut[]> = {
  missing: ['again', 'restore', 'salvage', 'emergency'],
  empty: ['again', 'restore', 'salvage', 'emergency'],
  foreign: ['again', 'restore', 'salvage', 'emergency'],
  damaged: ['again', 'restore', 'salvage', 'emergency'],
  chainBroken: ['again', 'restore', 'salvage', 'goOn', 'emergency'],
  rowDiffers: ['again', 'restore', 'salvage', 'goOn', 'emergency'],
  newer: ['again'],
  locked: ['unlock'],
  keyLost: ['unlock', 'again'],
  diskFull: ['again'],
  readOnly: ['again'],
  notReopened: ['again'],
  unchecked: ['check', 'copy', 'again'],
  deaths: ['check', 'copy', 'again'],
};

/** The counter without a register: one page that says what was found, and the ways out. */
export function openDamageHandler(finding: StartFinding, desk: DamageDesk): Hono<{ Bindings: Door }> {
  let found = finding;
  let backups: OfferedBackup[] | null = null;
  let isBusy = false;
  const misses: number[] = [];
  const asksForBackups = waysOf[finding.kind].includes('restore');
  if (asksForBackups)
    desk.room.ask('surveyBackups', desk.folder).then(
      (offered) => {
        backups = offered;
      },
      (error: unknown) => {
        desk.log(`survey: ${String(error)}`);
        backups = [];
      },
    );

  const app = new Hono<{ Bindings: Door }>();
  app.use(replyHeaders);
  app.use(async (context, next) => {
    if (context.env.kind !== 'display') return next();
    return context.text('Quầy đang tạm dừng.', 503);
  });
  app.get('/healthz', (c) => c.json({ status: 'damaged', finding: found.kind }, 503));
  app.get('/so-hong/state', (c) => c.json(viewOf()));
  app.get('/so-hong/chan-doan', (c) => {
    c.header('content-disposition', 'attachment; filename="mot-cua-chan-doan.txt"');
    return c.text(diagnosticsOf(found, desk.folder, nowAt(desk.clock()).officeTime));
  });
  app.post('/so-hong/way', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const asked = wayOutSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success || !viewOf().ways.includes(asked.data.way)) return c.json({ fault: 'invalid' }, 400);
    if (isBusy) return c.json({ fault: 'busy' }, 409);
    const refused = asked.data.way === 'unlock' ? tryCode(asked.data.code ?? '') : null;
    if (refused !== null) return c.json(refused, 403);
    isBusy = true;
    try {
      return c.json(await take(asked.data.way, asked.data.backup ?? ''));
    } catch (error) {
      desk.log(
        `way out ${asked.data.way}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
      return c.json({ fault: 'failed' }, 500);
    } finally {
      isBusy = false;
    }
  });
  app.all('/api/*', (c) => c.json(refusal, 503));
  app.all('/incoming/*', (c) => c.json(refusal, 503));
  app.route('/', openWindowFiles(desk.rendererFolder, 'damage'));
  return app;

  function viewOf(): DamageView {
    const has = {
      restore: (backups?.length ?? 0) > 0,
      salvage: damagedFile(desk.folder) !== null,
      goOn: isThere(),
      check: isThere(),
      copy: isThere(),
    };
    return {
      finding: found,
      folder: desk.folder,
      files: registerFiles(desk.folder),
      aside: listAside(desk.folder),
      ways: waysOf[found.kind].filter((way) => has[way as keyof typeof has] ?? true),
      backups: asksForBackups ? backups : [],
    };
  }

  function isThere(): boolean {
    return existsSync(join(desk.folder, 'register.db'));
  }

  /** Each wrong code makes the next wait longer; there are so many that nobody gets through them. */
  function tryCode(code: string): WrongCode | null {
    const waitMs = waitAfter(misses, Date.now());
    if (waitMs > 0) return { fault: 'wait', seconds: Math.ceil(waitMs / 1000) };
    if (unlockByCode(desk.folder, code)) return null;
    misses.push(Date.now());
    return { fault: 'wrongCode', seconds: Math.ceil(waitAfter(misses, Date.now()) / 1000) };
  }

  async function take(way: WayOut, backup: string): Promise<WayOutcome> {
    const { instant, officeTime } = nowAt(desk.clock());
    const outcome: WayOutcome = { opened: false, aside: null, report: null };
    const file = join(desk.folder, 'register.db');
    // Nobody opens the folder in the middle of it.
    const lock = lockFolder(desk.folder);
    try {
      if (way === 'goOn') accept(file, found, instant);
      if (way === 'restore')
        outcome.aside = await desk.room.ask('restoreBackup', desk.folder, backup, instant, officeTime);
      if (way === 'emergency')
        outcome.aside = await desk.room.ask('openEmergency', desk.folder, instant, officeTime);
      if (way === 'salvage')
        Object.assign(outcome, await desk.room.ask('salvage', desk.folder, instant, officeTime));
      if ((way === 'check' || way === 'copy') && isShut(desk.folder)) {
        found = { kind: 'locked' };
        return outcome;
      }
      if (way === 'copy')
        return { ...outcome, copy: await desk.room.ask('copyRegister', desk.folder, Date.parse(instant)) };
      if (way === 'check') {
        const other =
          (await desk.room.ask('findUnsound', file)) ?? (await desk.room.ask('findUnfolded', file));
        if (other) found = other;
        return outcome;
      }
    } finally {
      lock.release();
    }
    return { ...outcome, opened: await desk.open() };
  }
}

/** As the door refuses, so that a window which was open understands it. */
const refusal = {
  error: { message: 'registerDamaged', code: -32603, data: { app: { code: 'registerDamaged' } } },
};
