import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EmergencyWork, MergeFault } from '../../../shared/views-emergency.ts';
import { connect, prepared, type Reader } from '../connection.ts';
import { firstEntryOf } from '../emergency-range.ts';
import type { JournalRow } from '../journal.ts';
import { migrations } from '../migrations/index.ts';
import { findFaultyPart } from '../verify.ts';
import { keptIn } from './emergency-numbers.ts';
import { hasClash, isInClosedBook } from './merge-clash.ts';
import { bringsDigital } from './merge-digital.ts';
import { staffOf } from './merge-people.ts';
import { listReplaced } from './set-aside.ts';

/** Emergency registers that were put aside: by a copy that took their place, or with what was damaged. */

export interface Emergency {
  name: string;
  /** Instant at which it was opened. */
  at: string;
  /** Hash of its first entry: which emergency it is. Files that went apart share it. */
  mark: string;
  file: string;
}

/** The newest first. One that is open now is not among them. */
export function listEmergencies(folder: string, db: Reader): Emergency[] {
  const own = firstEntryOf(db)?.mark;
  return listReplaced(folder)
    .flatMap((place) => {
      const file = join(place, 'register.db');
      const found = existsSync(file) ? (reading(file, firstEntryOf) ?? keptIn(file)) : undefined;
      return found && found.mark !== own
        ? [{ at: found.at, mark: found.mark, name: basename(place), file }]
        : [];
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Runs something on a register that lies aside; undefined where it cannot be read. Nothing of it is changed. */
export function reading<T>(file: string, act: (source: Reader) => T): T | undefined {
  let source: Reader | undefined;
  try {
    source = connect(file, 'read');
    return act(source);
  } catch {
    return undefined;
  } finally {
    source?.close();
  }
}

/** Lets `act` read one to its end; it stays as it is. */
export async function whileOpen<T>({ file }: Emergency, act: (source: Reader) => Promise<T>): Promise<T> {
  const source = connect(file, 'read');
  try {
    return await act(source);
  } finally {
    source.close();
  }
}

/**
 * Whether one says what its own journal says, in every part that a check of the register reads. The journal does not tell all of
 * slips that were printed, of people's records, nor of campaigns: those come as they stand. It reads all of it: for a thread. Throws
 * where it cannot be read, or its pages are damaged.
 */
export function isSoundEmergency(file: string): boolean {
  const source = connect(file, 'read');
  try {
    const pages = source.pragma('quick_check(1)', { simple: true });
    if (pages !== 'ok') throw new Error(`quick_check: ${String(pages)}`);
    return findFaultyPart(source) === null;
  } finally {
    source.close();
  }
}

/** What stands in the way of bringing one in that is sound; null: nothing does. */
export function faultOfMerge(db: Reader, source: Reader): MergeFault | null {
  if (Number(source.pragma('user_version', { simple: true })) !== migrations.at(-1)?.version)
    return 'otherVersion';
  if (isInClosedBook(db, source)) return 'bookClosed';
  return hasClash(db, source) ? 'clash' : null;
}

/** The end of its chain, which the register that takes it in names. */
export function endOfChain(source: Reader): { seq: number; head: string } {
  const row = prepared<Pick<JournalRow, 'seq' | 'hash'>>(
    source,
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  ).get();
  return { seq: row?.seq ?? 0, head: row?.hash.toString('hex') ?? '' };
}

/** What one holds, and what stands in its way. @param prove what is wrong with a file as such, wherever that is asked. */
export async function lookAt(
  db: Reader,
  file: string,
  prove: (file: string) => Promise<MergeFault | null>,
): Promise<{ fault: MergeFault | null; work: EmergencyWork | null }> {
  const found = reading(file, (source) => ({ fault: faultOfMerge(db, source), work: workOf(db, source) }));
  if (found === undefined) return { fault: 'unreadable', work: null };
  const proved = found.fault === 'otherVersion' ? null : await prove(file);
  return proved === null ? found : { ...found, fault: proved };
}

/** Acts on people's records that a merge leaves behind. */
const leftOfPeople = ['merged', 'unmerged', 'toldApart', 'linked', 'linkCorrected', 'unlinked']
  .map((act) => `'citizen.${act}'`)
  .join(', ');

/** What was changed in the settings; who came in or looked changed nothing, and who was added comes along. */
const isOfSettings = `(subject IN ('settings', 'calendar', 'signing', 'lan') OR subject GLOB 'procedure:*' OR subject GLOB 'person:*'
    OR subject GLOB 'lanDevice:*')
  AND NOT (kind GLOB 'session.*' OR kind GLOB 'signIn.*' OR kind GLOB 'seen.*' OR kind GLOB 'access.*' OR kind GLOB 'approval.*'
    OR kind = 'person.added')`;

function workOf(db: Reader, source: Reader): EmergencyWork {
  const count = (sql: string) => prepared<{ n: number }>(source, sql).get()?.n ?? 0;
  const codes = prepared<{ caseCode: string }>(source, 'SELECT caseCode FROM cases ORDER BY id').all();
  const people = prepared<{ idNumber: string | null; kind: string }>(
    source,
    'SELECT idNumber, kind FROM citizens',
  ).all();
  const isKnown = ({ idNumber, kind }: { idNumber: string | null; kind: string }) =>
    idNumber !== null &&
    prepared(db, 'SELECT 1 FROM citizens WHERE idNumber = ? AND kind = ?').get(idNumber, kind) !== undefined;
  const knownPeople = people.filter(isKnown).length;
  const staff = staffOf(db, source);
  const hasOpen = (from: Reader, id: number) =>
    prepared(from, 'SELECT 1 FROM shifts WHERE personId = ? AND closedAt IS NULL').get(id) !== undefined;
  const isBrought = bringsDigital(db, source);
  const digital = count(
    `SELECT count(*) AS n FROM journal WHERE kind <> 'digital.keyMade' AND (kind GLOB 'digital.*' OR kind GLOB 'campaign.*')`,
  );
  const joined = staff.filter(({ id, isKnown }) => isKnown && hasOpen(source, id) && hasOpen(db, id));
  return {
    cases: codes.length,
    firstCode: codes.at(0)?.caseCode ?? '',
    lastCode: codes.at(-1)?.caseCode ?? '',
    payments: count('SELECT count(*) AS n FROM payments'),
    keptVnd: count('SELECT coalesce(sum(amountVnd), 0) AS n FROM moneyMoves'),
    knownPeople,
    newPeople: people.length - knownPeople,
    joinedShifts: joined.map(({ name }) => name),
    newStaff: staff.filter(({ isKnown }) => !isKnown).map(({ name }) => name),
    requests: count('SELECT count(*) AS n FROM subjectRequests'),
    breaches: count('SELECT count(*) AS n FROM breaches'),
    feedback: count('SELECT count(*) AS n FROM feedbackCases'),
    ratings: count('SELECT count(*) AS n FROM ratings'),
    digital: isBrought ? digital : 0,
    left: {
      tickets: count('SELECT count(*) AS n FROM tickets'),
      digital: isBrought ? 0 : digital,
      drafts: count('SELECT count(*) AS n FROM drafts'),
      settings: count(`SELECT count(*) AS n FROM journal WHERE ${isOfSettings}`),
      people: count(`SELECT count(DISTINCT subject) AS n FROM journal WHERE kind IN (${leftOfPeople})`),
    },
  };
}
