import { createHmac, randomBytes, scryptSync } from 'node:crypto';
import { type MetPerson, personKeyText } from '../../../shared/domain/digital.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** The register's own key, and the hashes that people of digital support are known by. */

/** Undefined until the first person is met. */
export function findPersonKey(db: Reader): Buffer | undefined {
  return prepared<{ personKey: Buffer }>(db, 'SELECT personKey FROM digitalKey').get()?.personKey;
}

/** Makes the key. The journal is to be told that, and nothing of the key itself. */
export function makePersonKey(tx: Writer): Buffer {
  const personKey = randomBytes(32);
  prepared(tx, 'INSERT INTO digitalKey (id, personKey) VALUES (1, ?)').run(personKey);
  return personKey;
}

/** HMAC-SHA-256, hexadecimal. Undefined for whoever says nothing to know him by. */
export function hashOfPerson(
  key: Buffer,
  person: Pick<MetPerson, 'idNumber' | 'phone' | 'name' | 'birthYear'>,
): { source: 'idNumber' | 'phone' | 'name'; hash: string } | undefined {
  const known = personKeyText(person);
  if (known === undefined) return undefined;
  return { source: known.source, hash: hashOfKnown(key, known.text) };
}

/** Hash of an identity number alone. */
export function hashOfNumber(key: Buffer, idNumber: string): string {
  return hashOfKnown(key, `idNumber:${idNumber}`);
}

/** @param known what `personKeyText` makes of a person. */
export function hashOfKnown(key: Buffer, known: string): string {
  return createHmac('sha256', key).update(known).digest('hex');
}

/** The same on a laptop, whose key is lost with it: scrypt, so that trying all numbers takes longer than they are worth. */
export function slowHashOfKnown(key: Buffer, known: string): string {
  return scryptSync(known, key, 32, { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 25 }).toString('hex');
}
