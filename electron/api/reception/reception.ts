import { z } from 'zod';
import {
  acts,
  type CaseEvent,
  type CaseState,
  decide,
  fold,
  isRefusal,
} from '../../../shared/domain/case-flow.ts';
import { toOfficeTime } from '../../../shared/domain/clock-time.ts';
import { eightWorkingHoursAfter } from '../../../shared/domain/duties.ts';
import { slipForms } from '../../../shared/domain/forms.ts';
import { type Receive, receiveSchema } from '../../../shared/domain/intake.ts';
import { receivers } from '../../../shared/domain/person.ts';
import { channels } from '../../../shared/domain/procedure.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReceiveResult } from '../../../shared/views.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { findCaseByForm, findDuplicates, getCase, insertCase } from '../../register/cases/cases.ts';
import { clearDraft, draftKey } from '../../register/cases/drafts.ts';
import { getProcedure } from '../../register/catalogue.ts';
import type { Reader } from '../../register/connection.ts';
import { listPrintJobsOfCase } from '../../register/print-jobs.ts';
import { actContextOf, printSlips, writeEvent } from '../cases/case-writing.ts';
import { thankOnScreen } from '../citizens/citizen-view.ts';
import { type CommandScope, command, query, requirePerson, requireSettings, seated } from '../door.ts';
import { demandFee } from '../money/payment-writing.ts';
import { codesForEvent } from '../voice/rating-writing.ts';
import { appointmentFor, receivedFacts, withoutClock } from './reception-facts.ts';

/** A dossier that is not accepted now: filed only, sent back for papers, or refused; the last two at once. */
const registerSchema = receiveSchema.extend({
  decision: z
    .discriminatedUnion('kind', [acts.askSupplement.input, acts.reject.input])
    .nullable()
    .default(null),
  slips: z.array(z.enum(slipForms)).max(6).default([]),
});

type Form = Omit<Receive, 'slips'>;

export const receptionRoutes = {
  appointment: query(
    seated,
    z.object({
      procedureCode: z.string().max(40),
      variant: z.string().max(200).nullable(),
      channel: z.enum(channels),
    }),
    ({ db, now, door }, { procedureCode, variant, channel }) => {
      const found = getProcedure(db, procedureCode, now.today);
      const question = { ...found, variant, channel, desk: door.device };
      return appointmentFor(db, now, requireSettings(db, now), question);
    },
  ),

  /** Whether a form has made its case: asked where the answer was lost. */
  ofForm: query(
    receivers,
    receiveSchema.pick({ formKey: true }),
    ({ db }, { formKey }): ReceiveResult | null => {
      const known = findCaseByForm(db, { key: formKey, content: null });
      return known === undefined ? null : resultOf(known.id, getCase(db, known.id), jobsOf(db, known.id));
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
  receive: command(receivers, ['cases', 'slips'], receiveSchema, (scope, input): ReceiveResult => {
    const known = caseOfForm(scope, input);
    if (known) return known;
    const { id, state } = begin(scope, input, 'received');
    thankOnScreen(scope, input.formKey, state);
    return resultOf(id, state, printSlips(scope, id, input.slips));
  }),

  /**
   * Takes a dossier down without accepting it: an online filing, or one at the counter that lacks papers or must be refused;
   * `decision` does that at once, in the same transaction. Errors as for `receive`.
   */
  register: command(receivers, ['cases', 'slips'], registerSchema, (scope, input): ReceiveResult => {
    const known = caseOfForm(scope, input);
    if (known) return known;
    const { id, state, events } = begin(scope, input, 'registered');
    if (input.decision === null) return resultOf(id, state, printSlips(scope, id, input.slips));
    const answer = decide(input.decision, state, actContextOf(scope, scope.tx, state));
    if (isRefusal(answer))
      throw new AppError('actNotAllowed', { act: input.decision.kind, refusal: answer.code });
    const after = writeEvent(scope, id, { state, events }, answer);
    return resultOf(id, after.state, printSlips(scope, id, input.slips));
  }),
};

/** The answer to a form that made its case before; throws formAlreadyUsed when the form holds something else now. */
function caseOfForm({ tx }: CommandScope, input: Form): ReceiveResult | undefined {
  const known = findCaseByForm(tx, { key: input.formKey, content: input });
  if (known === undefined) return undefined;
  const state = getCase(tx, known.id);
  if (!known.isSame) throw new AppError('formAlreadyUsed', { id: known.id, caseCode: state.caseCode });
  return resultOf(known.id, state, jobsOf(tx, known.id));
}

const jobsOf = (db: Reader, id: number): number[] => listPrintJobsOfCase(db, id).map((job) => job.id);

/** The first event of a case, its row and its journal entry; the window's draft has become the case. */
function begin(scope: CommandScope, input: Form, kind: 'received' | 'registered') {
  const { tx, now } = scope;
  const { id: personId, name } = requirePerson(scope);
  const settings = requireSettings(tx, now);
  const facts = receivedFacts(scope, settings, input);
  const answerDueAt = toOfficeTime(eightWorkingHoursAfter(now.office, loadCalendar(tx), settings.hours));
  const event: CaseEvent = {
    kind,
    at: now.officeTime,
    by: { id: personId, name },
    ...(kind === 'received' ? facts : { ...withoutClock(facts), answerDueAt }),
  };
  const state = fold([event]);
  const id = insertCase(tx, { key: input.formKey, content: input }, state);
  clearDraft(tx, draftKey(scope.door.device, requirePerson(scope).id));
  scope.record(`case.${kind}`, `case:${id}`, event);
  if (kind === 'received') demandFee(scope, id, state);
  codesForEvent(scope, id, event);
  return { id, state, events: [event] };
}

function resultOf(id: number, state: CaseState, jobIds: number[]): ReceiveResult {
  const { caseCode, slipCode, serial, dueAt, appointment } = state;
  return { id, caseCode, slipCode, serial, dueAt, trace: [...appointment.trace], jobIds };
}
