import { z } from 'zod';
import { newDates } from '../case-appointment.ts';
import { areHeld } from '../case-custody.ts';
import type { NewAppointment } from '../case-events.ts';
import { type CaseState, outcomes } from '../case-state.ts';
import { occursIn } from '../case-status.ts';
import { parseOfficeTime, toOfficeTime } from '../clock-time.ts';
import { transferDueAt } from '../duties.ts';
import { paperSchema, returnChannels } from '../intake.ts';
import { idNumberSchema, personNameSchema, phoneSchema, requiredText, textField } from '../person.ts';
import { fold } from '../text.ts';
import { type ActContext, act, atCounter, when } from './act.ts';
import { originalsSchema } from './custody.ts';

/** The way of an ordinary case: accepted or refused, handed over, taken back, resolved, given back. */

const note = textField(500).default('');

/** The dates of a case whose clock starts now (NĐ 118 Đ17.3). */
export function datesFromNow(state: CaseState, context: ActContext): NewAppointment {
  const reasons = state.appointment.reasons.filter(({ code }) => code !== 'notAccepted');
  const begun = { ...state, acceptedAt: context.now, appointment: { ...state.appointment, reasons } };
  return newDates(state, begun, context, context.now);
}

export const accept = act({
  from: occursIn.accepted,
  roles: atCounter,
  slips: ['acknowledgement', 'controlSlip'],
  input: z.object({
    kind: z.literal('accept'),
    papers: z.array(paperSchema).max(100).optional(),
    digitised: z.boolean().optional(),
  }),
  hints: (state, context) => ({ newDueAt: datesFromNow(state, context).appointment.dueAt }),
  event: (state, { papers = state.papers, digitised }, context) => ({
    kind: 'accepted',
    ...when(context),
    papers,
    promisedAt: null,
    ...(digitised !== undefined && { digitised }),
    ...datesFromNow(state, context),
  }),
});

export const reject = act({
  from: occursIn.rejected,
  roles: atCounter,
  slips: ['rejectionSlip'],
  input: z.object({
    kind: z.literal('reject'),
    reason: requiredText(1000),
    papersReturned: z.boolean().default(true),
  }),
  event: (_, { reason, papersReturned }, context) => ({
    kind: 'rejected',
    ...when(context),
    reason,
    papersReturned,
  }),
});

/** To the resolving unit within the working day, after the cut-off hour on the next morning (NĐ 118 Đ18.2). */
export const handover = act({
  from: occursIn.handedOver,
  roles: atCounter,
  slips: [],
  input: z.object({
    kind: z.literal('handover'),
    toPersonId: z.int().min(1),
    /** An agency outside the office that gets the dossier; the person keeps charge of it. */
    agency: textField(160).default(''),
    note,
  }),
  hints: ({ status, acceptedAt }, { calendar, hours, flow }) =>
    status === 'received' && acceptedAt !== null
      ? {
          latestAt: toOfficeTime(
            transferDueAt(parseOfficeTime(acceptedAt), calendar, hours, flow.transferCutoff),
          ),
        }
      : {},
  event: ({ status, holder, agency: where }, { toPersonId, agency, note: words }, context) => {
    const to = context.findTaker(toPersonId);
    if (to === undefined) return { code: 'noTaker' };
    const isThere = status === 'processing' && to.id === holder.id && (agency || null) === where;
    if (isThere) return { code: 'withTaker' };
    return { kind: 'handedOver', ...when(context), to, agency: agency || null, note: words };
  },
});

export const takeBack = act({
  from: occursIn.takenBack,
  roles: atCounter,
  slips: [],
  input: z.object({ kind: z.literal('takeBack'), note }),
  refuses: ({ agency, holder }, { by }) =>
    agency === null && holder.id === by.id ? { code: 'withCounter' } : null,
  event: ({ agency, holder }, { note: words }, context) => ({
    kind: 'takenBack',
    ...when(context),
    from: agency ?? holder.name,
    note: words,
  }),
});

export const resolve = act({
  from: occursIn.resolved,
  roles: atCounter,
  slips: [],
  input: z.object({
    kind: z.literal('resolve'),
    outcome: z.enum(outcomes),
    result: z
      .object({ kind: textField(120), number: textField(60), abstract: textField(300) })
      .nullable()
      .default(null),
    electronicResult: z.boolean().optional(),
    note,
  }),
  // 2 → 9 without a hand-over is for one-step and on-the-spot procedures alone (rules §7).
  refuses: ({ status, appointment }) =>
    status === 'received' && !['sameDay', 'onTheSpot'].includes(appointment.limit.kind)
      ? { code: 'needsHandover' }
      : null,
  event: (_, { outcome, result, electronicResult, note: words }, context) => ({
    kind: 'resolved',
    ...when(context),
    outcome,
    result,
    ...(electronicResult !== undefined && { electronicResult }),
    note: words,
  }),
});

/** Neither the applicant nor who brought the dossier: only a paper tells who took the result. */
function isStranger({ applicant, submitter }: CaseState, name: string): boolean {
  return [applicant, submitter].every((known) => known === null || fold(known.name) !== fold(name));
}

export const giveBack = act({
  from: occursIn.returned,
  roles: atCounter,
  slips: ['returnReceipt'],
  input: z.object({
    kind: z.literal('return'),
    recipient: z.object({
      name: personNameSchema,
      idNumber: idNumberSchema.nullable().default(null),
      phone: phoneSchema.nullable().default(null),
      relation: textField(80).default(''),
    }),
    via: z.enum(returnChannels),
    postal: z
      .object({ trackingNo: textField(40), address: textField(300) })
      .nullable()
      .default(null),
    originals: originalsSchema.default([]),
    note,
  }),
  event: (state, { recipient, via, postal, originals, note: words }, context) => {
    if (!areHeld(state, originals)) return { code: 'noOriginals' };
    if (via === 'counter' && recipient.idNumber === null && isStranger(state, recipient.name))
      return { code: 'noPaper' };
    return {
      kind: 'returned',
      ...when(context),
      recipient,
      via,
      postal: via === 'postal' ? postal : null,
      originals,
      note: words,
    };
  },
});
