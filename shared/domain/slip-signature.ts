/**
 * What the QR of a slip carries: the slip code that every scanner here knows, then digits that say who signed which appointment.
 * `250424-0008-31-` version 1 · mark of the office 3 · key 4 · appointment 8 · Ed25519 signature 155 (RFC 8032).
 * Digits, because a Vietnamese input method rewrites letters that a scanner types, and because a QR packs them as tightly as
 * bytes: 186 characters are a symbol of 37 modules with error correction M. It imports nothing: a page without the counter has it too.
 */
export interface SignedSlip {
  slipCode: string;
  /** Day of reception, `YYYY-MM-DD`: the slip code begins with it. */
  receivedOn: string;
  /** Three digits that most likely differ from another office's: `officeMark`. */
  office: string;
  /** Four digits, one key of one office. */
  keyNumber: string;
  /** Office time; null: the slip says no hour. */
  dueAt: string | null;
  /** 64 bytes. */
  signature: Uint8Array;
}

/** What is signed about a slip; `agencyCode` is never in the QR: whoever checks knows whose key he holds. */
export type SignedFacts = Pick<SignedSlip, 'slipCode' | 'keyNumber' | 'dueAt'> & { agencyCode: string };

const shape = /^(\d{6})-?(\d{4,6})-?(\d{2})-?(\d)(\d{3})(\d{4})(\d{8})(\d{155})$/;
/** Longer than any code that is typed by hand: it can only have been scanned. */
const scanned = /^\d{6}-?\d{4,6}-?\d{2}-?\d{40,}$/;
const version = '1';
const noDue = '99999999';
const epoch = Date.UTC(2000, 0, 1);
const signatureBits = 512n;

/** The bytes that are signed, as text: one fact a line, so that none can run into the next. */
export function signedText({ agencyCode, keyNumber, slipCode, dueAt }: SignedFacts): string {
  return ['mot-cua/slip/1', agencyCode, keyNumber, slipCode, receivedOnOf(slipCode), dueAt ?? '-'].join('\n');
}

/** The content of the QR. @throws RangeError for what the digits cannot hold: another form of code, or an hour before 2000. */
export function formatSignedSlip(facts: SignedFacts, signature: Uint8Array): string {
  const { slipCode, agencyCode, keyNumber, dueAt } = facts;
  const digits = [version, officeMark(agencyCode), keyNumber, dueDigits(dueAt), signatureDigits(signature)];
  const text = `${slipCode}-${digits.join('')}`;
  if (!shape.test(text)) throw new RangeError('No slip code that a signature goes with');
  return text;
}

/** Undefined for whatever is no signed slip of this version. Never throws. */
export function parseSignedSlip(text: string): SignedSlip | undefined {
  const [, day = '', serial, check, found, office = '', keyNumber = '', due = '', digits = ''] =
    shape.exec(text.trim()) ?? [];
  const signature = digits === '' ? undefined : signatureBytes(digits);
  if (found !== version || signature === undefined) return undefined;
  const slipCode = `${day}-${serial}-${check}`;
  return { slipCode, receivedOn: receivedOnOf(slipCode), office, keyNumber, dueAt: dueOf(due), signature };
}

/** Claims to be a signed slip, whole or not: it is judged as one, not looked up as a number. */
export function looksSigned(text: string): boolean {
  return scanned.test(text.trim());
}

/** The slip code of a signed slip, whatever its signature is worth; any other text as it is. */
export function slipCodeIn(text: string): string {
  return parseSignedSlip(text)?.slipCode ?? text;
}

/** Three digits of an agency code: they tell another office's slip from one of ours, and prove nothing. */
export function officeMark(agencyCode: string): string {
  let sum = 0;
  for (const letter of agencyCode) sum = (sum * 37 + (letter.codePointAt(0) ?? 0)) % 997;
  return String(sum).padStart(3, '0');
}

function receivedOnOf(slipCode: string): string {
  return `20${slipCode.slice(0, 2)}-${slipCode.slice(2, 4)}-${slipCode.slice(4, 6)}`;
}

/** Minutes since 2000, of an office time without a zone. */
function dueDigits(dueAt: string | null): string {
  if (dueAt === null) return noDue;
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(dueAt);
  const minutes = isTime ? (Date.parse(`${dueAt}:00Z`) - epoch) / 60_000 : Number.NaN;
  if (!(minutes >= 0 && minutes < Number(noDue)))
    throw new RangeError('No appointment that a signature goes with');
  return String(minutes).padStart(noDue.length, '0');
}

function dueOf(digits: string): string | null {
  if (digits === noDue) return null;
  return new Date(epoch + Number(digits) * 60_000).toISOString().slice(0, 16);
}

function signatureDigits(signature: Uint8Array): string {
  const number = signature.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(number).padStart(155, '0');
}

/** 155 digits hold a little more than 512 bits: what is beyond them is no signature. */
function signatureBytes(digits: string): Uint8Array | undefined {
  let number = BigInt(digits);
  if (number >= 1n << signatureBits) return undefined;
  const bytes = new Uint8Array(64);
  for (let at = 63; at >= 0; at--) {
    bytes[at] = Number(number & 255n);
    number >>= 8n;
  }
  return bytes;
}
