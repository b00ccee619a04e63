import type { EmergencyRest } from '../../../shared/views-emergency.ts';
import { prepared, type Reader } from '../connection.ts';
import { entriesOf, type JournalRow } from '../journal.ts';
import { type Emergency, endOfChain, reading } from './emergencies.ts';
import { ownSubject } from './merge-digital.ts';

/**
 * Files of one emergency that went apart: a copy of it was restored while it was open, and both were worked in. Only one of them is
 * brought in whole; what the others hold beyond it is named.
 */

interface Told {
  at: string;
  personId: number | null;
  head: string | undefined;
  /** What `entriesHeld` told; earlier versions did not. */
  taken: string | undefined;
}

export interface Taken {
  /** What was said when all of it was brought in; undefined where something is left. */
  merged: Pick<Told, 'at' | 'personId'> | undefined;
  /** What is left where another file of the same emergency was brought in; null where none was, or nothing is left. */
  rest: EmergencyRest | null;
}

/** How much of an emergency is in the register. @param all that lie aside. */
export function takenOf(db: Reader, found: Emergency, all: readonly Emergency[]): Taken {
  const told = toldOf(db, found.mark);
  const [first] = told;
  if (first === undefined) return { merged: undefined, rest: null };
  const head = headOf(found);
  // Before, what was brought in was told by its first entry alone.
  const same = told.find((one) => one.head === undefined || one.head === head);
  if (same) return { merged: same, rest: null };
  const isTaken = takenBy(told, found, all);
  const rest = reading(found.file, (source) => restOf(db, source, isTaken)) ?? nothingKnown;
  return rest.entries === 0 ? { merged: first, rest: null } : { merged: undefined, rest };
}

/** Whether another file of the same emergency went on differently, and neither is brought in. */
export const hasTwin = (found: Emergency, all: readonly Emergency[]): boolean =>
  all.some((one) => one.mark === found.mark && one.file !== found.file && headOf(one) !== headOf(found));

type MergedData = { mark?: string } & Partial<Pick<Told, 'head' | 'taken'>>;

const toldOf = (db: Reader, mark: string): Told[] =>
  entriesOf(db, 'register')
    .filter(({ kind }) => kind === 'register.merged')
    .map(({ at, personId, data }) => ({ at, personId, ...(data as MergedData) }))
    .filter((one) => one.mark === mark)
    .map(({ at, personId, head, taken }) => ({ at, personId, head, taken }));

const headOf = ({ file }: Emergency): string | undefined => reading(file, endOfChain)?.head;

/** Of an entry, so much is kept of what it says: with its number, enough to know it again. */
const bytesHeld = 4;

type Link = Pick<JournalRow, 'seq' | 'dataHash'>;

/**
 * The entries of a file by their numbers, in base64: the register that takes it in keeps that, and knows them again in another file
 * of the same emergency, also where the one that was brought in is gone. A salvage leaves it as it is.
 */
export function entriesHeld(source: Reader): string {
  const links = prepared<Link>(source, 'SELECT seq, dataHash FROM journal ORDER BY seq').all();
  const held = Buffer.alloc((links.at(-1)?.seq ?? 0) * bytesHeld);
  for (const { seq, dataHash } of links) dataHash.copy(held, (seq - 1) * bytesHeld, 0, bytesHeld);
  return held.toString('base64');
}

/** Whether an entry of `found` was brought in: as was told then, or as another file still shows that was brought in. */
function takenBy(
  told: readonly Told[],
  found: Emergency,
  all: readonly Emergency[],
): (entry: Link) => boolean {
  const untold = new Set(told.filter(({ taken }) => taken === undefined).map(({ head }) => head));
  const files = all.filter(
    (one) => one.mark === found.mark && one.file !== found.file && untold.has(headOf(one)),
  );
  const held = [
    ...told.flatMap(({ taken }) => taken ?? []),
    ...files.flatMap(({ file }) => reading(file, entriesHeld) ?? []),
  ].map((text) => Buffer.from(text, 'base64'));
  return ({ seq, dataHash }) =>
    held.some((one) =>
      one.subarray((seq - 1) * bytesHeld, seq * bytesHeld).equals(dataHash.subarray(0, bytesHeld)),
    );
}

/** Of a file that does not tell what it holds: that something may be left. */
const nothingKnown: EmergencyRest = { cases: 0, firstCode: '', lastCode: '', payments: 0, entries: 1 };

const broughtAlong =
  /^(?:case|payment|shift|batch|notice|subjectRequest|breach|feedback|digital|citizen|ratings):/;

function restOf(db: Reader, source: Reader, isTaken: (entry: Link) => boolean): EmergencyRest {
  const isLeft = ({ kind, subject, ...link }: Link & Pick<JournalRow, 'kind' | 'subject'>) =>
    !isTaken(link) && !kind.startsWith('seen.') && (broughtAlong.test(subject) || ownSubject.test(subject));
  const entries = prepared<Link & Pick<JournalRow, 'kind' | 'subject'>>(
    source,
    'SELECT seq, dataHash, kind, subject FROM journal',
  )
    .all()
    .filter(isLeft).length;
  const codes = prepared<{ caseCode: string }>(source, 'SELECT caseCode FROM cases ORDER BY id')
    .all()
    .map(({ caseCode }) => caseCode)
    .filter((code) => prepared(db, 'SELECT 1 FROM cases WHERE caseCode = ?').get(code) === undefined);
  const payments = prepared<{ noteNo: string }>(
    source,
    'SELECT noteNo FROM payments WHERE noteNo IS NOT NULL',
  )
    .all()
    .filter(
      ({ noteNo }) => prepared(db, 'SELECT 1 FROM payments WHERE noteNo = ?').get(noteNo) === undefined,
    ).length;
  return {
    cases: codes.length,
    firstCode: codes.at(0) ?? '',
    lastCode: codes.at(-1) ?? '',
    payments,
    entries,
  };
}
