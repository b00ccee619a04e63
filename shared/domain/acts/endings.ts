import { z } from 'zod';
import { stopGrounds } from '../case-state.ts';
import { occursIn } from '../case-status.ts';
import { requiredText } from '../person.ts';
import { act, alsoLeader, atCounter, when } from './act.ts';

/** A case that ends without a result: stopped, or withdrawn by the citizen. */

const giving = {
  papersReturned: z.boolean().default(true),
  refundVnd: z.int().min(0).max(1_000_000_000).nullable().default(null),
};

/** After 15 days without the papers (NĐ 118 Đ19.5), by law, or on the leader's decision. */
export const stop = act({
  from: occursIn.stopped,
  roles: alsoLeader,
  slips: ['stopNotice'],
  input: z.object({
    kind: z.literal('stop'),
    ground: z.enum(stopGrounds),
    reason: requiredText(1000),
    ...giving,
  }),
  refuses: ({ status, supplements }, { now }) => {
    const mayStopFrom = supplements.at(-1)?.mayStopFrom;
    return status === 'awaitingSupplement' && mayStopFrom !== undefined && now.slice(0, 10) < mayStopFrom
      ? { code: 'notLateEnoughToStop', on: mayStopFrom }
      : null;
  },
  event: ({ status }, { ground, reason, papersReturned, refundVnd }, context) =>
    ground === 'noSupplement' && status !== 'awaitingSupplement'
      ? { code: 'notLateEnoughToStop' }
      : { kind: 'stopped', ...when(context), ground, reason, papersReturned, refundVnd },
});

/** At the citizen's request, before the result is issued (NĐ 118 Đ21). */
export const withdraw = act({
  from: occursIn.withdrawn,
  roles: atCounter,
  slips: ['withdrawalRequest', 'stopNotice'],
  input: z.object({ kind: z.literal('withdraw'), reason: requiredText(1000), ...giving }),
  event: (_, { reason, papersReturned, refundVnd }, context) => ({
    kind: 'withdrawn',
    ...when(context),
    reason,
    papersReturned,
    refundVnd,
  }),
});
