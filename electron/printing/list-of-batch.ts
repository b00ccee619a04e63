import type { Batch } from '../../shared/domain/batch.ts';
import type { CaseState } from '../../shared/domain/case-flow.ts';
import type { BatchForm } from '../../shared/domain/forms.ts';
import { outcomeLabels } from '../../shared/labels.ts';
import type { BulkRow, HandoverRow, ListPart, ResultRow } from './list-parts.ts';
import type { OfficeTime, SlipDataOf } from './slip-data.ts';
import { headOf, type PrintOccasion, type SlipSource, slipOfCase } from './slip-of-case.ts';
import { partyOf } from './words/control-slip.ts';
import { dueOf, limitTextOf, requestName, requestOf } from './words/source.ts';

/** A list that goes from hand to hand, with its cases as they were when it was made. */
export interface BatchSource {
  batch: Pick<Batch, 'year' | 'number' | 'at' | 'notes' | 'giver'>;
  /** Who made the list. */
  madeBy: string;
  /** In the order of the list. */
  states: readonly CaseState[];
}

const copyLabels = ['Bản 1: Bên giao giữ', 'Bản 2: Bên nhận giữ'];

/** Words of a list on one of its forms. */
export function listOfBatch<Form extends BatchForm>(
  form: Form,
  source: BatchSource,
  occasion: PrintOccasion,
): SlipDataOf<Form> {
  const { batch } = source;
  return {
    ...headOf(form, occasion, batch.at, copyLabels),
    number: `${batch.number}/${batch.year}`,
    at: batch.at,
    note: batch.notes === '' ? null : batch.notes,
    ...wordsOf[form](source, occasion),
    form,
  } as SlipDataOf<Form>;
}

type Words<Row> = Pick<ListPart<Row>, 'giver' | 'taker' | 'rows'>;

const wordsOf: Record<BatchForm, (source: BatchSource, occasion: PrintOccasion) => Words<object>> = {
  bulkMinutes: ({ madeBy, states }, { settings }): Words<BulkRow> => ({
    giver: onlyOne(states.map(({ submitter, applicant }) => (submitter ?? applicant).name)),
    taker: madeBy,
    rows: states.map((state) => ({
      procedureName: requestName(state.procedure.name),
      procedureShortName: state.procedure.shortName,
      request: requestOf({ ...state, procedure: { ...state.procedure, name: state.procedure.shortName } }),
      unit: state.agency ?? settings.office.parentAgency,
      receivedAt: state.receivedAt,
      dueAt: dueOf(state).at,
      limitText: limitTextOf(state) ?? '',
      sets: state.sets,
      applicantName: state.applicant.name,
      birthYear: state.applicant.birthOn?.slice(0, 4) ?? null,
      shortCode: shortCodeOf(state.caseCode),
    })),
  }),
  resultHandover: ({ batch, madeBy, states }): Words<ResultRow> => ({
    giver: batch.giver ?? null,
    // Whoever lists his own results is the giver; who takes them writes his name.
    taker: batch.giver === madeBy ? null : madeBy,
    rows: states.map((state) => ({
      caseCode: state.caseCode,
      request: requestOf(state),
      result: resultOf(state),
      applicantName: state.applicant.name,
      address: state.applicant.address,
      hasFee: state.fee.method !== 'exempt' && (state.fee.amountVnd ?? 0) > 0,
      byPost: state.returnChannel === 'postal',
    })),
  }),
  handoverMinutes: ({ batch, madeBy, states }): Words<HandoverRow> => ({
    giver: madeBy,
    taker: onlyOne(states.map((state) => takerOf(state, batch.at))),
    rows: states.map((state) => ({
      caseCode: state.caseCode,
      request: requestOf(state),
      applicantName: state.applicant.name,
      receivedAt: state.receivedAt,
      dueAt: dueOf(state).at,
      papers: state.papers.filter(({ shown }) => !shown).length,
    })),
  }),
};

/** "H52.09.01-250424-0012" → "250424-0012": the office stands at the head of the sheet. */
function shortCodeOf(caseCode: string): string {
  return /-(\d{6}-\d+)$/.exec(caseCode)?.[1] ?? caseCode;
}

/** The one name that all lines share; null, left for the pen, when they differ. */
function onlyOne(names: readonly string[]): string | null {
  const [first = '', ...others] = new Set(names);
  return first === '' || others.length > 0 ? null : first;
}

function takerOf({ handovers, holder }: CaseState, at: OfficeTime): string {
  const handover = handovers.findLast((one) => one.at === at && !one.isBack);
  return handover === undefined ? holder.name : partyOf(handover.to, handover.agency);
}

function resultOf({ result, outcome }: CaseState): string {
  if (result === null) return outcome === null ? '' : outcomeLabels[outcome];
  return [result.kind, result.number === '' ? '' : `số ${result.number}`]
    .filter((part) => part !== '')
    .join(', ');
}

/** The one acknowledgement for a list of dossiers: it names the first case and counts them all (forms §2). */
export function acknowledgementOfBatch(
  first: SlipSource,
  count: number,
  occasion: PrintOccasion,
): SlipDataOf<'acknowledgement'> {
  // One case's code and fee would stand for all of them.
  const source = { ...first, ratingCodes: {}, owedByTransfer: null };
  return { ...slipOfCase('acknowledgement', source, occasion), bulk: count };
}
