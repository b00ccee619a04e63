import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { EmergencyRow } from '../../../shared/views-emergency.ts';
import { nameOfPerson } from '../../register/accounts/people.ts';
import { connect } from '../../register/connection.ts';
import {
  type Emergency,
  endOfChain,
  faultOfMerge,
  findMerged,
  listEmergencies,
  lookAt,
} from '../../register/damage/emergencies.ts';
import { mergeEmergency } from '../../register/damage/merge-emergency.ts';
import { command, type QueryScope, query } from '../door.ts';
import { nowAt } from '../now.ts';

/** What was received in an emergency register, brought into the register once that is back. */
export const emergencyRoutes = {
  /** Emergency registers that lie aside, the newest first, each with what a merge would bring; nothing is changed. */
  list: query(['administrator'], z.void(), (scope): EmergencyRow[] =>
    listEmergencies(scope.context.register.folder, scope.db).map((found) => rowOf(scope, found)),
  ),

  /**
   * Brings one in: cases, their acts, money, slips and notices, under the numbers that are on paper. All of it or nothing, and once.
   * Its file stays where it lies. Throws mergeFailed.
   */
  merge: command(
    ['administrator'],
    ['cases', 'money', 'slips'],
    z.object({ name: z.string().max(80) }),
    (scope, { name }): { cases: number; payments: number } => {
      const { tx, context } = scope;
      const found = listEmergencies(context.register.folder, tx).find((one) => one.name === name);
      if (!found) throw new AppError('mergeFailed', { why: 'gone' });
      if (findMerged(tx, found.mark)) throw new AppError('mergeFailed', { why: 'done' });
      const source = connect(found.file, 'read');
      try {
        const why = faultOfMerge(tx, source);
        if (why !== null) throw new AppError('mergeFailed', { why });
        const merged = mergeEmergency(tx, source);
        scope.record('register.merged', 'register', {
          mark: found.mark,
          openedAt: found.at,
          ...endOfChain(source),
          ...merged,
        });
        scope.after(() => context.backups.ask('interval'));
        return { cases: merged.cases, payments: merged.payments };
      } finally {
        source.close();
      }
    },
  ),
};

function rowOf({ db }: QueryScope, { name, at, mark, file }: Emergency): EmergencyRow {
  const merged = findMerged(db, mark);
  return {
    name,
    at: nowAt(Date.parse(at)).officeTime,
    merged: merged
      ? {
          at: nowAt(Date.parse(merged.at)).officeTime,
          by: merged.personId === null ? '' : nameOfPerson(db, merged.personId),
        }
      : null,
    ...(merged ? { fault: 'done' as const, work: null } : lookAt(db, file)),
  };
}
