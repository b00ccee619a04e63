import { z } from 'zod';
import { type Batch, formsOfBatch } from '../../../shared/domain/batch.ts';
import { type Bulk, bulkSchema, numberTwice, receptionOfRow } from '../../../shared/domain/bulk.ts';
import { type CaseEvent, fold } from '../../../shared/domain/case-flow.ts';
import { receivers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BatchDetail, BatchRow, BulkResult } from '../../../shared/views-counter.ts';
import { sheetsOf } from '../../printing/copies.ts';
import { nameOfPerson } from '../../register/accounts/people.ts';
import { fillBatch, getBatch, insertBatch, listBatches } from '../../register/cases/batches.ts';
import { findCaseByForm, getCase, insertCase } from '../../register/cases/cases.ts';
import { listRowsOf } from '../../register/cases/custody.ts';
import { addPrintJob, listPrintJobsOfBatch, listPrintJobsOfCase } from '../../register/print-jobs.ts';
import { type CommandScope, command, query, requirePerson, requireSettings, seated } from '../door.ts';
import { demandFee } from '../money/payment-writing.ts';
import { receivedFacts } from '../reception/reception-facts.ts';
import { codesForEvent } from '../voice/rating-writing.ts';
import { rowViewer } from './case-views.ts';
import { printSlips } from './case-writing.ts';

export const batchRoutes = {
  /**
   * Receives every line of a list as a case of its own, or none: numbers, citizens, appointments, the list and its minutes are one
   * transaction. The same form answers the list it already made.
   * Errors: invalidInput (`rows.3.name`), unknownProcedure, unknownVariant, formAlreadyUsed, clockWrong.
   */
  receive: command(receivers, ['cases', 'slips'], bulkSchema, (scope, bulk): BulkResult => {
    const known = listOfForm(scope, bulk);
    if (known) return known;
    const { tx, now } = scope;
    const { id: personId, name } = requirePerson(scope);
    const settings = requireSettings(tx, now);
    const head = { kind: 'bulkReception', at: now.officeTime, personId } as const;
    const { notes } = bulk;
    const batch = insertBatch(tx, head, (number) => ({
      title: titleOf(number, now.today),
      caseIds: [],
      notes,
    }));
    const caseIds: number[] = [];
    const jobIds: number[] = [];
    const twice = numberTwice(bulk.rows);
    for (const [index, row] of bulk.rows.entries()) {
      const input = receptionOfRow(bulk, row);
      if (input === undefined)
        throw new AppError('invalidInput', { fields: { [`rows.${index}.procedureCode`]: 'choice' } });
      // A line that brings another's number leaves him his name.
      const facts = receivedFacts(scope, settings, input, bulk.rows[twice[index] ?? index]?.name);
      const event: CaseEvent = {
        kind: 'received',
        at: now.officeTime,
        by: { id: personId, name },
        ...facts,
        batch: { id: batch.id, position: index + 1 },
      };
      const state = fold([event]);
      const id = insertCase(tx, formOfRow(bulk, index), state);
      scope.record('case.received', `case:${id}`, event);
      demandFee(scope, id, state);
      codesForEvent(scope, id, event);
      caseIds.push(id);
      jobIds.push(...printSlips(scope, id, bulk.slips));
    }
    fillBatch(tx, batch, caseIds);
    const { number, title, at } = batch;
    scope.record('batch.received', `batch:${batch.id}`, { caseIds, number, title, at });
    return resultOf({ ...batch, caseIds }, [...printList(scope, batch, bulk), ...jobIds]);
  }),

  /** A list with its cases as they are now, in its own order, and what was printed of it. */
  get: query(seated, z.object({ id: z.int().min(1) }), (scope, { id }): BatchDetail => {
    const batch = getBatch(scope.db, id);
    const view = rowViewer(scope);
    return {
      ...batch,
      personName: nameOfPerson(scope.db, batch.personId),
      rows: listRowsOf(scope.db, batch.caseIds).map(view),
      prints: listPrintJobsOfBatch(scope.db, id),
    };
  }),

  list: query(seated, z.void(), ({ db }): BatchRow[] =>
    listBatches(db, 100).map(({ id, kind, title, at, personId, caseIds }) => ({
      id,
      kind,
      title,
      at,
      personName: nameOfPerson(db, personId),
      count: caseIds.length,
    })),
  ),
};

function titleOf(number: number, today: string): string {
  return `Biên bản giao nhận hồ sơ số ${number}/${today.slice(0, 4)}`;
}

/** Each line has a key of its own under the form's; the first holds what the whole form held. */
function formOfRow(bulk: Bulk, index: number) {
  return { key: `${bulk.formKey}/${index + 1}`, content: index === 0 ? bulk : null };
}

/** The answer to a form that made its list before; throws formAlreadyUsed when it holds something else now. */
function listOfForm({ tx }: CommandScope, bulk: Bulk): BulkResult | undefined {
  const known = findCaseByForm(tx, formOfRow(bulk, 0));
  if (known === undefined) return undefined;
  const { caseCode, batch } = getCase(tx, known.id);
  if (!known.isSame || batch === undefined) throw new AppError('formAlreadyUsed', { id: known.id, caseCode });
  const list = getBatch(tx, batch.id);
  const slips = [
    ...listPrintJobsOfBatch(tx, batch.id),
    ...list.caseIds.flatMap((id) => listPrintJobsOfCase(tx, id)),
  ];
  return resultOf(
    list,
    slips.map(({ id }) => id),
  );
}

/** Puts the papers of a list on the print list; they print once the list is on disk. */
function printList(
  scope: CommandScope,
  { id, kind }: Pick<Batch, 'id' | 'kind'>,
  { hasAcknowledgement }: Pick<Bulk, 'hasAcknowledgement'>,
): number[] {
  const forms = formsOfBatch[kind].filter((form) => hasAcknowledgement || form !== 'acknowledgement');
  const { printing } = requireSettings(scope.tx, scope.now);
  const at = scope.now.officeTime;
  const ids = forms.map((form) => addPrintJob(scope.tx, { batchId: id, at, ...sheetsOf(form, printing) }));
  scope.after(() => scope.context.printDesk.enqueue(ids));
  return ids;
}

function resultOf({ id, title, caseIds }: Batch, jobIds: number[]): BulkResult {
  return { batchId: id, title, caseIds, jobIds };
}
