import type { Status } from './domain/case-status.ts';
import type { SlipKey, SlipVerdict } from './domain/slip-check.ts';
import type { SignedSlip } from './domain/slip-signature.ts';

/** The keys of this office's slips, the newest first. */
export interface SlipKeysView {
  keys: (SlipKey & {
    /** Signs now. */
    signs: boolean;
  })[];
}

/** What a scanned slip is worth, and what the register says of its case today. */
export interface SlipCheckView {
  verdict: SlipVerdict;
  /** What the slip says; null of what is no signed slip. */
  slip: Pick<SignedSlip, 'slipCode' | 'receivedOn' | 'dueAt'> | null;
  /** The key that the signature agrees with, and whose it is by the file that named it. */
  key: Pick<SlipKey, 'number' | 'agencyCode' | 'madeOn' | 'retiredOn'> | null;
  office: string | null;
  /** The code of a slip that came without its signature: the barcode, or typed; with its case, if the register has it. */
  plain: { slipCode: string; of: { id: number; caseCode: string } | null } | null;
  /** Null: this register has no such case, or the slip is another office's. */
  found: {
    id: number;
    caseCode: string;
    applicantName: string;
    procedureName: string;
    status: Status;
    receivedOn: string;
    /** The appointment in force; null where none is. */
    dueAt: string | null;
    /** The slip says the appointment that is in force. */
    agrees: boolean;
  } | null;
}
