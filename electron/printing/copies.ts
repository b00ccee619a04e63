import type { FormName } from '../../shared/domain/forms.ts';
import type { Printing } from '../../shared/domain/settings.ts';
import { type Paper, papersOfForm } from './slip-data.ts';

/** Copies of each form (forms §1): of the acknowledgement one stays with the dossier, one goes with the citizen. */
const copiesOf: Record<FormName, number> = {
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
  ratingSlip: 1,
  bulkMinutes: 2,
  resultHandover: 2,
  handoverMinutes: 2,
  feeNote: 2,
  closingSheet: 2,
  queueTicket: 1,
};

/** The paper that the ward wants a form on, or its usual one. */
export function paperOf(form: FormName, printing: Printing): Paper {
  if (form === 'acknowledgement') return printing.acknowledgementPaper;
  if (form === 'controlSlip') return printing.controlSlipPaper;
  const [usual, ...others] = papersOfForm[form];
  return others.find((paper) => paper === printing.otherPapers[form]) ?? usual;
}

/** On a roll there is one of each: what is torn off goes with the citizen. */
export function copiesOn(paper: Paper, form: FormName): number {
  return paper === 'roll80' ? 1 : copiesOf[form];
}

/** How many copies of a form go to which printer; null is the system's own. */
export function sheetsOf(
  form: FormName,
  printing: Printing,
): { form: FormName; copies: number; printer: string | null } {
  const paper = paperOf(form, printing);
  const printer = paper === 'roll80' ? printing.rollPrinter : printing.printer;
  return { form, copies: copiesOn(paper, form), printer };
}
