import { erasedName } from '../../../shared/domain/redaction.ts';
import { getLiving, recordsOf } from '../citizens/citizens.ts';
import { prepared, type Reader } from '../connection.ts';
import { isGenuine, type JournalRow } from '../journal.ts';
import { isResalted } from './carve.ts';
import { openTorn } from './copy-tables.ts';
import { readTorn, type StoredRow } from './torn-table.ts';

/**
 * An erasure whose own entries are lost still shows in the damaged register: texts stand in the place of what was written, and rows
 * name nobody. What a copy holds in the clear of those was erased after it.
 */
export interface ShownErased {
  /** By number, payloads that no entry proves. */
  untold: ReadonlyMap<number, readonly JournalRow[]>;
  /** Subjects whose rows name nobody any more. */
  rows: ReadonlySet<string>;
  /** Cases whose rows still name somebody. */
  named: ReadonlySet<number>;
}

/** Where a row says whom it names, by the word under which the journal speaks of it. */
const naming = [
  { word: 'case', table: 'cases', column: 'applicantName', name: (row: StoredRow) => row.applicantName },
  {
    ...{ word: 'citizen', table: 'citizens', column: "details ->> '$.name'" },
    name: (row: StoredRow) => nameIn(row.details),
  },
  { word: 'digital', table: 'digitalPeople', column: 'name', name: (row: StoredRow) => row.name },
] as const;

function nameIn(details: unknown): unknown {
  try {
    return (JSON.parse(String(details)) as { name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

/** @param source the damaged file. @param untold as it was carved. */
export function shownErased(source: string, untold: ShownErased['untold']): ShownErased {
  const rows = new Set<string>();
  const named = new Set<number>();
  const torn = openTorn(source);
  if (torn === null) return { untold, rows, named };
  for (const { word, table, name } of naming)
    for (const row of readTorn(torn, table, true).rows) {
      if (name(row) === erasedName) rows.add(`${word}:${row.id}`);
      else if (word === 'case') named.add(Number(row.id));
    }
  torn.close();
  return { untold, rows, named };
}

/** Subjects of what a copy holds in the clear and the damaged register shows erased. @param seq the last entry of the copy. */
export function inTheClear(copy: Reader, { untold, rows }: ShownErased, seq: number): string[] {
  const subjects = new Set<string>();
  for (const [number, texts] of untold) {
    if (number > seq) continue;
    const row = prepared<JournalRow>(copy, 'SELECT * FROM journal WHERE seq = ?').get(number);
    if (row && isGenuine(row) && texts.some((text) => isResalted(text, row))) subjects.add(row.subject);
  }
  for (const { word, table, column } of naming)
    for (const subject of rows) {
      if (!subject.startsWith(`${word}:`)) continue;
      const name = prepared<{ name: string | null }>(
        copy,
        `SELECT ${column} AS name FROM ${table} WHERE id = ?`,
      ).get(idIn(subject))?.name;
      if (name && name !== erasedName) subjects.add(subject);
    }
  return [...subjects];
}

const idIn = (subject: string): number => Number(subject.split(':')[1]);

/** Whose is what stands beside a case or a person, by its word. */
const owners: Readonly<Record<string, string>> = {
  payment: "SELECT 'case:' || caseId AS owner FROM payments WHERE id = ?",
  notice: "SELECT 'case:' || caseId AS owner FROM notices WHERE id = ?",
  feedback: "SELECT 'case:' || caseId AS owner FROM feedbackCases WHERE id = ?",
  subjectRequest: "SELECT 'citizen:' || citizenId AS owner FROM subjectRequests WHERE id = ?",
};

/**
 * With the cases and people to whom they belong, and with the cases of those people that name nobody else by now: nobody is erased
 * while a case names him.
 */
export function withOwners(copy: Reader, subjects: readonly string[], { named }: ShownErased): string[] {
  const owned = subjects.flatMap((subject) => {
    const sql = owners[subject.split(':')[0] ?? ''];
    const owner = sql && prepared<{ owner: string | null }>(copy, sql).get(idIn(subject))?.owner;
    return owner ? [subject, owner] : [subject];
  });
  const all = new Set(owned.map((subject) => ofLiving(copy, subject)));
  const ofPeople = prepared<{ id: number }>(
    copy,
    'SELECT id FROM cases WHERE citizenId IN (SELECT value FROM json_each(?))',
  );
  for (const subject of [...all].filter((one) => one.startsWith('citizen:')))
    for (const { id } of ofPeople.all(JSON.stringify(recordsOf(copy, idIn(subject)))))
      if (!named.has(id)) all.add(`case:${id}`);
  return [...all];
}

/** A record that was merged is of the person whom it was merged into. */
function ofLiving(copy: Reader, subject: string): string {
  const isThere = () =>
    prepared(copy, 'SELECT 1 FROM citizens WHERE id = ?').get(idIn(subject)) !== undefined;
  return subject.startsWith('citizen:') && isThere()
    ? `citizen:${getLiving(copy, idIn(subject)).id}`
    : subject;
}
