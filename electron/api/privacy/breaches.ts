import { z } from 'zod';
import { breachSchema, timesToCome } from '../../../shared/domain/breach.ts';
import { managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BreachRow } from '../../../shared/views-retention.ts';
import { getBreach, insertBreach, listBreaches, updateBreach } from '../../register/privacy/breaches.ts';
import { command, longCommand, query } from '../door.ts';
import { breachSheet } from './breach-sheet.ts';

const id = z.int().min(1);

/** Breaches of personal data: written down, told within 72 hours, printed (NĐ 356/2025/NĐ-CP Đ23). */
export const breachRoutes = {
  list: query(managers, z.void(), ({ db }): BreachRow[] => listBreaches(db)),

  /**
   * Writes one down, or writes it anew; what it said before stays in the journal. Throws notFound, stale, invalidInput for a
   * time to come.
   */
  save: command(
    ['administrator'],
    [],
    z.object({ breach: breachSchema, known: z.object({ id, version: z.int().min(1) }).nullable() }),
    ({ tx, record, now }, { breach, known }): BreachRow => {
      for (const name of timesToCome(breach, now.officeTime))
        throw new AppError('invalidInput', { fields: { [`breach.${name}`]: 'future' } });
      const saved = known === null ? insertBreach(tx, breach) : getBreach(tx, known.id).id;
      if (known !== null) updateBreach(tx, known.id, known.version, breach);
      record('breach.saved', `breach:${saved}`, breach);
      return getBreach(tx, saved);
    },
  ),

  /** The notice on paper, with blanks where the form is not certain; kept nowhere. Throws notFound. */
  sheet: longCommand(
    managers,
    [],
    z.object({ id }),
    (scope, asked): Promise<{ path: string }> => breachSheet(scope, getBreach(scope.db, asked.id)),
  ),
};
