import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { newDates } from '../case-appointment.ts';
import { isLateAt } from '../case-changes.ts';
import { formsOf } from '../case-forms.ts';
import type { CaseState } from '../case-state.ts';
import { occursIn } from '../case-status.ts';
import { officeTimeSchema, parseOfficeTime } from '../clock-time.ts';
import {
  type ExtensionQuestion,
  extendedDueAt,
  extensionRefusal,
  latestExtensionOn,
  reappointed,
} from '../extension.ts';
import { requiredText, textField } from '../person.ts';
import { type ActContext, type ActHints, act, atCounter, type Refusal, when } from './act.ts';

/** Acts that move the date: an apology with a new one, a verification, extra days agreed on. */

const longestProposal = 10;

function extensionOf(
  { appointment, dueAt, extension }: CaseState,
  { calendar }: ActContext,
): ExtensionQuestion {
  return {
    kind: appointment.limit.kind,
    effectiveStartAt: appointment.effectiveStartAt,
    dueAt,
    extensions: extension === null ? 0 : 1,
    calendar,
  };
}

/** The next working days after the date, at its hour. */
function laterDays({ dueAt }: CaseState, { calendar }: ActContext): ActHints['proposals'] {
  if (dueAt === null) return [];
  return Array.from({ length: longestProposal }, (_, index) => ({
    workingDays: index + 1,
    dueAt: extendedDueAt(dueAt, index + 1, calendar),
  }));
}

/** Why no date at all could be given now; null when one could. */
function refusesExtension(state: CaseState, context: ActContext): Refusal | null {
  if (state.dueAt === null) return { code: 'noDeadline' };
  const question = extensionOf(state, context);
  const today = Temporal.PlainDate.from(context.now.slice(0, 10));
  const code = extensionRefusal(question, today, extendedDueAt(state.dueAt, 1, context.calendar));
  // After the date only an apology is left.
  if (code === 'tooLate' && formsOf(state, context.now).includes('sorryLetter')) return { code: 'overdue' };
  return code && { code, ...(code === 'tooLate' && { on: latestExtensionOn(question) ?? undefined }) };
}

/** A slip of the finger in the year must not become a promise. Assumed: nobody is put off by more than a year. */
function isTooFar(dueAt: string | null, newDueAt: string): boolean {
  const limit = parseOfficeTime(dueAt ?? newDueAt).add({ years: 1 });
  return Temporal.PlainDateTime.compare(parseOfficeTime(newDueAt), limit) > 0;
}

/** Once, at least one day before the date, with apology, reason and the new date (NĐ 118 Đ19.6). */
export const extend = act({
  from: occursIn.extended,
  roles: atCounter,
  slips: ['apologyLetter'],
  input: z.object({
    kind: z.literal('extend'),
    newDueAt: officeTimeSchema,
    reason: requiredText(1000),
  }),
  refuses: refusesExtension,
  hints: (state, context) => ({
    latestOn: latestExtensionOn(extensionOf(state, context)) ?? undefined,
    proposals: laterDays(state, context),
  }),
  event: (state, { newDueAt, reason }, context) => {
    const today = Temporal.PlainDate.from(context.now.slice(0, 10));
    const code = extensionRefusal(extensionOf(state, context), today, newDueAt);
    if (code !== null) return { code };
    if (isTooFar(state.dueAt, newDueAt)) return { code: 'tooFar' };
    const keepsCount = context.flow.extensionCountsAs === 'late' || isLateAt(state, context.now);
    return {
      kind: 'extended',
      ...when(context),
      reason,
      appointment: reappointed(state.appointment, newDueAt, context.calendar),
      measuredDueAt: keepsCount ? state.measuredDueAt : newDueAt,
    };
  },
});

/** The longer cap when something must be verified; recorded before the base limit expires (rules §4.2). */
export const openVerification = act({
  from: occursIn.verificationOpened,
  roles: atCounter,
  slips: ['acknowledgement'],
  input: z.object({ kind: z.literal('openVerification'), reason: requiredText(1000) }),
  refuses: (state, context) => {
    if (state.verification !== null || context.limit === null || !context.limit.maxWithVerification)
      return { code: 'noVerification' };
    if (state.extension !== null) return { code: 'alreadyExtended' };
    const isOver = state.dueAt !== null && (context.now > state.dueAt || isLateAt(state, context.now));
    return isOver ? { code: 'verificationTooLate' } : null;
  },
  hints: (state, context) =>
    context.limit?.maxWithVerification && state.verification === null
      ? { newDueAt: verified(state, '', context).appointment.dueAt }
      : {},
  event: (state, { reason }, context) => ({
    kind: 'verificationOpened',
    ...when(context),
    reason,
    ...verified(state, reason, context),
  }),
});

function verified(state: CaseState, reason: string, context: ActContext) {
  const verification = { openedAt: context.now, reason };
  return newDates(state, { ...state, verification }, context, context.now);
}

/** Up to two more working days, or longer by a signed agreement, where the procedure allows it (NĐ 23/2015 Đ7, Đ21). */
export const agreeExtra = act({
  from: occursIn.extraAgreed,
  roles: atCounter,
  slips: ['acknowledgement'],
  input: z
    .object({
      kind: z.literal('agreeExtra'),
      workingDays: z.int().min(1).max(60),
      signedAgreement: z.boolean().default(false),
      note: textField(500).default(''),
    })
    .refine(({ workingDays, signedAgreement }) => workingDays <= 2 || signedAgreement, {
      error: 'agreement',
      path: ['workingDays'],
    }),
  hints: (state, context) => ({ proposals: laterDays(state, context) }),
  refuses: ({ extra, extension, dueAt }, { limit }) => {
    if (dueAt === null) return { code: 'noDeadline' };
    if (extra !== null || extension !== null || !limit?.extraByAgreement) return { code: 'noExtra' };
    return null;
  },
  event: (state, { workingDays, signedAgreement, note }, context) => {
    const extra = { at: context.now, workingDays, signedAgreement };
    const dates = newDates(state, { ...state, extra }, context, context.now);
    return { kind: 'extraAgreed', ...when(context), workingDays, signedAgreement, note, ...dates };
  },
});
