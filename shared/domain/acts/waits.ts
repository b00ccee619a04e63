import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { newDates } from '../case-appointment.ts';
import type { CaseState } from '../case-state.ts';
import { occursIn } from '../case-status.ts';
import { parseOfficeTime } from '../clock-time.ts';
import { paperSchema } from '../intake.ts';
import { requiredText, textField } from '../person.ts';
import { latestSupplementNoticeOn, supplementClosing } from '../supplement.ts';
import { type ActContext, act, alsoLeader, atCounter, when } from './act.ts';
import { datesFromNow } from './counter.ts';

/** The clock stands still: for papers, once, and for a financial duty. */

const count = z.int().min(0).max(999).default(0);
const note = textField(500).default('');

export const supplementItemSchema = z.object({
  name: requiredText(600),
  originals: count,
  certifiedCopies: count,
  photocopies: count,
  note: textField(300).default(''),
});

function closing({ now, calendar, flow }: ActContext) {
  return supplementClosing(Temporal.PlainDate.from(now.slice(0, 10)), calendar, flow.supplementClosing);
}

/** Everything at once, and once only; a second time on a leader's word alone (NĐ 118 Đ11.2c, Đ16.3). */
export const askSupplement = act({
  from: occursIn.supplementRequested,
  roles: alsoLeader,
  slips: ['supplementSlip'],
  input: z.object({
    kind: z.literal('askSupplement'),
    items: z.array(supplementItemSchema).min(1).max(60),
    reason: requiredText(1000),
  }),
  refuses: ({ supplements }, { roles }) =>
    supplements.length > 0 && !roles.includes('leader') ? { code: 'secondSupplement' } : null,
  hints: ({ acceptedAt }, context) => ({
    lastDayOn: closing(context).lastDayOn,
    ...(acceptedAt !== null && {
      latestOn: latestSupplementNoticeOn(parseOfficeTime(acceptedAt), context.calendar),
    }),
  }),
  event: ({ supplements }, { items, reason }, context) => ({
    kind: 'supplementRequested',
    ...when(context),
    items,
    reason,
    ...closing(context),
    overridden: supplements.length > 0,
  }),
});

/** What the dates become when the papers are complete now. */
function completedNow(state: CaseState, context: ActContext) {
  if (state.acceptedAt === null) return datesFromNow(state, context);
  const supplements = state.supplements.map((one) => ({
    ...one,
    completedAt: one.completedAt ?? context.now,
  }));
  return newDates(state, { ...state, supplements }, context, context.now);
}

export const completeSupplement = act({
  from: occursIn.supplemented,
  roles: atCounter,
  slips: ['acknowledgement'],
  input: z.object({
    kind: z.literal('completeSupplement'),
    papers: z.array(paperSchema).max(100).optional(),
    /** The citizen came to the counter: a visit. */
    inPerson: z.boolean().default(true),
    note,
  }),
  hints: (state, context) => ({ newDueAt: completedNow(state, context).appointment.dueAt }),
  event: (state, { papers = state.papers, inPerson, note: words }, context) => ({
    kind: 'supplemented',
    ...when(context),
    papers,
    inPerson,
    note: words,
    ...completedNow(state, context),
  }),
});

export const requestPayment = act({
  from: occursIn.paymentRequested,
  roles: atCounter,
  slips: [],
  input: z.object({
    kind: z.literal('requestPayment'),
    amountVnd: z.int().min(0).max(1_000_000_000_000).nullable().default(null),
    note: requiredText(500),
    /** True where the procedure leaves this time out of the limit; null takes what the catalogue says. */
    pauses: z.boolean().nullable().default(null),
  }),
  event: (_, { amountVnd, note: words, pauses }, context) => ({
    kind: 'paymentRequested',
    ...when(context),
    amountVnd,
    note: words,
    pauses: pauses ?? context.limit?.pausesForPayment ?? false,
  }),
});

function paidNow(state: CaseState, context: ActContext) {
  const payments = state.payments.map((one) => ({ ...one, confirmedAt: one.confirmedAt ?? context.now }));
  return newDates(state, { ...state, payments }, context, context.now);
}

export const confirmPayment = act({
  from: occursIn.paymentConfirmed,
  roles: ['clerk', 'officer', 'cashier'],
  slips: [],
  input: z.object({ kind: z.literal('confirmPayment'), note }),
  hints: (state, context) => ({ newDueAt: paidNow(state, context).appointment.dueAt }),
  event: (state, { note: words }, context) => ({
    kind: 'paymentConfirmed',
    ...when(context),
    note: words,
    ...paidNow(state, context),
  }),
});
