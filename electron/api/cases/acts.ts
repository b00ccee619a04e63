import { z } from 'zod';
import { actSchema, decide, isRefusal } from '../../../shared/domain/case-flow.ts';
import { owesMoney, promisableVnd } from '../../../shared/domain/case-money.ts';
import { slipForms } from '../../../shared/domain/forms.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { listPayments } from '../../register/money/payments.ts';
import { command, requirePerson, seated } from '../door.ts';
import { demandFee } from '../money/payment-writing.ts';
import { detailOf } from './case-detail.ts';
import {
  actContextOf,
  printSlips,
  readCase,
  refuseStale,
  withdrawUndone,
  writeEvent,
} from './case-writing.ts';

export const actRoutes = {
  /**
   * One act on one case, and the slips that go with it. Refuses with the reason: actNotAllowed (what the law or the status
   * forbids, as `refusal`), notAllowed (role), stale (somebody acted since `version` was read), clockWrong, invalidInput
   * (`act.refundVnd`: more than was paid and kept).
   */
  act: command(
    seated,
    ['cases', 'slips'],
    z.object({
      id: z.int().min(1),
      version: z.int().min(1),
      act: actSchema,
      slips: z.array(z.enum(slipForms)).max(6).default([]),
    }),
    (scope, { id, version, act, slips }): CaseDetail => {
      const { tx } = scope;
      requirePerson(scope);
      const before = readCase(tx, id);
      refuseStale(before.state, version);
      const answer = decide(act, before.state, actContextOf(scope, tx, before.state));
      if (isRefusal(answer)) {
        if (answer.code === 'role') throw new AppError('notAllowed', { act: act.kind });
        if (answer.code === 'noTaker')
          throw new AppError('invalidInput', { fields: { 'act.toPersonId': 'choice' } });
        if (answer.code === 'noPaper')
          throw new AppError('invalidInput', { fields: { 'act.recipient.idNumber': 'required' } });
        throw new AppError('actNotAllowed', {
          act: act.kind,
          status: before.state.status,
          refusal: answer.code,
          ...(answer.on !== undefined && { on: answer.on }),
        });
      }
      const promised = 'refundVnd' in answer ? (answer.refundVnd ?? 0) : 0;
      if (promised > promisableVnd(before.state, listPayments(tx, id)))
        throw new AppError('invalidInput', { fields: { 'act.refundVnd': 'beyondKept' } });
      if (act.kind === 'return' && act.note === '' && owesMoney(before.state, listPayments(tx, id)))
        throw new AppError('invalidInput', { fields: { 'act.note': 'owing' } });
      const { state } = writeEvent(scope, id, before, answer);
      if (before.state.acceptedAt === null && state.acceptedAt !== null) demandFee(scope, id, state);
      if (act.kind === 'undo') withdrawUndone(scope, id, before.state);
      printSlips(scope, id, slips);
      return detailOf({ ...scope, db: tx }, id);
    },
  ),
};
