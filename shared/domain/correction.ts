import { z } from 'zod';
import { type CaseRule, newDates } from './case-appointment.ts';
import type { CaseEvent, NewAppointment } from './case-events.ts';
import { fold } from './case-fold.ts';
import type { CaseState, CorrectableFacts, ReceivedFacts } from './case-state.ts';
import type { Appointment } from './deadline.ts';
import { feeEntryOfCase } from './fee-settled.ts';
import { type Receive, receiveSchema } from './intake.ts';

/** What a clerk entered and may put right, in any status; numbers and the time of reception stay (rules §2.1, §17.6). */

const { shape } = receiveSchema;

/** Only what is to be otherwise; what is left out stays. A default must not creep in for it. */
export const correctionSchema = z.object({
  procedureCode: shape.procedureCode.optional(),
  variant: shape.variant.unwrap().optional(),
  applicant: shape.applicant.optional(),
  submitter: shape.submitter.unwrap().optional(),
  papers: shape.papers.optional(),
  summary: shape.summary.unwrap().optional(),
  sets: shape.sets.unwrap().optional(),
  channel: shape.channel.unwrap().optional(),
  returnChannel: shape.returnChannel.unwrap().optional(),
  fee: shape.fee.optional(),
  /** '' is the counter itself. */
  point: shape.point,
  digitised: shape.digitised,
});
export type Correction = z.output<typeof correctionSchema>;
export type CorrectionField = keyof Correction;

/** What the form holds of a case, in the words of the form. */
export type EnteredFacts = Pick<Receive, CorrectionField>;

/** What a case says now, field by field, as the intake asks it. */
export function enteredFacts(state: ReceivedFacts): EnteredFacts {
  const { applicant, submitter, papers, summary, sets, channel, returnChannel, fee, procedure } = state;
  return {
    point: state.point ?? '',
    digitised: state.digitised ?? undefined,
    procedureCode: procedure.code,
    variant: variantOf(state.appointment),
    applicant,
    submitter,
    papers,
    summary,
    sets,
    channel,
    returnChannel,
    fee: feeEntryOfCase(fee),
  };
}

/** The sub-case of the procedure that the appointment rests on. */
export function variantOf({ reasons }: Pick<Appointment, 'reasons'>): string | null {
  const reason = reasons.find(({ code }) => code === 'variant');
  return reason?.code === 'variant' ? reason.name : null;
}

/** What of a correction is really otherwise than before. Another procedure takes its own sub-case with it, or none. */
export function realChanges(before: EnteredFacts, wanted: Correction): Correction {
  const told = { ...wanted, ...(wanted.fee && { fee: feeEntryOfCase(wanted.fee) }) };
  const changed: Correction = Object.fromEntries(
    Object.entries(told).filter(
      ([field, value]) => value !== undefined && !isSameContent(value, before[field as CorrectionField]),
    ),
  );
  return changed.procedureCode === undefined ? changed : { ...changed, variant: wanted.variant ?? null };
}

/** The same content, in any order of keys; null is nothing. */
export function isSameContent(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, one]) => one !== null && one !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

/** Procedure, sub-case or channel are otherwise: the date rests on them. */
export function movesDates({ procedureCode, variant, channel }: Correction): boolean {
  return procedureCode !== undefined || variant !== undefined || channel !== undefined;
}

/**
 * The dates of a case whose reception is put right: its whole history once more under the right rule, so that what was
 * late under the wrong one only is late no longer. `appointment` is what the reception would have given.
 * @throws RangeError where the history cannot have been under that rule (a verification after its end).
 */
export function correctedDates(
  events: readonly CaseEvent[],
  changes: Partial<CorrectableFacts>,
  appointment: Appointment,
  rule: CaseRule,
): NewAppointment {
  const [first, ...later] = events;
  if (first?.kind !== 'received' && first?.kind !== 'registered')
    throw new RangeError('A case begins with its reception');
  // What earlier corrections put right stands from the beginning of this history.
  const { procedure, channel } = fold(events);
  let history: CaseEvent[] = [{ ...first, procedure, channel, ...changes, appointment }];
  for (const event of later) {
    if (event.kind !== 'corrected') history = [...history, underRule(history, event, rule)];
  }
  const state = fold(history);
  return { appointment: state.appointment, measuredDueAt: state.measuredDueAt };
}

type Dated = Extract<CaseEvent, NewAppointment>;
const isDated = (event: CaseEvent): event is Dated => 'measuredDueAt' in event;

/** An event as it would have been: only the dates it gives may differ. */
function underRule(history: readonly CaseEvent[], event: CaseEvent, rule: CaseRule): CaseEvent {
  if (!isDated(event)) return event;
  const before = fold(history);
  const after: CaseState = { ...fold([...history, event]), appointment: before.appointment };
  if (event.kind === 'accepted') after.appointment = withoutReason(before.appointment, 'notAccepted');
  return { ...event, ...newDates(before, after, rule, event.at) };
}

function withoutReason(appointment: Appointment, code: 'notAccepted'): Appointment {
  return { ...appointment, reasons: appointment.reasons.filter((reason) => reason.code !== code) };
}

/** One version of what a case says: who made it, when, why, and what it changed. */
export interface ContentVersion {
  version: number;
  at: string;
  by: CaseState['receivedBy'];
  /** Empty for what was received. */
  reason: string;
  entered: EnteredFacts;
  procedureName: string;
  dueAt: string | null;
}

/** Every version of what a case says, the first as it was received. A supplement changes papers without a version. */
export function contentVersions(events: readonly CaseEvent[]): ContentVersion[] {
  return events.flatMap((event, index) => {
    const isFirst = index === 0;
    if (!isFirst && event.kind !== 'corrected') return [];
    const state = fold(events.slice(0, index + 1));
    return [
      {
        version: state.contentVersion,
        at: event.at,
        by: event.by,
        reason: event.kind === 'corrected' ? event.reason : '',
        entered: enteredFacts(state),
        procedureName: state.procedure.shortName,
        dueAt: state.dueAt,
      },
    ];
  });
}
