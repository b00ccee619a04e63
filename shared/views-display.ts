import type { Appointment } from './domain/appointment.ts';
import type { PaymentMethod } from './domain/intake.ts';
import type { OpeningHours } from './domain/opening-hours.ts';

/** What a screen for citizens knows: never an identity number, a telephone or an address. */

/** A QR as one path of dark modules on a square of `size` modules, without its quiet zone. */
export interface QrDrawing {
  size: number;
  path: string;
}

/** How to pay into the office's account. */
export interface TransferView {
  payload: string;
  qr: QrDrawing;
  bankName: string;
  account: string;
  holder: string;
  /** What stands on the bank's line afterwards. */
  purpose: string;
}

export interface CitizenFee {
  /** Null: not set by the ward, which is not the same as free. */
  amountVnd: number | null;
  method: PaymentMethod;
  lines: readonly { name: string; amountVnd: number | null }[];
  transfer: TransferView | null;
}

/** One citizen's dossier as he may see it himself. */
export interface CitizenView {
  name: string;
  /** Empty until one is chosen; the appointment and the fee stand with it. */
  procedureName: string;
  missing: readonly string[];
  originals: number;
  copies: number;
  /** Office time of this moment, or of the reception. */
  receivedAt: string;
  appointment: Appointment | null;
  /** An hour earlier than the appointment. */
  promisedAt: string | null;
  fee: CitizenFee;
}

/** A rating that the clerk offers; the code opens one answer. */
export interface RatingOffer {
  code: string;
  procedureName: string;
}

/** The whole of what one screen shows. What concerns somebody goes away by itself after `lastsSeconds`. */
export type DisplayState =
  | { kind: 'idle' }
  | { kind: 'mirror'; citizen: CitizenView; lastsSeconds: number }
  | { kind: 'thanks'; citizen: CitizenView; caseCode: string; lastsSeconds: number }
  | { kind: 'rating'; offer: RatingOffer; lastsSeconds: number };

/** What a screen is told: its state if that changed, and whether it should ask for the queue again. */
export interface DisplayNews {
  state?: DisplayState;
  /** Another number than before: the queue, or what is set for it, changed. */
  queueTurn: number;
}

/** What stands on the screen while nobody is served. */
export interface OfficeOnScreen {
  officeName: string;
  /** "Thị trấn Ít Ong". */
  unit: string;
  counterName: string;
  hours: OpeningHours;
  /** The counter's clock: an instant, ISO in UTC. */
  instant: string;
  messages: readonly string[];
  zalo: { address: string; qr: QrDrawing } | null;
  hasQueue: boolean;
  /** On a day that is not worked: its name if it has one, and the day (ISO) the counter opens again. */
  closed: { dayName: string | null; opensOn: string } | null;
  /** One sentence on when few people come; null when it is not known, or not told. */
  quietHours: string | null;
  isSample: boolean;
}

/** The truth for the clerk: whether somebody could read it, and what stands there. */
export interface SecondScreenTruth {
  isConnected: boolean;
  shows: DisplayState['kind'];
  /** What comes as soon as the screen is free: it is in somebody's hands. */
  waits: DisplayState['kind'] | null;
}
