import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { examineSlip, type SlipKey, type SlipVerdict, verdictOf } from '../../shared/domain/slip-check.ts';
import {
  formatSignedSlip,
  type SignedFacts,
  type SignedSlip,
  signedText,
} from '../../shared/domain/slip-signature.ts';

/** Ed25519 of node:crypto; keys are the 32 bytes of RFC 8032. */
export interface KeyPair {
  publicKey: Uint8Array;
  privateKey: Uint8Array;
}

/** What signs the slips of one office now. */
export interface SlipSigner extends KeyPair {
  number: string;
  agencyCode: string;
}

export function makeKeyPair(): KeyPair {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new Error('No Ed25519 key could be made');
  return { publicKey: Buffer.from(x, 'base64url'), privateKey: Buffer.from(d, 'base64url') };
}

/** The content of a slip's QR. @throws RangeError where the code or the hour is none that can be signed. */
export function signSlip(signer: SlipSigner, slip: Pick<SignedFacts, 'slipCode' | 'dueAt'>): string {
  const facts = { ...slip, agencyCode: signer.agencyCode, keyNumber: signer.number };
  return formatSignedSlip(facts, signBytes(signer, Buffer.from(signedText(facts))));
}

/** The signature, 64 bytes; of the same bytes always the same. */
export function signBytes(pair: KeyPair, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, privateKeyOf(pair));
}

/** What a scanned text is worth against these keys. Never throws. */
export function checkSlip(
  text: string,
  keys: readonly SlipKey[],
): { verdict: SlipVerdict; slip: SignedSlip | null; key: SlipKey | null } {
  const examined = examineSlip(text, keys);
  if (examined.verdict !== null) return { ...examined, key: null };
  const { slip, candidates } = examined;
  const key = candidates.find(({ key, text }) => agrees(key.publicKey, text, slip.signature))?.key;
  return { verdict: verdictOf(slip, key), slip, key: key ?? null };
}

/** False also for what is no key at all: a key file comes from outside. */
function agrees(publicKey: string, text: string, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, signature);
  } catch {
    return false;
  }
}

function privateKeyOf({ publicKey, privateKey }: KeyPair): KeyObject {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const key = { kty: 'OKP', crv: 'Ed25519', x: text(publicKey), d: text(privateKey) };
  return createPrivateKey({ key, format: 'jwk' });
}
