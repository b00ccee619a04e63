import { createHash } from 'node:crypto';
import type { SlipKey } from '../../shared/domain/slip-check.ts';
import { makeKeyPair, type SlipSigner } from '../signing/slip-signing.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** The keys of the slips. Of a private key nothing leaves but signatures; it is backed up with the register. */

/** What signs the slips of an office, by its agency code; undefined before its key is made. */
export function findSigner(db: Reader, agencyCode: string): SlipSigner | undefined {
  return prepared<SlipSigner>(
    db,
    `SELECT number, agencyCode, publicKey, privateKey FROM signingKeys
     WHERE agencyCode = ? AND retiredOn IS NULL`,
  ).get(agencyCode);
}

/** Every public key, the newest first. */
export function listSlipKeys(db: Reader): SlipKey[] {
  return prepared<Omit<SlipKey, 'publicKey'> & { publicKey: Buffer }>(
    db,
    'SELECT number, agencyCode, publicKey, madeOn, retiredOn FROM signingKeys ORDER BY id DESC',
  )
    .all()
    .map((key) => ({ ...key, publicKey: key.publicKey.toString('base64url') }));
}

/** Makes a key for the office and retires the one before, whose private half is gone with it. Answers its number. */
export function makeSigningKey(tx: Writer, agencyCode: string, today: string): string {
  prepared(
    tx,
    'UPDATE signingKeys SET retiredOn = ?, privateKey = NULL WHERE agencyCode = ? AND retiredOn IS NULL',
  ).run(today, agencyCode);
  for (;;) {
    const { publicKey, privateKey } = makeKeyPair();
    const number = numberOf(publicKey);
    if (isNumberTaken(tx, number)) continue;
    prepared(
      tx,
      'INSERT INTO signingKeys (number, agencyCode, publicKey, privateKey, madeOn) VALUES (?, ?, ?, ?, ?)',
    ).run(number, agencyCode, publicKey, privateKey, today);
    return number;
  }
}

function isNumberTaken(tx: Writer, number: string): boolean {
  return prepared(tx, 'SELECT 1 FROM signingKeys WHERE number = ?').get(number) !== undefined;
}

function numberOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest();
  return String(digest.readUInt32BE() % 10_000).padStart(4, '0');
}
