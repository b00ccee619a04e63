import type { TraceDay } from '../../shared/domain/appointment.ts';
import type { FormName } from '../../shared/domain/forms.ts';
import type { BulkRow, HandoverRow, ListPart, ResultRow } from './list-parts.ts';
import type { ClosingPart, FeeNotePart } from './money-parts.ts';
import type { ApologyPart, RefusalPart, StopPart } from './numbered-parts.ts';
import type { OfficeTime } from './slip-data.ts';

/** What each form prints beyond the common head. A null datum leaves dots for the pen, unless it says otherwise. */

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

/** The appointment as a slip says it. */
export interface SlipDue {
  /** null: no date; `sentence` says why. */
  at: OfficeTime | null;
  sentence: string | null;
  /** Our own part of an inter-agency case; null leaves the line out. */
  ownAt: OfficeTime | null;
  /** The lawful date behind an earlier promise; null leaves the line out. */
  lawfulAt: OfficeTime | null;
  /** Days from reception to the due day; empty leaves the strip out. */
  trace: readonly TraceDay[];
  /** Year whose holidays are not yet announced, when the due date rests on it: a warning line is printed. */
  provisionalYear: number | null;
  /** Same-day case received after the cut-off hour: a line says why the result comes on the next working day. */
  movedToNextDay: boolean;
}

/** Somebody to ask: 'Lò Thị Mai', '0900 000 100'. */
export interface SlipContact {
  name: string | null;
  phone: string | null;
}

/** Who signs a numbered paper or a letter (NĐ 30/2020/NĐ-CP): 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', the name. */
export interface SlipSigner {
  authority: string;
  title: string;
  name: string;
}

export type SlipChannel = 'direct' | 'online' | 'postal';

/** A fee to be transferred, with the payload of its VietQR. */
export interface SlipTransfer {
  payload: string;
  bankName: string;
  account: string;
  holder: string;
  amountVnd: number;
  purpose: string;
}

export interface AcknowledgementPart {
  applicant: SlipPerson;
  /** null: the applicant came in person. */
  submitter: SlipPerson | null;
  channel: SlipChannel;
  /** 'Cấp Giấy xác nhận tình trạng hôn nhân; dùng vào việc …' */
  request: string;
  papers: SlipPapers;
  /** Number of dossiers (bộ). */
  sets: number;
  /** Many dossiers at once: their number, told by a list that goes with the slip; null for one. */
  bulk: number | null;
  receivedAt: OfficeTime;
  /** '03 ngày làm việc' */
  limitText: string | null;
  due: SlipDue;
  /** 'Ngày không hẹn', 'Trả trong ngày'; null prints no stamp. */
  stamp: readonly [string, string] | null;
  /** Lines for a second stage, for the pen. */
  hasStageLines: boolean;
  /** 'Bộ phận Tiếp nhận và Trả kết quả, quầy 2' */
  returnPlace: string | null;
  /** '10.000 đ, tiền mặt'; null leaves the line out. */
  feeText: string | null;
  /** null prints no code. */
  transfer: SlipTransfer | null;
  clerkName: string | null;
}

export interface SupplementPart {
  applicant: SlipPerson;
  channel: SlipChannel;
  request: string;
  /** After "Số: …/". */
  numberMark: string;
  rows: readonly PaperRow[];
  reason: string | null;
  /** Last day to complete, YYYY-MM-DD. */
  lastDayOn: string | null;
  contact: SlipContact;
}

export interface RejectionPart {
  applicant: SlipPerson;
  channel: SlipChannel;
  request: string;
  /** When it was handed in; printed of what did not come in person. */
  submittedAt: OfficeTime;
  reason: string | null;
  papersReturned: boolean;
  contact: SlipContact;
  clerkName: string | null;
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

export interface ControlPart {
  applicantName: string;
  request: string;
  receivedAt: OfficeTime;
  dueAt: OfficeTime | null;
  provisionalYear: number | null;
  resolvingUnit: string | null;
  cooperatingUnit: string | null;
  /** Filled first; blank blocks follow. */
  handovers: readonly SlipHandover[];
  /** Blocks altogether, filled and blank; whole pages are filled up. Default: one page. */
  blocks?: number;
}

export interface TrackingPart {
  request: string;
  receivedAt: OfficeTime;
  dueAt: OfficeTime | null;
  provisionalYear: number | null;
  /** null prints no code. */
  transfer: SlipTransfer | null;
}

/** One way of the dossier in "Giấy bàn giao hồ sơ". */
export interface HandoverSide {
  giver: string | null;
  taker: string | null;
  at: OfficeTime | null;
}

export interface HandoverSlipPart {
  applicantName: string;
  submitterName: string;
  request: string;
  dueAt: OfficeTime | null;
  rows: readonly PaperRow[];
  sets: number;
  out: HandoverSide;
  back: HandoverSide;
}

export interface ReturnPart {
  request: string;
  applicantName: string;
  returner: SlipContact;
  recipient: { name: string | null; idNumber: string | null; phone: string | null; relation: string | null };
  results: readonly { kind: string; number: string; abstract: string }[];
  returnedAt: OfficeTime | null;
  /** Sent by post: the number to follow it by, and where to; null when fetched. */
  postal: { trackingNo: string; address: string } | null;
}

export interface WithdrawalPart {
  applicant: SlipPerson;
  request: string;
  receivedAt: OfficeTime;
  reason: string | null;
  rows: readonly PaperRow[];
  feeText: string | null;
}

export interface GuidancePart {
  procedure: { code: string; name: string; field: string };
  rows: readonly { name: string; originals: number; copies: number; required: boolean }[];
  limitText: string | null;
  feeText: string | null;
  result: string | null;
  /** 'Trực tiếp tại quầy, trực tuyến, bưu chính' */
  filingText: string;
  /** Where to file online; null leaves the line out. */
  onlineText: string | null;
}

export interface HistoryPart {
  applicantName: string;
  request: string;
  receivedAt: OfficeTime;
  dueAt: OfficeTime | null;
  rows: readonly { at: OfficeTime; person: string; act: string; taker: string; due: OfficeTime | null }[];
}

export interface LargeTypePart {
  applicantName: string;
  request: string;
  due: SlipDue;
  returnPlace: string | null;
}

export interface LetterPart {
  addressee: string;
  paragraphs: readonly string[];
  signer: SlipSigner;
}

export interface FeedbackPart {
  clerkName: string | null;
  request: string | null;
}

export interface RatingPart {
  /** '4827-1903-6', digits and hyphens; null leaves the code out, the paper counts all the same. */
  code: string | null;
  question: string;
  /** Best first: 'Rất hài lòng', …, each with a face. */
  marks: readonly { label: string; face: Face }[];
  /** Boxes to tick where something was not well; empty prints none. */
  reasons: readonly string[];
}

/** From the worst, -2, to the best, 2. */
export type Face = -2 | -1 | 0 | 1 | 2;

export interface TicketPart {
  number: number;
  /** 'Hộ tịch – Chứng thực'; empty where there is one line only. */
  group: string;
  /** 'Người cao tuổi'; empty in the ordinary line. */
  priority: string;
  takenAt: OfficeTime;
  /** People before in the line. */
  before: number;
}

export interface PartOf extends Record<FormName, object> {
  acknowledgement: AcknowledgementPart;
  supplementSlip: SupplementPart;
  rejectionSlip: RejectionPart;
  apologyLetter: ApologyPart;
  stopNotice: StopPart;
  controlSlip: ControlPart;
  trackingSlip: TrackingPart;
  refusalNotice: RefusalPart;
  handoverSlip: HandoverSlipPart;
  returnReceipt: ReturnPart;
  withdrawalRequest: WithdrawalPart;
  guidanceSheet: GuidancePart;
  caseHistory: HistoryPart;
  largeTypeSlip: LargeTypePart;
  congratulationLetter: LetterPart;
  condolenceLetter: LetterPart;
  sorryLetter: LetterPart;
  feedbackSlip: FeedbackPart;
  ratingSlip: RatingPart;
  bulkMinutes: ListPart<BulkRow>;
  resultHandover: ListPart<ResultRow>;
  handoverMinutes: ListPart<HandoverRow>;
  feeNote: FeeNotePart;
  closingSheet: ClosingPart;
  queueTicket: TicketPart;
}
