import type { FormName } from '../../shared/domain/forms.ts';
import type { Printing } from '../../shared/domain/settings.ts';

/** Copies of each form (forms §1): of the acknowledgement one stays with the dossier, one goes with the citizen. */
export const copiesOf: Record<FormName, number> = {
  acknowledgement: 2,
  supplementSlip: 2,
  rejectionSlip: 2,
  apologyLetter: 2,
  stopNotice: 2,
  controlSlip: 1,
  trackingSlip: 1,
  refusalNotice: 2,
  handoverSlip: 2,
  returnReceipt: 2,
  withdrawalRequest: 1,
  guidanceSheet: 1,
  caseHistory: 1,
  largeTypeSlip: 1,
  congratulationLetter: 1,
  condolenceLetter: 1,
  sorryLetter: 1,
  feedbackSlip: 1,
  bulkMinutes: 2,
  resultHandover: 2,
  handoverMinutes: 2,
};

/** How many copies of a form go to which printer; null is the system's own. */
export function sheetsOf(
  form: FormName,
  { printer, rollPrinter }: Printing,
): { form: FormName; copies: number; printer: string | null } {
  return { form, copies: copiesOf[form], printer: form === 'trackingSlip' ? rollPrinter : printer };
}
