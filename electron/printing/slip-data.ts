import type { TraceDay } from '../../shared/domain/appointment.ts';
import type { FormName } from '../../shared/domain/forms.ts';

/**
 * What a slip is made from: plain data that survives structured cloning, already decided and already worded.
 * A form never reads the register, never asks the clock and never computes a date.
 */

/**
 * Paper the slip is laid out for; `A4Landscape` lies, `roll80` is an 80 mm thermal roll of which 72 mm prints.
 */
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
  bulkMinutes: ['A4Landscape'],
  resultHandover: ['A4Landscape'],
  handoverMinutes: ['A4Landscape'],
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

export interface SlipCase {
  /** Official code, printed as text only: 'H52.09.01-250424-0008'. */
  caseCode: string;
  /** Our code with check digit, digits and hyphens only; printed as barcode and QR: '250424-0008-31'. */
  slipCode: string;
  /** Place in the register book; null leaves dots for the pen. */
  volume: string | null;
  serial: string | null;
  receivedAt: OfficeTime;
  /** null: the case has no due date, a sentence says so. */
  dueAt: OfficeTime | null;
  /** '03 ngày làm việc' */
  limitText: string | null;
  /** Days from reception to the due day; empty leaves the strip out. */
  trace: readonly TraceDay[];
  /** Year whose holidays are not yet announced, when the due date rests on it: a warning line is printed. */
  provisionalYear: number | null;
  /** Same-day case received after the cut-off hour: a line says why the result comes on the next working day. */
  movedToNextDay: boolean;
  channel: 'direct' | 'online' | 'postal';
  /** Number of dossiers (bộ). */
  sets: number;
  /** 'Bộ phận Tiếp nhận và Trả kết quả, quầy 2' */
  returnPlace: string | null;
  /** '10.000 đ, đã thu tiền mặt, phiếu thu 0046'; null leaves the line out. */
  feeText: string | null;
  /** What is asked for, beyond the procedure's name; null when the name says it all. */
  requestSummary: string | null;
}

export interface SlipPerson {
  name: string;
  /** As it is to be printed, masked or not: the caller decides. */
  idNumber: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
}

export interface PaperRow {
  name: string;
  originals: number;
  certifiedCopies: number;
  photocopies: number;
  note?: string;
}

export interface CertifiedCopyRow {
  name: string;
  pages: number;
  copies: number;
  /** An electronic certified copy is signed as well. */
  electronic: boolean;
  note?: string;
}

/** The list of papers: the usual columns, or those of a request for certified copies (chứng thực). */
export type SlipPapers =
  | { kind: 'components'; rows: readonly PaperRow[] }
  | { kind: 'certifiedCopies'; rows: readonly CertifiedCopyRow[] };

export interface SlipCopy {
  number: number;
  of: number;
  /** Without brackets: 'Liên 2: Giao người nộp hồ sơ'. */
  label: string;
}

/** Wording that a new circular may change: kept as data, never in a form's code. */
export interface SlipFormText {
  title: string;
  /** 'Mẫu số 01'; off (null) by default. */
  formNumberLine: string | null;
  /** '(Ban hành kèm theo …)'; off (null) by default. */
  legalLine: string | null;
  /** Paragraphs at the foot; the first is led by "Ghi chú:". */
  notes: readonly string[];
}

/** One hand-over of the dossier; what is null is left as dots for the pen. */
export interface SlipHandover {
  giver: string | null;
  taker: string | null;
  at: OfficeTime | null;
  /** 'Trước hạn' | 'Đúng hạn' | 'Quá hạn', as worded by the caller. */
  result: string | null;
  note: string | null;
}

/** Only the control slip reads this. */
export interface SlipControl {
  resolvingUnit: string | null;
  cooperatingUnit: string | null;
  /** Filled first; blank blocks follow. */
  handovers: readonly SlipHandover[];
  /** Blocks altogether, filled and blank; whole pages are filled up. Default: one page. */
  blocks?: number;
}

export interface SlipData {
  paper: Paper;
  office: SlipOffice;
  case: SlipCase;
  applicant: SlipPerson;
  /** null: the applicant came in person. */
  submitter: SlipPerson | null;
  procedure: { code: string; name: string };
  papers: SlipPapers;
  clerkName: string | null;
  /** Date line of the slip and date of the file; a reprint keeps the date of the version it repeats. */
  issuedAt: OfficeTime;
  /** One page run each, in this order; the tracking slip ignores labels. */
  copies: readonly [SlipCopy, ...SlipCopy[]];
  /** 0: first print; n ≥ 1 prints "IN LẠI lần n". */
  reprint: number;
  /** Version of the case's content; from 2 on it is printed. */
  version: number;
  formText: SlipFormText;
  control?: SlipControl;
}
