import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomInt,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';

/**
 * What only a key opens: AES-256-GCM as nonce, tag and body, so that a changed byte is seen too. A file that is too large for the
 * memory is sealed piece by piece in `backup/sealed-file.ts`.
 */

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** @param about what the bytes belong to; they open for the same alone. */
export function sealBytes(key: Buffer, bytes: Uint8Array, about: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(about);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Undefined under another key, for something else, or when they were changed or cut. */
export function unsealBytes(key: Buffer, sealed: Buffer, about: Uint8Array): Buffer | undefined {
  // A tag that was cut with the rest would prove less.
  if (sealed.length < ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes))
    .setAAD(about)
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** The same of text, as text. */
export const seal = (key: Buffer, text: string, about: string): string =>
  sealBytes(key, Buffer.from(text), Buffer.from(about)).toString('base64');

/** Undefined under another key, for something else, or when it was changed. */
export const unseal = (key: Buffer, sealed: string, about: string): string | undefined =>
  unsealBytes(key, Buffer.from(sealed, 'base64'), Buffer.from(about))?.toString('utf8');

/** What stands before the 32 bytes of an X25519 key in DER (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');
const keyBytes = 32;

const privateOf = (raw: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, raw]), format: 'der', type: 'pkcs8' });

const publicOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });

const rawOf = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length);

/** A private key for `unsealOwn`, 32 bytes. */
export function makePrivateKey(): Buffer {
  const { privateKey } = generateKeyPairSync('x25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privateHead.length);
}

export const publicKeyOf = (privateKey: Buffer): Buffer => pairOf(privateKey).publicKey;

const pairs = new WeakMap<Buffer, { privateKey: KeyObject; publicKey: Buffer }>();

/** Read once: a file of a campaign opens a thousand things with one key, and reading it costs more than using it. */
function pairOf(raw: Buffer): { privateKey: KeyObject; publicKey: Buffer } {
  const known = pairs.get(raw);
  if (known) return known;
  const privateKey = privateOf(raw);
  const pair = { privateKey, publicKey: rawOf(createPublicKey(privateKey)) };
  pairs.set(raw, pair);
  return pair;
}

/** Text that only the owner of the private key opens, whoever sealed it too: X25519 with a key of its own, HKDF-SHA256. */
export function sealFor(publicKey: Buffer, text: string, about: string): string {
  const own = generateKeyPairSync('x25519');
  const from = rawOf(own.publicKey);
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: publicOf(publicKey) });
  const sealed = seal(agreedKey(secret, from, publicKey), text, about);
  return Buffer.concat([from, Buffer.from(sealed, 'base64')]).toString('base64');
}

/** Undefined for what was sealed for another, for something else, or was changed. */
export function unsealOwn(privateKey: Buffer, sealed: string, about: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  const from = bytes.subarray(0, keyBytes);
  if (from.length < keyBytes) return undefined;
  try {
    const own = pairOf(privateKey);
    const secret = diffieHellman({ privateKey: own.privateKey, publicKey: publicOf(from) });
    const key = agreedKey(secret, from, own.publicKey);
    return unseal(key, bytes.subarray(keyBytes).toString('base64'), about);
  } catch {
    // A point that agrees on nothing.
    return undefined;
  }
}

function agreedKey(secret: Buffer, from: Buffer, to: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([from, to]), 'mot-cua campaign', keyBytes));
}

const stretch = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** Of a passphrase and its salt, off the main thread. @param cost 2 to the power of it: of 15 every try takes 32 MB. */
export function keyOfPassphrase(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  return stretch(passphrase, salt, 32, { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** cost * 2048 });
}

/** Twelve digits: typed on every keyboard, read out without a mistake. */
export function makePassphrase(): string {
  return Array.from({ length: 12 }, () => randomInt(10)).join('');
}
