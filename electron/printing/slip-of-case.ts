import type { FormName, FormNumbering, FormText, FormTexts, SlipForm } from '../../shared/domain/forms.ts';
import type { RatingStage } from '../../shared/domain/rating.ts';
import type { QuestionSet } from '../../shared/domain/rating-settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { formatPhone } from '../../shared/format.ts';
import { type SlipSigner, signSlip } from '../signing/slip-signing.ts';
import { copiesOn, paperOf } from './copies.ts';
import type { OfficeTime, SlipCodes, SlipDataOf, SlipFormText, SlipHead, SlipOffice } from './slip-data.ts';
import type { PartOf } from './slip-parts.ts';
import { acknowledgementWords } from './words/acknowledgement.ts';
import { apologyLetterWords } from './words/apology-letter.ts';
import { caseHistoryWords } from './words/case-history.ts';
import { controlSlipWords } from './words/control-slip.ts';
import { feedbackSlipWords } from './words/feedback-slip.ts';
import { guidanceOf, guidanceSheetWords } from './words/guidance-sheet.ts';
import { handoverSlipWords } from './words/handover-slip.ts';
import { largeTypeSlipWords } from './words/large-type-slip.ts';
import { letterWords } from './words/letters.ts';
import { ratingSlipWords } from './words/rating-slip.ts';
import { refusalNoticeWords } from './words/refusal-notice.ts';
import { rejectionSlipWords } from './words/rejection-slip.ts';
import { returnReceiptWords } from './words/return-receipt.ts';
import { copiesFrom, type Worded, type WordSource } from './words/source.ts';
import { stopNoticeWords } from './words/stop-notice.ts';
import { supplementSlipWords } from './words/supplement-slip.ts';
import { trackingSlipWords } from './words/tracking-slip.ts';
import { withdrawalRequestWords } from './words/withdrawal-request.ts';

/** Everything is decided and worded before a form is laid out: here its words are found. */

const wordsOf: { [Form in SlipForm]: (source: WordSource) => Worded<Form> } = {
  acknowledgement: acknowledgementWords,
  supplementSlip: supplementSlipWords,
  rejectionSlip: rejectionSlipWords,
  apologyLetter: apologyLetterWords,
  stopNotice: stopNoticeWords,
  controlSlip: controlSlipWords,
  trackingSlip: trackingSlipWords,
  refusalNotice: refusalNoticeWords,
  handoverSlip: handoverSlipWords,
  returnReceipt: returnReceiptWords,
  withdrawalRequest: withdrawalRequestWords,
  guidanceSheet: guidanceSheetWords,
  caseHistory: caseHistoryWords,
  largeTypeSlip: largeTypeSlipWords,
  congratulationLetter: letterWords,
  condolenceLetter: letterWords,
  sorryLetter: letterWords,
  feedbackSlip: feedbackSlipWords,
  ratingSlip: ratingSlipWords,
};

/** A case as the register tells it. */
export type SlipSource = Pick<
  WordSource,
  'state' | 'events' | 'procedure' | 'ratingCodes' | 'owedByTransfer'
>;

/** What is the same for every paper printed at one time: the wording in force, the reprint, the hour. */
export interface PrintOccasion {
  settings: Settings;
  /** National wording; the ward's own in the settings goes before it. */
  formTexts: FormTexts;
  /** Those of ratings that come with the program. */
  questionSets: readonly QuestionSet[];
  reprint: number;
  now: OfficeTime;
  /** What signs the slips of this office; null: they go unsigned. */
  signer: SlipSigner | null;
}

/** Words of one case on one form. */
export function slipOfCase<Form extends SlipForm>(
  form: Form,
  source: SlipSource,
  occasion: PrintOccasion,
): SlipDataOf<Form> {
  const { settings, questionSets, now } = occasion;
  const { state } = source;
  const words = wordsOf[form]({
    ...source,
    settings,
    questionSets,
    text: textInForce(form, occasion),
    now,
  });
  const { issuedAt, copyLabels, ...part } = words;
  return {
    ...headOf(form, occasion, issuedAt, copyLabels),
    ratingCode: ratingCodeOn(form, source),
    codes: uncoded.includes(form) ? null : codesOf(state, signedFor(form, words, source, occasion)),
    ...part,
    form,
  } as SlipDataOf<Form>;
}

/** The slips that a rating goes out with (TT 01/2018/TT-VPCP Điều 12.2), each with the code of its own act. */
const stages: Partial<Record<SlipForm, RatingStage>> = {
  acknowledgement: 'reception',
  trackingSlip: 'reception',
  supplementSlip: 'supplement',
  rejectionSlip: 'rejection',
  returnReceipt: 'return',
};

function ratingCodeOn(form: SlipForm, { ratingCodes }: SlipSource): string | null {
  const stage = stages[form];
  return stage === undefined ? null : (ratingCodes[stage] ?? null);
}

/** Guidance is about a procedure, and a word of criticism must not lead back to whose case it came from. */
const uncoded: readonly SlipForm[] = ['guidanceSheet', 'feedbackSlip', 'ratingSlip'];

/** Slips that say an appointment to a citizen, and where each says it: the signature is over the very hour on the paper. */
const saidDue: { [Form in SlipForm]?: (part: PartOf[Form]) => OfficeTime | null } = {
  acknowledgement: ({ due }) => due.at,
  trackingSlip: ({ dueAt }) => dueAt,
  largeTypeSlip: ({ due }) => due.at,
  apologyLetter: ({ newDueAt }) => newDueAt,
};

/** A slip that cannot be signed is printed all the same: a citizen waits for it. */
function signedFor<Form extends SlipForm>(
  form: Form,
  part: PartOf[Form],
  { state }: SlipSource,
  { signer }: PrintOccasion,
): string | null {
  const said = saidDue[form];
  if (said === undefined || signer === null) return null;
  try {
    return signSlip(signer, { slipCode: state.slipCode, dueAt: said(part) });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What names a case on its papers. */
export function codesOf(
  { caseCode, slipCode, volume, serial, contentVersion }: SlipSource['state'],
  signed: string | null = null,
): SlipCodes {
  return {
    caseCode,
    slipCode,
    signed,
    volume: String(volume).padStart(2, '0'),
    serial: String(serial).padStart(2, '0'),
    version: contentVersion,
  };
}

/** The guidance sheet of a procedure alone, for somebody who has not filed anything. */
export function guidanceSheetOf(
  procedure: NonNullable<SlipSource['procedure']>,
  occasion: PrintOccasion,
): SlipDataOf<'guidanceSheet'> {
  return {
    ...headOf('guidanceSheet', occasion, occasion.now),
    ...guidanceOf(procedure),
    form: 'guidanceSheet',
  };
}

/** Head of a paper that is about no single case. */
export function headOf(
  form: FormName,
  occasion: PrintOccasion,
  issuedAt: OfficeTime,
  copyLabels: readonly string[] = [],
): SlipHead {
  const { settings, reprint } = occasion;
  const paper = paperOf(form, settings.printing);
  return {
    paper,
    office: officeOf(settings),
    codes: null,
    issuedAt,
    copies: copiesFrom(copyLabels, copiesOn(paper, form)),
    reprint,
    ratingCode: null,
    formText: wordingOf(textInForce(form, occasion), settings.formNumbering),
  };
}

/** The ward's own wording; what it left out of the other circular's is the national one. */
export function textInForce(
  form: FormName,
  { settings, formTexts }: Pick<PrintOccasion, 'settings' | 'formTexts'>,
): FormText {
  const national = formTexts[form];
  const own = settings.formTexts[form];
  if (own === undefined) return national;
  const { title, formNumber, legalLine } = own.tt03;
  const dataNotice = own.dataNotice ?? national.dataNotice;
  return { ...own, dataNotice, tt03: title + formNumber + legalLine === '' ? national.tt03 : own.tt03 };
}

function wordingOf(text: FormText, numbering: FormNumbering): SlipFormText {
  const { formNumber, legalLine } = numbering === 'tt03' ? text.tt03 : text;
  const orNone = (line: string) => (text.showLegalLine && line !== '' ? line : null);
  return {
    title: numbering === 'tt03' && text.tt03.title !== '' ? text.tt03.title : text.title,
    secondTitle: text.second.title === '' ? null : text.second.title,
    formNumberLine: orNone(formNumber),
    legalLine: orNone(legalLine),
    notes: [text.notes, text.second.notes].filter((note) => note !== ''),
    ...(text.dataNotice && { dataNotice: text.dataNotice }),
  };
}

function officeOf({ office, hours, isSample }: Settings): SlipOffice {
  const { morning, afternoon } = hours;
  return {
    parentAgency: office.parentAgency,
    oneStopUnit: office.name,
    unit: office.parentAgency,
    place: office.place,
    phone: office.phone === null ? null : formatPhone(office.phone),
    openingHours: `sáng ${morning.opensAt} – ${morning.closesAt}, chiều ${afternoon.opensAt} – ${afternoon.closesAt}`,
    isSample,
  };
}
