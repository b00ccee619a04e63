import { mostPinMisses } from '../../../shared/domain/account.ts';
import { managers } from '../../../shared/domain/person.ts';
import type { Session } from '../../../shared/views.ts';
import type { BackupStanding } from '../../backup/backup-desk.ts';
import { nowAt } from '../../now.ts';
import { findAccount, hasPasswords } from '../../register/accounts/accounts.ts';
import { listPeople } from '../../register/accounts/people.ts';
import type { SignIn } from '../../register/accounts/sign-ins.ts';
import { findRefusedNotice, findRestoreNotice } from '../../register/backup/restore-notice.ts';
import type { Reader } from '../../register/connection.ts';
import { getCampaign, listCampaigns } from '../../register/digital/campaigns.ts';
import { firstEntryOf } from '../../register/emergency-range.ts';
import { countUnprinted } from '../../register/print-jobs.ts';
import { findSettings } from '../../register/settings.ts';
import { limitsOf, whoIsHere } from '../admission.ts';
import { listAble } from '../approval.ts';
import { counterNameOf } from '../counter-name.ts';
import type { QueryScope } from '../door.ts';

/** Who is at the counter is told what is the matter, not where the copies lie. */
const backupSignOf = ({ lastAt, fault, isRunning }: BackupStanding): Session['backup'] => ({
  lastAt,
  fault,
  isRunning,
});

/** What the frame of the window needs to know. */
export function sessionOf({ db, now, context }: Pick<QueryScope, 'db' | 'now' | 'context'>): Session {
  const settings = findSettings(db, now.today);
  const { person, signIn, isLocked } = whoIsHere(context, db);
  const unprinted = countUnprinted(db);
  return {
    setUp: settings !== undefined,
    isSample: settings?.isSample ?? false,
    team: settings === undefined ? teamOf(db) : null,
    now: now.officeTime,
    version: context.version,
    office: settings?.office ?? null,
    counterName: settings ? counterNameOf(db, settings, context.door.device) : '',
    hours: settings?.hours ?? null,
    printing: settings?.printing ?? null,
    codePattern: settings?.codePattern ?? null,
    person,
    isLocked,
    hasPin: signIn !== null && hasPin(db, signIn),
    signsInBy: settings?.isSample ? 'name' : hasPasswords(db) ? 'password' : 'first',
    idleMs: signIn === null ? null : limitsOf(context, db, now.today).idleMs,
    people: listPeople(db),
    approvers: listAble({ db, now, person }, managers, {}).map(({ id }) => id),
    points: settings?.points ?? [],
    isRemote: context.door.kind === 'lan',
    deviceRoles: (context.door.kind === 'lan' && context.door.roles) || null,
    platform: context.platform.kind,
    printers: context.printDesk.printers(),
    unprinted: unprinted.count,
    failedPrints: unprinted.failed,
    backup: backupSignOf(context.backups.standing()),
    emergencyAt: person === null ? null : emergencyAtOf(db),
    restored: person === null ? null : restoredOf(db),
    // Before the first run nobody signs in.
    restoreRefused: person === null && settings !== undefined ? null : refusedOf(db),
  };
}

function restoredOf(db: Reader): Session['restored'] {
  const told = findRestoreNotice(db);
  return told && { ...told, at: officeTimeOf(told.at), copyAt: officeTimeOf(told.copyAt) };
}

function refusedOf(db: Reader): Session['restoreRefused'] {
  const told = findRefusedNotice(db);
  return told && { ...told, at: officeTimeOf(told.at), copyAt: officeTimeOf(told.copyAt) };
}

function emergencyAtOf(db: Reader): string | null {
  const first = firstEntryOf(db);
  return first === undefined ? null : officeTimeOf(first.at);
}

const officeTimeOf = (instant: string): string => nowAt(Date.parse(instant)).officeTime;

/** Of a laptop that a kit alone has set up: the campaign it logs, the latest of several. */
function teamOf(db: Reader): Session['team'] {
  const [latest] = listCampaigns(db);
  const office = latest && getCampaign(db, latest.id).content.office;
  return latest && office ? { campaignId: latest.id, office } : null;
}

/** Whether a PIN reopens it still. */
function hasPin(db: Reader, { person, pinMisses }: SignIn): boolean {
  return pinMisses < mostPinMisses && (findAccount(db, person.id)?.pinHash ?? null) !== null;
}
