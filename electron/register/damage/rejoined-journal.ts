import { chainedTo, genesis, type JournalRow } from '../journal.ts';

/** The journal as it is put together again from what was found of it. */
interface RejoinedJournal {
  rows: JournalRow[];
  /** How many numbers nothing was found of. */
  lost: number;
  /** Up to this entry every one is as it was written; after it the links are new. Infinity when nothing is lost. */
  asWrittenTo: number;
}

/** Kind of the entry that stands where one is lost. */
export const lostKind = 'register.entryLost';

/**
 * Entries keep their numbers. Where one is lost another says so, and what follows is chained anew: the old links can be read in
 * the damaged file, which is kept.
 * @param reached number of the last entry there was, where that is known: those behind what was found are lost.
 */
export function rejoin(found: ReadonlyMap<number, JournalRow[]>, reached = 0): RejoinedJournal {
  let last = reached;
  for (const seq of found.keys()) last = Math.max(last, seq);
  const rows: JournalRow[] = [];
  let [lost, asWrittenTo] = [0, Number.POSITIVE_INFINITY];
  let [hash, asWritten]: [Buffer, Buffer | null] = [genesis, genesis];
  for (let seq = 1; seq <= last; seq += 1) {
    const candidates = found.get(seq) ?? [];
    const row = candidates.find((one) => asWritten && one.previousHash.equals(asWritten)) ?? candidates[0];
    if (!row) lost += 1;
    asWritten = row?.hash ?? null;
    const isWhole = row?.previousHash.equals(hash);
    if (!isWhole && asWrittenTo === Number.POSITIVE_INFINITY) asWrittenTo = seq - 1;
    const kept = row && isWhole ? row : chainedTo(row ?? placeOf(seq, rows.at(-1)), hash);
    rows.push(kept);
    hash = kept.hash;
  }
  return { rows, lost, asWrittenTo };
}

function placeOf(seq: number, before: JournalRow | undefined): JournalRow {
  return {
    seq,
    at: before?.at ?? '1970-01-01T00:00:00.000Z',
    personId: null,
    device: '',
    kind: lostKind,
    subject: 'journal',
    salt: Buffer.alloc(16),
    data: '{}',
    dataHash: genesis,
    previousHash: genesis,
    hash: genesis,
  };
}
