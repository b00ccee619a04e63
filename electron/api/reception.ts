import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { apply, type CaseEvent, type CaseState } from '../../shared/domain/case-flow.ts';
import { formatCaseCode, formatSlipCode } from '../../shared/domain/codes.ts';
import { type Appointment, computeAppointment } from '../../shared/domain/deadline.ts';
import { type Receive, receiveSchema } from '../../shared/domain/intake.ts';
import { type Channel, channels, type Procedure } from '../../shared/domain/procedure.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';
import type { ReceiveResult } from '../../shared/views.ts';
import { sheetsOf } from '../printing/copies.ts';
import { loadCalendar } from '../register/calendar.ts';
import { findCaseByForm, findDuplicates, getCase, insertCase, isCodeTaken } from '../register/cases.ts';
import { getProcedure } from '../register/catalogue.ts';
import { rememberCitizen } from '../register/citizens.ts';
import type { Reader, Writer } from '../register/connection.ts';
import { nextValue } from '../register/counters.ts';
import { clearDraft } from '../register/drafts.ts';
import { addPrintJob, listPrintJobsOfCase } from '../register/print-jobs.ts';
import { type CommandScope, command, query, requirePerson, requireSettings, seated } from './door.ts';
import type { Now } from './now.ts';

interface AppointmentQuestion {
  procedure: Procedure;
  version: number;
  variant: string | null;
  channel: Channel;
}

/** The appointment this reception gives, by the one engine, at this moment. */
function appointmentFor(
  db: Reader,
  now: Now,
  settings: Settings,
  question: AppointmentQuestion,
): Appointment {
  const { procedure, version, variant, channel } = question;
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
    ...(variant !== null && { variant }),
  });
}

export const receptionRoutes = {
  appointment: query(
    seated,
    z.object({
      procedureCode: z.string().max(40),
      variant: z.string().max(200).nullable(),
      channel: z.enum(channels),
    }),
    ({ db, now }, { procedureCode, variant, channel }) => {
      const found = getProcedure(db, procedureCode, now.today);
      return appointmentFor(db, now, requireSettings(db, now), { ...found, variant, channel });
    },
  ),

  duplicates: query(
    seated,
    z.object({
      procedureCode: z.string().max(40),
      idNumber: z.string().max(20).nullable(),
      name: z.string().max(200),
      birthOn: z.string().max(10).nullable(),
      phone: z.string().max(24).nullable(),
    }),
    ({ db, now }, { procedureCode, ...person }) =>
      findDuplicates(db, person, procedureCode, now.office.subtract({ days: 90 }).toPlainDate().toString()),
  ),

  /**
   * Receives a case: numbers, citizen, appointment, register row, journal and print jobs are one transaction.
   * The same form answers the case it already made; the window's draft has become the case.
   * Errors: unknownProcedure, unknownVariant, promiseTooLate, formAlreadyUsed, clockWrong, notSetUp,
   * notAllowed, invalidInput.
   */
  receive: command(['clerk', 'officer'], ['cases', 'slips'], receiveSchema, (scope, input): ReceiveResult => {
    const { tx } = scope;
    const form = { key: input.formKey, content: input };
    const known = findCaseByForm(tx, form);
    if (known !== undefined) {
      const state = getCase(tx, known.id);
      if (!known.isSame) throw new AppError('formAlreadyUsed', { id: known.id, caseCode: state.caseCode });
      const jobIds = listPrintJobsOfCase(tx, known.id).map(({ id }) => id);
      return resultOf(known.id, state, jobIds);
    }
    const settings = requireSettings(tx, scope.now);
    const event = receivedEvent(scope, settings, input);
    const state = apply(undefined, event);
    const id = insertCase(tx, form, state);
    clearDraft(tx, scope.door.device);
    scope.record('case.received', `case:${id}`, event);
    const jobIds = [...new Set(input.slips)].map((slip) =>
      addPrintJob(tx, { caseId: id, at: scope.now.officeTime, ...sheetsOf(slip, settings.printing) }),
    );
    scope.after(() => scope.context.printDesk.enqueue(jobIds));
    return resultOf(id, state, jobIds);
  }),
};

function resultOf(id: number, state: CaseState, jobIds: number[]): ReceiveResult {
  const { caseCode, slipCode, serial, dueAt, appointment } = state;
  return { id, caseCode, slipCode, serial, dueAt, trace: [...appointment.trace], jobIds };
}

/** Decides everything a reception fixes, and mints its numbers in the caller's transaction. */
function receivedEvent(scope: CommandScope, settings: Settings, input: Receive): CaseEvent {
  const { tx, now } = scope;
  const person = requirePerson(scope);
  const { year } = now.office;
  // A dead clock battery begins at 1970 or 2000; a number minted there would be wrong for ever.
  if (year < 2024) throw new AppError('clockWrong', { now: now.officeTime, lastAt: null });
  const found = getProcedure(tx, input.procedureCode, now.today);
  const { procedure, version } = found;
  const appointment = appointmentFor(tx, now, settings, {
    ...found,
    variant: input.variant,
    channel: input.channel,
  });
  const promisedAt = promiseWithin(input.promisedAt, appointment, now);
  const { agencyCode } = settings.office;
  const by = { id: person.id, name: person.name };
  return {
    kind: 'received',
    at: now.officeTime,
    by,
    caseCode: mintCaseCode(tx, settings.codePattern, agencyCode, now.today),
    slipCode: formatSlipCode(now.today, nextValue(tx, `slip:${now.today}`)),
    year,
    volume: 1,
    serial: nextValue(tx, `book:${year}`),
    procedure: {
      code: procedure.code,
      version,
      name: procedure.name,
      shortName: procedure.shortName,
      field: procedure.field,
    },
    citizenId: rememberCitizen(tx, input.applicant, now.officeTime),
    applicant: input.applicant,
    submitter: input.submitter,
    papers: input.papers,
    summary: input.summary,
    sets: input.sets,
    channel: input.channel,
    returnChannel: input.returnChannel,
    fee: input.fee,
    receivedAt: now.officeTime,
    promisedAt,
    appointment,
  };
}

/**
 * The next free code of the day. The counter belongs to the pattern as filled in for agency and day; a code that an
 * earlier pattern or agency already used is passed over, never given twice.
 */
function mintCaseCode(tx: Writer, pattern: string, agencyCode: string, day: string): string {
  for (;;) {
    const counter = `case:${formatCaseCode(pattern.replace(/\{0+1\}/, '#'), agencyCode, day, 0)}`;
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
