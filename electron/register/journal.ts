import { hash, randomBytes } from 'node:crypto';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/**
 * The journal: one append-only, hash-chained table. Every command appends to it in its own transaction.
 * The payload enters the chain through a salted hash, so that a later redaction of `data` leaves the chain whole.
 */
export interface JournalEntry {
  /** Instant, ISO in UTC. */
  at: string;
  /** Null: the counter itself. */
  personId: number | null;
  device: string;
  /** `case.received`, `settings.changed` … */
  kind: string;
  /** `case:12`, `settings`, `person:3` … */
  subject: string;
  data: unknown;
}

export interface JournalRow extends Omit<JournalEntry, 'data'> {
  seq: number;
  salt: Buffer;
  data: string;
  dataHash: Buffer;
  previousHash: Buffer;
  hash: Buffer;
}

/** What the first entry is chained to. */
export const genesis = Buffer.alloc(32);

/** Appends one entry and answers its sequence number. */
export function appendEntry(tx: Writer, entry: JournalEntry): number {
  const last = prepared<{ seq: number; hash: Buffer }>(
    tx,
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  ).get();
  const salt = randomBytes(16);
  const data = canonicalJson(entry.data);
  const row = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    salt,
    data,
    dataHash: sha256(salt, data),
    previousHash: last?.hash ?? genesis,
  };
  insertEntry(tx, { ...row, hash: linkHash(row) });
  return row.seq;
}

/** An entry as it stands, of a journal that is put together again. */
export function insertEntry(tx: Writer, row: JournalRow): void {
  prepared(
    tx,
    `INSERT INTO journal (seq, at, personId, device, kind, subject, salt, data, dataHash, previousHash, hash)
     VALUES (@seq, @at, @personId, @device, @kind, @subject, @salt, @data, @dataHash, @previousHash, @hash)`,
  ).run(row);
}

/** Whether an entry still says what it said when it was written. */
export function isGenuine(row: JournalRow): boolean {
  return row.dataHash.equals(sha256(row.salt, row.data)) && row.hash.equals(linkHash(row));
}

/** The same entry after another one than it was written after. */
export function chainedTo(row: JournalRow, previousHash: Buffer): JournalRow {
  const chained = { ...row, dataHash: sha256(row.salt, row.data), previousHash };
  return { ...chained, hash: linkHash(chained) };
}

/** Entries of one subject, oldest first, `data` parsed. */
export function entriesOf(db: Reader, subject: string): (JournalEntry & { seq: number })[] {
  // Without the chain's own columns: four of them a row are read for nothing.
  return prepared<Omit<JournalEntry, 'data' | 'subject'> & { seq: number; data: string }>(
    db,
    'SELECT seq, at, personId, device, kind, data FROM journal WHERE subject = ? ORDER BY seq',
  )
    .all(subject)
    .map(({ data, ...entry }) => ({ ...entry, subject, data: JSON.parse(data) }));
}

/** Beginning of the last hash, 8 hexadecimal digits: what a paper can be held against. Empty while nothing is written. */
export function journalHead(db: Reader): string {
  const last = prepared<{ hash: Buffer }>(db, 'SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  return last?.hash.toString('hex').slice(0, 8) ?? '';
}

/** The newest entry whose hash begins so, which is what a paper says; undefined when the chain has none. It reads them all. */
export function findByHead(db: Reader, head: string): { seq: number; at: string } | undefined {
  return prepared<{ seq: number; at: string }>(
    db,
    'SELECT seq, at FROM journal WHERE substr(hex(hash), 1, 8) = ? ORDER BY seq DESC LIMIT 1',
  ).get(head.toUpperCase());
}

/** Recomputes the chain; answers the first broken link, or null when every link holds. */
export function findBrokenLink(db: Reader): { seq: number; why: string } | null {
  let previousHash: Buffer = genesis;
  let expectedSeq = 1;
  for (const row of prepared<JournalRow>(db, 'SELECT * FROM journal ORDER BY seq').iterate()) {
    if (row.seq !== expectedSeq) return { seq: expectedSeq, why: 'missing' };
    if (!row.previousHash.equals(previousHash)) return { seq: row.seq, why: 'previousHash' };
    if (!row.dataHash.equals(sha256(row.salt, row.data))) return { seq: row.seq, why: 'data' };
    if (!row.hash.equals(linkHash(row))) return { seq: row.seq, why: 'hash' };
    previousHash = row.hash;
    expectedSeq += 1;
  }
  return null;
}

function linkHash(row: Omit<JournalRow, 'hash' | 'salt' | 'data'>): Buffer {
  const { previousHash, seq, at, personId, device, kind, subject, dataHash } = row;
  return sha256(previousHash, JSON.stringify([seq, at, personId, device, kind, subject]), dataHash);
}

/** In one go: a hash that is fed piece by piece costs twice the time, and a check makes two of each entry. */
function sha256(...parts: (Buffer | string)[]): Buffer {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  return hash('sha256', Buffer.concat(bytes), 'buffer');
}

/** JSON with sorted keys and NFC text: one content has one text, whoever wrote it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string'
      ? part.normalize('NFC')
      : part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : part,
  );
}
