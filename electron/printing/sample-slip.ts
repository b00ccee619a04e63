import { type BatchForm, batchForms, type FormName } from '../../shared/domain/forms.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { listOfBatch } from './list-of-batch.ts';
import { sampleCase } from './sample-case.ts';
import { sampleClosing, samplePayment, sampleTicket } from './sample-money.ts';
import type { SlipData } from './slip-data.ts';
import { type PrintOccasion, slipOfCase } from './slip-of-case.ts';
import { closingSheetOf } from './words/closing-sheet.ts';
import { feeNoteOf } from './words/fee-note.ts';
import { queueTicketOf } from './words/queue-ticket.ts';

/** A form as it looks under given settings and wording: an invented case, marked MẪU, for whoever edits the wording. */
export function sampleSlip(
  form: FormName,
  settings: Settings,
  { formTexts, questionSets }: Pick<PrintOccasion, 'formTexts' | 'questionSets'>,
): SlipData {
  const occasion: PrintOccasion = {
    settings: { ...settings, isSample: true },
    formTexts,
    questionSets,
    reprint: 0,
    now: '2025-04-28T09:00',
  };
  if (isBatchForm(form)) return sampleList(form, occasion);
  if (form === 'feeNote') return feeNoteOf(samplePayment(), occasion);
  if (form === 'closingSheet') return closingSheetOf(sampleClosing, occasion);
  if (form === 'queueTicket') return queueTicketOf(sampleTicket, occasion);
  return slipOfCase(form, sampleCase(form), occasion);
}

function isBatchForm(form: FormName): form is BatchForm {
  return (batchForms as readonly FormName[]).includes(form);
}

function sampleList(form: BatchForm, occasion: PrintOccasion): SlipData {
  const { state } = sampleCase('acknowledgement');
  const others = ['Lò Văn Nam', 'Quàng Thị Phương', 'Cà Văn Thịnh', 'Hợp tác xã Nông nghiệp Ít Ong'];
  const states = [state.applicant.name, ...others].map((name, index) => ({
    ...state,
    caseCode: `H52.09.01-250424-${String(index + 8).padStart(4, '0')}`,
    applicant: { ...state.applicant, name },
    submitter: { name: 'Lường Thị Thu Hằng', idNumber: null, phone: null, relation: '' },
  }));
  const batch = { year: 2025, number: 12, at: '2025-04-24T10:00', notes: '' };
  return listOfBatch(form, { batch, madeBy: state.receivedBy.name, states }, occasion);
}
