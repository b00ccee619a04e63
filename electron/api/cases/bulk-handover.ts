import { z } from 'zod';
import type { BatchData, BatchKind } from '../../../shared/domain/batch.ts';
import {
  type ActInput,
  type CaseEvent,
  type CaseState,
  decide,
  isRefusal,
  outcomes,
  type Refusal,
  refusalOf,
} from '../../../shared/domain/case-flow.ts';
import type { BatchForm } from '../../../shared/domain/forms.ts';
import { textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BulkResult, HandoverCheck } from '../../../shared/views-counter.ts';
import { sheetsOf } from '../../printing/copies.ts';
import { insertBatch } from '../../register/cases/batches.ts';
import type { Reader } from '../../register/connection.ts';
import { addPrintJob } from '../../register/print-jobs.ts';
import {
  type CommandScope,
  command,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
  seated,
} from '../door.ts';
import { actContextOf, readCase, refuseStale, writeEvent } from './case-writing.ts';

const counterPeople = ['clerk', 'officer'] as const;
const mostCases = 200;

/** To one taker, or finished results to the counter. */
const ways = ['handover', 'results'] as const;
type Way = (typeof ways)[number];

/** The cases as they were read; somebody else's act meanwhile refuses the whole list. */
const readCases = z
  .array(z.object({ id: z.int().min(1), version: z.int().min(1) }))
  .min(1)
  .max(mostCases)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'choice' });
const notes = textField(500).default('');

export const bulkHandoverRoutes = {
  /** Which of the cases can go together, and why the others cannot. */
  check: query(
    seated,
    z.object({ way: z.enum(ways), ids: z.array(z.int().min(1)).min(1).max(mostCases) }),
    (scope, { way, ids }): HandoverCheck[] =>
      [...new Set(ids)].map((id) => {
        const { state } = readCase(scope.db, id);
        const { version, caseCode, applicant, status } = state;
        const refusal = refusalFor(scope, scope.db, way, state);
        const willResolve = way === 'results' && refusal === null && status !== 'resolved';
        return { id, version, caseCode, applicantName: applicant.name, refusal, willResolve };
      }),
  ),

  /**
   * Hands many dossiers to one person: every one of them or none, one list, one paper to sign.
   * Errors: actNotAllowed (with `caseCode`), stale, invalidInput (`toPersonId`), clockWrong.
   */
  handOver: command(
    counterPeople,
    ['cases', 'slips'],
    z.object({ cases: readCases, toPersonId: z.int().min(1), agency: textField(160).default(''), notes }),
    (scope, { cases, toPersonId, agency, notes: words }): BulkResult => {
      const act: ActInput = { kind: 'handover', toPersonId, agency, note: words };
      for (const each of cases) actOn(scope, each, () => act);
      const data = { caseIds: idsOf(cases), notes: words };
      return listed(scope, 'handover', 'handoverMinutes', 'Giấy bàn giao hồ sơ', data);
    },
  ),

  /**
   * Brings results to the counter. What is still being worked on is finished with it; what was finished already is only
   * listed: a result has nowhere further to go than to its citizen. Errors as for `handOver`.
   */
  handOverResults: command(
    counterPeople,
    ['cases', 'slips'],
    z.object({
      cases: readCases,
      outcome: z.enum(outcomes).default('granted'),
      /** Of all that are finished here; where nobody said it is not known. */
      electronicResult: z.boolean().optional(),
      notes,
    }),
    (scope, { cases, outcome, electronicResult, notes: words }): BulkResult => {
      const said = electronicResult === undefined ? {} : { electronicResult };
      const act: ActInput = { kind: 'resolve', outcome, result: null, ...said, note: words };
      const givers = new Set<string>();
      for (const each of cases)
        actOn(scope, each, (state) => {
          givers.add(giverOf(state));
          return state.status === 'resolved' ? null : act;
        });
      const [giver = null, ...others] = givers;
      const data = { caseIds: idsOf(cases), notes: words, giver: others.length > 0 ? null : giver };
      return listed(scope, 'resultHandover', 'resultHandover', 'Phiếu bàn giao kết quả', data);
    },
  ),
};

function refusalFor(
  scope: Pick<QueryScope, 'now' | 'person'>,
  db: Reader,
  way: Way,
  state: CaseState,
): Refusal | null {
  if (way === 'results' && state.status === 'resolved') return null;
  return refusalOf(way === 'handover' ? 'handover' : 'resolve', state, actContextOf(scope, db, state));
}

/** One case of the list: refused with its code, so that the screen can name it. */
function actOn(
  scope: CommandScope,
  { id, version }: { id: number; version: number },
  actFor: (state: CaseState) => ActInput | null,
): void {
  const before = readCase(scope.tx, id);
  refuseStale(before.state, version);
  const act = actFor(before.state);
  if (act === null) return;
  const answer: CaseEvent | Refusal = decide(act, before.state, actContextOf(scope, scope.tx, before.state));
  if (isRefusal(answer)) {
    if (answer.code === 'noTaker') throw new AppError('invalidInput', { fields: { toPersonId: 'choice' } });
    const { caseCode, status } = before.state;
    throw new AppError('actNotAllowed', { act: act.kind, status, refusal: answer.code, caseCode });
  }
  writeEvent(scope, id, before, answer);
}

function idsOf(cases: readonly { id: number }[]): number[] {
  return cases.map(({ id }) => id);
}

/** Whose hands a result comes from, asked before the list finishes it: that act makes its maker the holder. */
function giverOf({ agency, holder }: CaseState): string {
  return agency ?? holder.name;
}

/** The list itself and its paper, in the same transaction. */
function listed(
  scope: CommandScope,
  kind: BatchKind,
  form: BatchForm,
  name: string,
  data: Omit<BatchData, 'title'>,
): BulkResult {
  const { tx, now } = scope;
  const { caseIds, giver } = data;
  const year = now.today.slice(0, 4);
  const head = { kind, at: now.officeTime, personId: requirePerson(scope).id };
  const { id, number, title, at } = insertBatch(tx, head, (number) => ({
    ...data,
    title: `${name} số ${number}/${year}`,
  }));
  scope.record(`batch.${kind}`, `batch:${id}`, {
    ...{ caseIds, number, title, at },
    ...(giver !== undefined && { giver }),
  });
  const { printing } = requireSettings(tx, now);
  const jobIds = [addPrintJob(tx, { batchId: id, at: now.officeTime, ...sheetsOf(form, printing) })];
  scope.after(() => scope.context.printDesk.enqueue(jobIds));
  return { batchId: id, title, caseIds, jobIds };
}
