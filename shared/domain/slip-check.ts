import { looksSigned, officeMark, parseSignedSlip, type SignedSlip, signedText } from './slip-signature.ts';

/** A public key of an office, as its key file tells it. */
export interface SlipKey {
  /** Four digits, its short name. */
  number: string;
  agencyCode: string;
  /** 32 bytes, base64url. */
  publicKey: string;
  /** Days it signed on, `YYYY-MM-DD`; null: it still does. */
  madeOn: string;
  retiredOn: string | null;
}

/** What a check can come to. `unreadable`: half a scan, or another version of the program. */
export const slipVerdicts = [
  'genuine',
  'altered',
  'retiredKey',
  'otherOffice',
  'unknownKey',
  'unreadable',
  'notSigned',
] as const;
export type SlipVerdict = (typeof slipVerdicts)[number];

/** Nothing to compute: the verdict stands. Or a signature to be held against one of these keys. */
type Examined =
  | { verdict: 'otherOffice' | 'unknownKey'; slip: SignedSlip }
  | { verdict: 'unreadable' | 'notSigned'; slip: null }
  | { verdict: null; slip: SignedSlip; candidates: readonly { key: SlipKey; text: string }[] };

/** How far a scanned text can be judged without arithmetic. Never throws. */
export function examineSlip(text: string, keys: readonly SlipKey[]): Examined {
  const slip = parseSignedSlip(text);
  if (slip === undefined) return { verdict: looksSigned(text) ? 'unreadable' : 'notSigned', slip: null };
  const ofOffice = keys.filter(({ agencyCode }) => officeMark(agencyCode) === slip.office);
  const candidates = ofOffice
    .filter(({ number }) => number === slip.keyNumber)
    .map((key) => ({ key, text: signedText({ ...slip, agencyCode: key.agencyCode }) }));
  if (candidates.length > 0) return { verdict: null, slip, candidates };
  return { verdict: ofOffice.length === 0 ? 'otherOffice' : 'unknownKey', slip };
}

/** @param key the one that the signature agrees with; undefined: none does. A key signs nothing that came in after its end. */
export function verdictOf(slip: SignedSlip, key: SlipKey | undefined): 'genuine' | 'altered' | 'retiredKey' {
  if (key === undefined) return 'altered';
  return key.retiredOn !== null && slip.receivedOn > key.retiredOn ? 'retiredKey' : 'genuine';
}
