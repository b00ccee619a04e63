import { z } from 'zod';
import { type FeeRule, feeRuleSchema } from '../../../shared/domain/fee-rule.ts';
import { usualAmount, withUsualAmount } from '../../../shared/domain/fee-usual.ts';
import { daySchema, managers } from '../../../shared/domain/person.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { retentionSchema } from '../../../shared/domain/retention.ts';
import { timeLimitSchema } from '../../../shared/domain/time-limit.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  getProcedure,
  listProcedures,
  type ProcedureVersion,
  saveProcedure,
} from '../../register/catalogue.ts';
import { command, query, seated } from '../door.ts';
import { overtakenProcedure } from './overtaken.ts';

const code = z.string().min(1).max(40);

export const catalogueRoutes = {
  /** As in force today, or on a day before. */
  list: query(seated, z.object({ on: daySchema }).optional(), ({ db, now }, asked) =>
    listProcedures(
      db,
      asked && asked.on < now.today ? asked.on : now.today,
      now.office.subtract({ days: 90 }).toPlainDate().toString(),
    ),
  ),

  get: query(
    seated,
    z.object({ code }),
    ({ db, now }, input): ProcedureVersion => getProcedure(db, input.code, now.today),
  ),

  /**
   * The ward's own limit and fee from a day on; the national values stay in the version before. Throws invalidInput at `feeVnd`
   * when one amount is to stand for a rule that has several, and stale when somebody saved it since `version` was read.
   */
  save: command(
    managers,
    ['catalogue'],
    z.object({
      code,
      /** In force today when the change was begun; left out by what changes it by itself. */
      version: z.int().min(1).optional(),
      effectiveFrom: daySchema,
      feeVnd: z.int().min(0).max(1_000_000_000).nullable(),
      timeLimit: timeLimitSchema,
      /** Left out, the rule stays; null is the single amount alone. */
      feeRule: feeRuleSchema.nullable().optional(),
      /** Left out, it stays; null keeps what names people without an end. */
      retention: retentionSchema.nullable().optional(),
    }),
    (scope, input): ProcedureVersion => {
      const { code: saved, effectiveFrom, feeVnd, timeLimit, feeRule, retention } = input;
      if (
        input.version !== undefined &&
        getProcedure(scope.tx, saved, scope.now.today).version !== input.version
      )
        throw overtakenProcedure(scope.tx, saved);
      const { procedure } = getProcedure(scope.tx, saved, effectiveFrom);
      const fee = feeOf(procedure.fee, feeVnd, feeRule);
      const kept = retention === undefined ? procedure.retention : (retention ?? undefined);
      const changed = { ...procedure, timeLimit, fee, retention: kept };
      const version = saveProcedure(scope.tx, changed, effectiveFrom);
      const facts = {
        version,
        effectiveFrom,
        timeLimit,
        feeVnd: fee.amountVnd,
        feeRule: fee.rule,
        retention: kept,
      };
      scope.record('procedure.changed', `procedure:${saved}`, facts);
      return { version, effectiveFrom, procedure: changed };
    },
  ),
};

/** The single amount follows the rule where there is one: lists show no other amount than the counter takes. */
function feeOf(
  before: Procedure['fee'],
  amountVnd: number | null,
  rule: FeeRule | null | undefined,
): Procedure['fee'] {
  if (rule === null) return { amountVnd, note: before.note };
  if (rule !== undefined) return { note: before.note, rule, amountVnd: usualAmount({ amountVnd, rule }) };
  const kept = withUsualAmount(before, amountVnd);
  if (kept === undefined) throw new AppError('invalidInput', { fields: { feeVnd: 'choice' } });
  return kept;
}
