import { Temporal } from 'temporal-polyfill';
import type { CaseFee, ReceivedFacts } from '../../../shared/domain/case-flow.ts';
import { caseCodeCounter, formatCaseCode, formatSlipCode } from '../../../shared/domain/codes.ts';
import { type Appointment, computeAppointment } from '../../../shared/domain/deadline.ts';
import type { FeeQuestion } from '../../../shared/domain/fee.ts';
import { documentsOf, quoteFee } from '../../../shared/domain/fee-quote.ts';
import { feeRuleOf } from '../../../shared/domain/fee-rule.ts';
import { noFacts, settledFee } from '../../../shared/domain/fee-settled.ts';
import type { Receive } from '../../../shared/domain/intake.ts';
import type { Channel, Procedure } from '../../../shared/domain/procedure.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Now } from '../../now.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { openVolume } from '../../register/cases/books.ts';
import { isCodeTaken } from '../../register/cases/cases.ts';
import { getProcedure } from '../../register/catalogue.ts';
import { rememberCitizen } from '../../register/citizens/citizens.ts';
import type { Reader, Writer } from '../../register/connection.ts';
import { nextValue } from '../../register/counters.ts';
import { counterNameOf } from '../counter-name.ts';
import type { CommandScope } from '../door.ts';

/** What a reception decides and which numbers it mints: the same for one case, a list of them, or one that is refused. */

export interface AppointmentQuestion {
  procedure: Procedure;
  version: number;
  variant: string | null;
  channel: Channel;
  /** The device that it is taken in at: a day without appointments may be of one counter alone. */
  desk: string;
}

/** The appointment a reception at this moment gives, by the one engine. Throws unknownVariant. */
export function appointmentFor(
  db: Reader,
  now: Pick<Now, 'office'>,
  settings: Settings,
  question: AppointmentQuestion,
): Appointment {
  const { procedure, version, variant, channel, desk } = question;
  const variants = 'variants' in procedure.timeLimit ? (procedure.timeLimit.variants ?? []) : [];
  if (variant !== null && !variants.some(({ name }) => name === variant))
    throw new AppError('unknownVariant');
  return computeAppointment({
    receivedAt: now.office,
    limit: procedure.timeLimit,
    calendar: loadCalendar(db),
    hours: settings.hours,
    policies: settings.policies,
    channel,
    ruleVersion: version,
    noAppointment: {
      days: settings.noAppointmentDays,
      procedureCode: procedure.code,
      receptionPoint: counterNameOf(db, settings, desk),
    },
    ...(variant !== null && { variant }),
  });
}

/**
 * All that a reception fixes, its numbers minted in the caller's transaction; `knownAs` is the name that its person is kept under.
 * Throws clockWrong, unknownProcedure, unknownVariant, promiseTooLate, invalidInput (`fee.reason`).
 */
export function receivedFacts(
  scope: CommandScope,
  settings: Settings,
  input: Omit<Receive, 'formKey' | 'slips'>,
  knownAs = input.applicant.name,
): ReceivedFacts {
  const { tx, now } = scope;
  const { year } = now.office;
  // A dead clock battery begins at 1970 or 2000; a number minted there would be wrong for ever. A sample may play in the past.
  if (year < 2024 && !settings.isSample)
    throw new AppError('clockWrong', { now: now.officeTime, lastAt: null });
  const found = getProcedure(tx, input.procedureCode, now.today);
  const { procedure, version } = found;
  const { variant, channel, applicant } = input;
  const desk = scope.door.device;
  const appointment = appointmentFor(tx, now, settings, { ...found, variant, channel, desk });
  const promisedAt = promiseWithin(input.promisedAt, appointment, now) ?? appointment.promisedAt ?? null;
  const serial = nextValue(tx, `book:${year}`);
  return {
    caseCode: mintCaseCode(tx, settings.codePattern, settings.office.agencyCode, now.today),
    slipCode: formatSlipCode(now.today, nextValue(tx, `slip:${now.today}`)),
    year,
    volume: openVolume(tx, year, now.officeTime),
    serial,
    procedure: {
      code: procedure.code,
      version,
      name: procedure.name,
      shortName: procedure.shortName,
      field: procedure.field,
    },
    citizenId: rememberCitizen(tx, { ...applicant, name: knownAs }, now.officeTime),
    applicant,
    submitter: input.submitter,
    papers: input.papers,
    summary: input.summary,
    sets: input.sets,
    channel,
    returnChannel: input.returnChannel,
    fee: settleFee(input.fee, { ...input, procedure, receivedOn: now.today, settings }),
    receivedAt: now.officeTime,
    promisedAt,
    appointment,
    ...pointOf(input.point, settings),
    digitised: input.digitised ?? null,
    fullOnline: isFullOnline(procedure),
  };
}

/** Whether a procedure goes online from end to end; null where the catalogue does not say. */
export function isFullOnline({ onlineLevel }: Pick<Procedure, 'onlineLevel'>): boolean | null {
  return onlineLevel === null ? null : onlineLevel === 'full';
}

/** The point that took it in; throws invalidInput for one that the settings do not have. */
export function pointOf(point: string | undefined, { points }: Settings): Pick<ReceivedFacts, 'point'> {
  if (!point) return {};
  if (!points.some(({ id }) => id === point))
    throw new AppError('invalidInput', { fields: { point: 'unknown' } });
  return { point };
}

/** What a fee rests on, beside what the clerk tells of it. */
export type FeeBasis = Pick<Receive, 'papers' | 'channel'> & {
  procedure: Pick<Procedure, 'fee'>;
  receivedOn: string;
  settings: Pick<Settings, 'fees'>;
};

/**
 * The fee with lines that add up to it (rules §14). Throws invalidInput at `fee.reason` when another amount than the computed
 * one is taken without saying why, and at `fee.facts.…` for an exemption, a day or a local charge that cannot be.
 */
export function settleFee(fee: Receive['fee'], basis: FeeBasis): CaseFee {
  const settled = settledFee(fee, questionOf(fee, basis));
  if ('fee' in settled) return settled.fee;
  const { field, kind } = settled.fault;
  throw new AppError('invalidInput', { fields: { [`fee.${field}`]: kind } });
}

/** What the fee is computed to be; null while the ward has set no amount, or a count is missing. */
export function computedVnd(fee: Receive['fee'], basis: FeeBasis): number | null {
  return quoteFee({ ...questionOf(fee, basis), facts: fee.facts ?? noFacts }).totalVnd;
}

function questionOf({ facts }: Receive['fee'], basis: FeeBasis): Omit<FeeQuestion, 'facts'> {
  const { papers, channel, procedure, receivedOn, settings } = basis;
  return {
    rule: feeRuleOf(procedure.fee),
    settings: settings.fees,
    channel,
    receivedOn,
    documents: documentsOf(papers, facts?.copies),
  };
}

/** The same facts of a dossier that is not accepted: no clock runs, no date is given (rules §4.4). */
export function withoutClock(facts: ReceivedFacts): ReceivedFacts {
  const { limit, effectiveStartAt, calendarVersion, policies, reasons, ruleVersion } = facts.appointment;
  return {
    ...facts,
    promisedAt: null,
    appointment: {
      dueAt: null,
      effectiveStartAt,
      limit,
      trace: [],
      reasons: [...reasons.filter(({ code }) => code === 'variant'), { code: 'notAccepted' }],
      warnings: [],
      calendarVersion,
      policies,
      ...(ruleVersion !== undefined && { ruleVersion }),
    },
  };
}

/**
 * The next free code of the day. The counter belongs to the pattern as filled in for agency and day; a code that an
 * earlier pattern or agency already used is passed over, never given twice.
 */
function mintCaseCode(tx: Writer, pattern: string, agencyCode: string, day: string): string {
  for (;;) {
    const counter = caseCodeCounter(pattern, agencyCode, day);
    const code = formatCaseCode(pattern, agencyCode, day, nextValue(tx, counter));
    if (!isCodeTaken(tx, code)) return code;
  }
}

/** A clerk may promise an earlier hour than the appointment, never a later one nor one that has passed (rules §4.2). */
function promiseWithin(promisedAt: string | null, appointment: Appointment, now: Now): string | null {
  if (promisedAt === null) return null;
  let promise: Temporal.PlainDateTime;
  try {
    promise = Temporal.PlainDateTime.from(promisedAt, { overflow: 'reject' });
  } catch {
    throw new AppError('invalidInput', { fields: { promisedAt: 'promise' } });
  }
  const text = promise.toString({ smallestUnit: 'minute' });
  if (appointment.dueAt === null || text > appointment.dueAt || text < now.officeTime) {
    throw new AppError('promiseTooLate', { dueAt: appointment.dueAt, fields: { promisedAt: 'promise' } });
  }
  return text;
}
