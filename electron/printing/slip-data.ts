import type { FormName } from '../../shared/domain/forms.ts';
import type { PartOf } from './slip-parts.ts';

/**
 * What a slip is made from: plain data that survives structured cloning, already decided and already worded. A form
 * never reads the register, never asks the clock and never computes a date. Here is what all forms have in common;
 * what each needs beyond it stands in slip-parts.ts, so that no form receives more than it prints.
 */

/** Paper the slip is laid out for; `A4Landscape` lies, `roll80` is an 80 mm thermal roll of which 72 mm prints. */
export type Paper = 'A5' | 'A4' | 'A4Landscape' | 'roll80';

/** Papers each form knows; the first is its default (TT 01/2018/TT-VPCP Điều 9.2; A4 for what is numbered, by practice). */
export const papersOfForm: Record<FormName, readonly [Paper, ...Paper[]]> = {
  acknowledgement: ['A5', 'A4'],
  supplementSlip: ['A5', 'A4'],
  rejectionSlip: ['A5', 'A4'],
  apologyLetter: ['A4', 'A5'],
  stopNotice: ['A4', 'A5'],
  controlSlip: ['A4', 'A5'],
  trackingSlip: ['roll80'],
  refusalNotice: ['A4', 'A5'],
  handoverSlip: ['A4'],
  returnReceipt: ['A5', 'A4'],
  withdrawalRequest: ['A5', 'A4'],
  guidanceSheet: ['A5', 'A4'],
  caseHistory: ['A4'],
  largeTypeSlip: ['A5'],
  congratulationLetter: ['A4', 'A5'],
  condolenceLetter: ['A4', 'A5'],
  sorryLetter: ['A4', 'A5'],
  feedbackSlip: ['A5', 'A4'],
  ratingSlip: ['A5'],
  bulkMinutes: ['A4Landscape'],
  resultHandover: ['A4Landscape'],
  handoverMinutes: ['A4Landscape'],
  feeNote: ['A5', 'roll80'],
  closingSheet: ['A4'],
  queueTicket: ['roll80'],
};

/** Office time, `YYYY-MM-DDTHH:mm`, no zone. */
export type OfficeTime = string;

export interface SlipOffice {
  /** First line of the header, printed in capitals: 'UBND thị trấn Ít Ong'. */
  parentAgency: string;
  /** Second line of the header, printed in bold capitals: 'Bộ phận Tiếp nhận và Trả kết quả'. */
  oneStopUnit: string;
  /** The receiving unit as a sentence names it: 'UBND thị trấn Ít Ong, huyện Mường La'. */
  unit: string;
  /** Place of the date line: 'Ít Ong'. */
  place: string;
  phone: string | null;
  /** 'sáng 07:00 – 11:30, chiều 13:30 – 17:00' */
  openingHours: string | null;
  /** Sample or training office: "MẪU" on every page (TT 01/2018/TT-VPCP Điều 5.2). */
  isSample: boolean;
}

/** What names the case on its slips. */
export interface SlipCodes {
  /** Official code, printed as text only: 'H52.09.01-250424-0008'. */
  caseCode: string;
  /** Our code with check digit, digits and hyphens only; printed as barcode and QR: '250424-0008-31'. */
  slipCode: string;
  /** The code with its signature, for the QR of a slip that says an appointment; null: the QR says the code alone. */
  signed: string | null;
  /** Place in the register book; null leaves dots for the pen. */
  volume: string | null;
  serial: string | null;
  /** Version of the case's content. */
  version: number;
}

export interface SlipCopy {
  number: number;
  of: number;
  /** Without brackets: 'Liên 2: Giao người nộp hồ sơ'; empty prints none. */
  label: string;
}

/** Wording that a new circular may change: kept as data, never in a form's code. */
export interface SlipFormText {
  title: string;
  /** The title in the second language of the place; null prints none. */
  secondTitle: string | null;
  /** 'Mẫu số 01'; off (null) by default. */
  formNumberLine: string | null;
  /** '(Ban hành kèm theo …)'; off (null) by default. */
  legalLine: string | null;
  /** Paragraphs at the foot; the first is led by "Ghi chú:". */
  notes: readonly string[];
  /** What people are told of the use of their data; it never costs a page. */
  dataNotice?: string | undefined;
}

/** Common to every form: letterhead, title, marks, foot. */
export interface SlipHead {
  paper: Paper;
  office: SlipOffice;
  /** null: the paper is about no single case. */
  codes: SlipCodes | null;
  /** Date line of the slip and date of the file; a reprint keeps the date of the version it repeats. */
  issuedAt: OfficeTime;
  /** One page run each, in this order. */
  copies: readonly [SlipCopy, ...SlipCopy[]];
  /** 0: first print; n ≥ 1 prints "IN LẠI lần n". */
  reprint: number;
  /** '4827-1903-6': one line at the foot leads to the rating; null prints none. */
  ratingCode: string | null;
  formText: SlipFormText;
}

/** All that one form is made from. */
export type SlipDataOf<Form extends FormName> = {
  [Name in Form]: SlipHead & PartOf[Name] & { form: Name };
}[Form];
export type SlipData = SlipDataOf<FormName>;
