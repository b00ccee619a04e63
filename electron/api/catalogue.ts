import { z } from 'zod';
import { daySchema } from '../../shared/domain/person.ts';
import { timeLimitSchema } from '../../shared/domain/time-limit.ts';
import { getProcedure, listProcedures, type ProcedureVersion, saveProcedure } from '../register/catalogue.ts';
import { command, query, seated } from './door.ts';

const code = z.string().min(1).max(40);

export const catalogueRoutes = {
  list: query(seated, z.void(), ({ db, now }) =>
    listProcedures(db, now.today, now.office.subtract({ days: 90 }).toPlainDate().toString()),
  ),

  get: query(
    seated,
    z.object({ code }),
    ({ db, now }, input): ProcedureVersion => getProcedure(db, input.code, now.today),
  ),

  /** The ward's own limit and fee from a day on; the national values stay in the version before. */
  save: command(
    ['administrator', 'leader'],
    ['catalogue'],
    z.object({
      code,
      effectiveFrom: daySchema,
      feeVnd: z.int().min(0).max(1_000_000_000).nullable(),
      timeLimit: timeLimitSchema,
    }),
    (scope, { code: saved, effectiveFrom, feeVnd, timeLimit }): ProcedureVersion => {
      const { procedure } = getProcedure(scope.tx, saved, effectiveFrom);
      const changed = { ...procedure, timeLimit, fee: { ...procedure.fee, amountVnd: feeVnd } };
      const version = saveProcedure(scope.tx, changed, effectiveFrom);
      scope.record('procedure.changed', `procedure:${saved}`, { version, effectiveFrom, timeLimit, feeVnd });
      return { version, effectiveFrom, procedure: changed };
    },
  ),
};
