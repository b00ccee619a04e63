import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FormName } from '../../shared/domain/forms.ts';
import { acknowledgement } from './acknowledgement.ts';
import { apologyLetter } from './apology-letter.ts';
import { bulkMinutes } from './bulk-minutes.ts';
import { caseHistory } from './case-history.ts';
import { closingSheet } from './closing-sheet.ts';
import { condolenceLetter } from './condolence-letter.ts';
import { congratulationLetter } from './congratulation-letter.ts';
import { controlSlip } from './control-slip.ts';
import { feeNote } from './fee-note.ts';
import { feedbackSlip } from './feedback-slip.ts';
import { guidanceSheet } from './guidance-sheet.ts';
import { handoverMinutes } from './handover-minutes.ts';
import { handoverSlip } from './handover-slip.ts';
import { largeTypeSlip } from './large-type-slip.ts';
import { queueTicket } from './queue-ticket.ts';
import { ratingSlip } from './rating-slip.ts';
import { refusalNotice } from './refusal-notice.ts';
import { rejectionSlip } from './rejection-slip.ts';
import { resultHandover } from './result-handover.ts';
import { returnReceipt } from './return-receipt.ts';
import type { Fit } from './sheet.ts';
import { papersOfForm, type SlipData, type SlipDataOf } from './slip-data.ts';
import { sorryLetter } from './sorry-letter.ts';
import { stopNotice } from './stop-notice.ts';
import { supplementSlip } from './supplement-slip.ts';
import { trackingSlip } from './tracking-slip.ts';
import { withdrawalRequest } from './withdrawal-request.ts';

const layouts: { [Form in FormName]: (data: SlipDataOf<Form>, fit: Fit) => TDocumentDefinitions } = {
  acknowledgement,
  supplementSlip,
  rejectionSlip,
  apologyLetter,
  stopNotice,
  controlSlip,
  trackingSlip,
  refusalNotice,
  handoverSlip,
  returnReceipt,
  withdrawalRequest,
  guidanceSheet,
  caseHistory,
  largeTypeSlip,
  congratulationLetter,
  condolenceLetter,
  sorryLetter,
  feedbackSlip,
  ratingSlip,
  bulkMinutes,
  resultHandover,
  handoverMinutes,
  feeNote,
  closingSheet,
  queueTicket,
};

/** A form as the engine draws it. Throws when the form is not laid out for the paper. */
export function layOut(data: SlipData, fit: Fit): TDocumentDefinitions {
  return layOutOne(data.form, data, fit);
}

function layOutOne<Form extends FormName>(
  form: Form,
  data: SlipDataOf<Form>,
  fit: Fit,
): TDocumentDefinitions {
  if (!papersOfForm[form].includes(data.paper)) throw new Error(`${form} is not laid out for ${data.paper}`);
  return layouts[form](data, fit);
}
