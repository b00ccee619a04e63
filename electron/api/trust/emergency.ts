import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { EmergencyRow } from '../../../shared/views-emergency.ts';
import { nowAt } from '../../now.ts';
import { nameOfPerson } from '../../register/accounts/people.ts';
import {
  type Emergency,
  endOfChain,
  faultOfMerge,
  listEmergencies,
  lookAt,
  whileOpen,
} from '../../register/damage/emergencies.ts';
import { entriesHeld, hasTwin, type Taken, takenOf } from '../../register/damage/emergency-twins.ts';
import { mergeEmergency, stepsOfMerge } from '../../register/damage/merge-emergency.ts';
import { approvedLong } from '../approved.ts';
import { type QueryScope, query } from '../door.ts';

/** What was received in an emergency register, brought into the register once that is back. */
export const emergencyRoutes = {
  /** Emergency registers that lie aside, the newest first, each with what a merge would bring; nothing is changed. */
  list: query(['administrator'], z.void(), (scope): Promise<EmergencyRow[]> => {
    const all = listEmergencies(scope.context.register.folder, scope.db);
    return Promise.all(all.map((found) => rowOf(scope, found, all)));
  }),

  /**
   * Brings one in: cases, their acts, money, slips, notices, feedback, ratings, digital support, requests about one's own data and
   * breaches, under the numbers that are on paper. All of it or nothing, in small steps, and once. Needs a second manager, as its
   * file names whom it likes. The file stays where it lies. Throws mergeFailed, busy, cancelled, and what an approval does.
   */
  merge: approvedLong(
    ['administrator'],
    ['cases', 'money', 'slips', 'rights', 'feedback', 'digital'],
    z.object({ name: z.string().max(80) }),
    async (scope, { name }): Promise<{ cases: number; payments: number }> => {
      const { context, approver } = scope;
      const all = listEmergencies(context.register.folder, scope.db);
      const found = all.find((one) => one.name === name);
      if (!found) throw new AppError('mergeFailed', { why: 'gone' });
      const known = faultOfTaken(takenOf(scope.db, found, all));
      if (known !== null) throw new AppError('mergeFailed', { why: known });
      const { fault } = await lookAt(scope.db, found.file, context.backups.prover.prove);
      if (fault !== null) throw new AppError('mergeFailed', { why: fault });
      const merged = await whileOpen(found, (source) =>
        scope.writeInChunks('merge', stepsOfMerge(source), function* ({ tx, record }) {
          const why = faultOfTaken(takenOf(tx, found, all)) ?? faultOfMerge(tx, source);
          if (why !== null) throw new AppError('mergeFailed', { why });
          const sums = yield* mergeEmergency(tx, source);
          const { mark, at: openedAt } = found;
          const end = { ...endOfChain(source), taken: entriesHeld(source) };
          const told = { mark, openedAt, ...end, ...sums, approver: approver.id };
          record('register.merged', 'register', told);
          return sums;
        }),
      );
      context.backups.ask('interval');
      return { cases: merged.cases, payments: merged.payments };
    },
  ),
};

const faultOfTaken = ({ merged, rest }: Taken): 'done' | 'partTaken' | null =>
  merged ? 'done' : rest === null ? null : 'partTaken';

async function rowOf(scope: QueryScope, found: Emergency, all: readonly Emergency[]): Promise<EmergencyRow> {
  const { db } = scope;
  const { name, at, file } = found;
  const taken = takenOf(db, found, all);
  const { merged, rest } = taken;
  const fault = faultOfTaken(taken);
  return {
    name,
    at: nowAt(Date.parse(at)).officeTime,
    merged: merged
      ? {
          at: nowAt(Date.parse(merged.at)).officeTime,
          by: merged.personId === null ? '' : nameOfPerson(db, merged.personId),
        }
      : null,
    rest,
    hasTwin: fault === null && hasTwin(found, all),
    ...(fault !== null ? { fault, work: null } : await lookAt(db, file, scope.context.backups.prover.known)),
  };
}
