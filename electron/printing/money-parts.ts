import type { ShiftClosing } from '../../shared/domain/shift-closing.ts';
import type { OfficeTime } from './slip-data.ts';

/** What the papers of money print beyond the common head. */

export interface FeeNotePart {
  /** Number of the series of the year and the cashier; null before anything was paid. */
  noteNo: string | null;
  payer: string;
  lines: readonly {
    name: string;
    quantity: number;
    /** Null where tiers make the price differ. */
    unitVnd: number | null;
    amountVnd: number | null;
  }[];
  totalVnd: number;
  /** 'Mười nghìn đồng' */
  totalWords: string;
  /** 'Tiền mặt' */
  method: string;
  /** Of the transfer, as the bank tells it; null leaves the line out. */
  reference: string | null;
  paidAt: OfficeTime | null;
  /** The official receipt made elsewhere; null leaves dots for the pen. */
  receipt: { formSymbol: string; symbol: string; number: string; lookupCode: string } | null;
  /** Money that went back of it, with the reason. */
  refunds: readonly { at: OfficeTime; amountVnd: number; reason: string }[];
  /** A cancelled note keeps its number and says so across it. */
  cancelled: { at: OfficeTime; reason: string } | null;
  cashierName: string | null;
}

export interface ClosingPart {
  closing: ShiftClosing;
  /** Who counted with the cashier; null leaves the name for the pen. */
  witness: string | null;
  /** What the cashier noted beside the figures; empty prints nothing. */
  note: string;
}
