import type { OfficeTime } from './slip-data.ts';
import type { SlipContact, SlipSigner } from './slip-parts.ts';

/** What the numbered papers of an authority print beyond the common head. */

/** What the numbered papers have in common (NĐ 30/2020/NĐ-CP Điều 8). */
export interface NumberedPart {
  numberMark: string;
  subject: string;
  /** 'Bà Lường Thị Thu Hằng' */
  addressee: string;
  /** 'Bà', 'Ông/Bà', 'Quý cơ quan, tổ chức': as sentences say it. */
  you: string;
  address: string | null;
  signer: SlipSigner;
  recipients: readonly string[];
}

export interface ApologyPart extends NumberedPart {
  receivedAt: OfficeTime;
  request: string;
  /** As first promised. */
  dueAt: OfficeTime | null;
  reason: string | null;
  newDueAt: OfficeTime | null;
  returnPlace: string | null;
}

export interface StopPart extends NumberedPart {
  receivedAt: OfficeTime;
  request: string;
  dueAt: OfficeTime | null;
  /** 'Đang chờ công dân bổ sung hồ sơ' */
  stage: string;
  /** 'Quá thời hạn mà không bổ sung, hoàn thiện hồ sơ' */
  ground: string | null;
  reason: string | null;
  stoppedAt: OfficeTime | null;
  /** Names of the papers given back; null when none were. */
  returned: readonly string[] | null;
  /** Money already paid, and what is given back of it. */
  feeText: string;
  refundText: string;
  contact: SlipContact;
}

export interface RefusalPart extends NumberedPart {
  receivedAt: OfficeTime;
  request: string;
  dueAt: OfficeTime | null;
  reason: string | null;
  /** Names of the papers given back; null when none were. */
  returned: readonly string[] | null;
  contact: SlipContact;
}
