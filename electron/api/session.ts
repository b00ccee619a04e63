import { z } from 'zod';
import type { Session } from '../../shared/views.ts';
import { lastBackupAt } from '../register/backup.ts';
import { findSeated, getPerson, listPeople, seat } from '../register/people.ts';
import { countUnprinted } from '../register/print-jobs.ts';
import { findSettings } from '../register/settings.ts';
import { command, type QueryScope, query } from './door.ts';

export const sessionRoutes = {
  current: query('anyone', z.void(), (scope) => sessionOf(scope)),

  /** Says who sits at this window from now on. Names only: sign-in comes with passwords. */
  sit: command('anyone', ['session'], z.object({ personId: z.int().min(1) }), (scope, { personId }) => {
    const person = getPerson(scope.tx, personId);
    seat(scope.tx, scope.door.device, person.id);
    scope.record('session.seated', `person:${person.id}`, { name: person.name });
    return sessionOf({ ...scope, db: scope.tx });
  }),
};

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
    platform: context.platform.kind,
    printers: context.printDesk.printers(),
    unprinted: unprinted.count,
    failedPrints: unprinted.failed,
    lastBackupAt: lastBackupAt(context.register.folder),
  };
}
