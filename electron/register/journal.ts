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
  return isAsWritten(row) && isLinked(row);
}

/** Whether all but the payload is as it was written: what an erased entry still proves. */
export function isLinked(row: JournalRow): boolean {
  return row.hash.equals(linkHash(row));
}

const isAsWritten = (row: JournalRow): boolean => row.dataHash.equals(sha256(row.salt, row.data));

/** Kind of the entry that says which payloads went, and what stands in their places. */
export const erasedKind = 'data.erased';

/** What of an entry is told by the one that erased its payload. */
export const proofOf = ({ salt, data }: Pick<JournalRow, 'salt' | 'data'>): string =>
  sha256(salt, data).toString('hex');

/** By number of the entry, the proof of what stands there now; empty for an entry of another kind. */
export function proofsIn({ kind, data }: Pick<JournalRow, 'kind' | 'data'>): Map<number, string> {
  if (kind !== erasedKind) return new Map();
  const { entries = {} } = JSON.parse(data) as { entries?: Record<string, string> };
  return new Map(Object.entries(entries).map(([seq, proof]) => [Number(seq), proof]));
}

/**
 * Puts redacted payloads in the place of what entries said, and appends the entry that says so. The old text goes, and with it
 * the salt without which its hash tells nothing; the hash stays in the chain. Answers how many changed; none appends nothing.
 * @param about what else the entry says: ground, act.
 */
export function erasePayloads(
  tx: Writer,
  entry: Omit<JournalEntry, 'kind' | 'data'>,
  about: Record<string, unknown>,
  payloads: readonly { seq: number; data: unknown }[],
): number {
  const rows = payloads.map(({ seq, data }) => ({ seq, salt: randomBytes(16), data: canonicalJson(data) }));
  const changed = rows.filter(({ seq, data }) => {
    const stored = prepared<{ data: string }>(tx, 'SELECT data FROM journal WHERE seq = ?').get(seq);
    return stored !== undefined && stored.data !== data;
  });
  if (changed.length === 0) return 0;
  const entries = Object.fromEntries(changed.map((row) => [row.seq, proofOf(row)]));
  appendEntry(tx, { ...entry, kind: erasedKind, data: { ...about, entries } });
  for (const row of changed)
    prepared(tx, 'UPDATE journal SET salt = @salt, data = @data WHERE seq = @seq').run(row);
  return changed.length;
}

/** The same entry after another one than it was written after. */
export function chainedTo(row: JournalRow, previousHash: Buffer): JournalRow {
  const chained = { ...row, dataHash: sha256(row.salt, row.data), previousHash };
  return { ...chained, hash: linkHash(chained) };
}

/** What happened to one subject, oldest first, `data` parsed; that somebody looked at it changed nothing, and is left out. */
export function entriesOf(db: Reader, subject: string): (JournalEntry & { seq: number })[] {
  // Without the chain's own columns: four of them a row are read for nothing.
  return prepared<Omit<JournalEntry, 'data' | 'subject'> & { seq: number; data: string }>(
    db,
    "SELECT seq, at, personId, device, kind, data FROM journal WHERE subject = ? AND kind NOT GLOB 'seen.*' ORDER BY seq",
  )
    .all(subject)
    .map(({ data, ...entry }) => ({ ...entry, subject, data: JSON.parse(data) }));
}

/** Who did the latest act to one subject whose `data` holds one of these names; null for the machine, or where nobody did. */
export function lastToChange(db: Reader, subject: string, names: readonly string[]): number | null {
  const row = prepared<{ personId: number | null }>(
    db,
    `SELECT personId FROM journal WHERE subject = ? AND kind NOT GLOB 'seen.*'
     AND EXISTS (SELECT 1 FROM json_each(data) WHERE key IN (SELECT value FROM json_each(?))) ORDER BY seq DESC LIMIT 1`,
  ).get(subject, JSON.stringify(names));
  return row?.personId ?? null;
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

/**
 * Recomputes the chain; answers the first broken link, or null when every link holds. A payload that is not what its hash says
 * holds where a later entry erased it and proves what stands there.
 */
export function findBrokenLink(db: Reader): { seq: number; why: string } | null {
  let previousHash: Buffer = genesis;
  let expectedSeq = 1;
  let broken: { seq: number; why: string } | null = null;
  const unproved = new Map<number, string>();
  for (const row of prepared<JournalRow>(db, 'SELECT * FROM journal ORDER BY seq').iterate()) {
    if (broken === null) {
      if (row.seq !== expectedSeq) broken = { seq: expectedSeq, why: 'missing' };
      else if (!row.previousHash.equals(previousHash)) broken = { seq: row.seq, why: 'previousHash' };
      else if (!isLinked(row)) broken = { seq: row.seq, why: isAsWritten(row) ? 'hash' : 'data' };
    }
    // After a break nothing is asked but what was erased before it.
    if (broken !== null && unproved.size === 0) return broken;
    if (isAsWritten(row)) {
      for (const [seq, proof] of proofsIn(row)) if (unproved.get(seq) === proof) unproved.delete(seq);
    } else if (broken === null) unproved.set(row.seq, proofOf(row));
    previousHash = row.hash;
    expectedSeq += 1;
  }
  const [seq] = unproved.keys();
  return seq === undefined ? broken : { seq, why: 'data' };
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
