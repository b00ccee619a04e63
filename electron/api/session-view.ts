import type { Session } from '../../shared/views.ts';
import type { BackupStanding } from '../backup/backup-desk.ts';
import { findSeated, listPeople } from '../register/people.ts';
import { countUnprinted } from '../register/print-jobs.ts';
import { findSettings } from '../register/settings.ts';
import type { QueryScope } from './door.ts';

/** Who is at the counter is told what is the matter, not where the copies lie. */
const backupSignOf = ({ lastAt, fault, isRunning }: BackupStanding): Session['backup'] => ({
  lastAt,
  fault,
  isRunning,
});

/** What the frame of the window needs to know. */
export function sessionOf({ db, now, door, context }: QueryScope): Session {
  const settings = findSettings(db, now.today);
  const person = findSeated(db, door.device);
  const unprinted = countUnprinted(db);
  return {
    setUp: settings !== undefined,
    isSample: settings?.isSample ?? false,
    now: now.officeTime,
    version: context.version,
    office: settings?.office ?? null,
    hours: settings?.hours ?? null,
    printing: settings?.printing ?? null,
    codePattern: settings?.codePattern ?? null,
    person: person ?? null,
    people: listPeople(db),
    points: settings?.points ?? [],
    platform: context.platform.kind,
    printers: context.printDesk.printers(),
    unprinted: unprinted.count,
    failedPrints: unprinted.failed,
    backup: backupSignOf(context.backups.standing()),
  };
}
