import type { EmergencyRest } from '../../../shared/views-emergency.ts';
import { prepared, type Reader } from '../connection.ts';
import { entriesOf } from '../journal.ts';
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
  const heads = new Set(told.map((one) => one.head));
  const taken = all.filter(({ mark, file }) => mark === found.mark && file !== found.file);
  const hashes = new Set(taken.filter((one) => heads.has(headOf(one))).flatMap((one) => hashesIn(one.file)));
  const rest = reading(found.file, (source) => restOf(db, source, hashes)) ?? nothingKnown;
  return rest.entries === 0 ? { merged: first, rest: null } : { merged: undefined, rest };
}

/** Whether another file of the same emergency went on differently, and neither is brought in. */
export const hasTwin = (found: Emergency, all: readonly Emergency[]): boolean =>
  all.some((one) => one.mark === found.mark && one.file !== found.file && headOf(one) !== headOf(found));

const toldOf = (db: Reader, mark: string): Told[] =>
  entriesOf(db, 'register')
    .filter(({ kind }) => kind === 'register.merged')
    .map(({ at, personId, data }) => ({ at, personId, ...(data as { mark?: string; head?: string }) }))
    .filter((one) => one.mark === mark)
    .map(({ at, personId, head }) => ({ at, personId, head }));

const headOf = ({ file }: Emergency): string | undefined => reading(file, endOfChain)?.head;

const hashesIn = (file: string): string[] =>
  reading(file, (source) =>
    prepared<{ hash: Buffer }>(source, 'SELECT hash FROM journal')
      .all()
      .map(({ hash }) => hash.toString('hex')),
  ) ?? [];

/** Of a file that does not tell what it holds: that something may be left. */
const nothingKnown: EmergencyRest = { cases: 0, firstCode: '', lastCode: '', payments: 0, entries: 1 };

const broughtAlong =
  /^(?:case|payment|shift|batch|notice|subjectRequest|breach|feedback|digital|citizen|ratings):/;

function restOf(db: Reader, source: Reader, taken: ReadonlySet<string>): EmergencyRest {
  const isLeft = ({ hash, kind, subject }: { hash: Buffer; kind: string; subject: string }) =>
    !taken.has(hash.toString('hex')) &&
    !kind.startsWith('seen.') &&
    (broughtAlong.test(subject) || ownSubject.test(subject));
  const entries = prepared<{ hash: Buffer; kind: string; subject: string }>(
    source,
    'SELECT hash, kind, subject FROM journal',
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
