import { type BatchForm, batchForms, type FormName } from '../../shared/domain/forms.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { SlipSigner } from '../signing/slip-signing.ts';
import { listOfBatch } from './list-of-batch.ts';
import { sampleCase } from './sample-case.ts';
import { sampleClosing, samplePayment, sampleTicket } from './sample-money.ts';
import type { SlipData } from './slip-data.ts';
import { type PrintOccasion, slipOfCase } from './slip-of-case.ts';
import { closingSheetOf } from './words/closing-sheet.ts';
import { feeNoteOf } from './words/fee-note.ts';
import { queueTicketOf } from './words/queue-ticket.ts';

/**
 * So that the codes are as dense as a real slip's: the first test key of RFC 8032, 7.1. The whole world knows it and no office
 * has it, so no check takes what it signed for genuine.
 */
export const sampleSigner: SlipSigner = {
  number: '0000',
  agencyCode: 'A00',
  publicKey: Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex'),
  privateKey: Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
};

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
    signer: sampleSigner,
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
