import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { openRedaction } from '../../../shared/domain/redaction.ts';
import { areaOfCase } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import type { JournalEntry } from '../journal.ts';

/** What takes the place of what the journal says of somebody. */

/** Whose act it is, and what the entry of each case says of it. */
export interface Erasing {
  entry: Omit<JournalEntry, 'kind' | 'data' | 'subject'>;
  about: Record<string, unknown>;
  /** Names of papers that the catalogue knows: what is called otherwise may hold a name. */
  papers: ReadonlySet<string>;
  /** Parts of addresses that so few people share that one of them would be found. */
  rareAreas: ReadonlySet<string>;
  /** Whose wish it is, under all his records. */
  own?: OwnMarks;
}

/** Names of every paper in the catalogue. */
export function knownPapers(db: Reader): ReadonlySet<string> {
  const rows = prepared<{ name: string }>(
    db,
    `SELECT DISTINCT paper.value ->> '$.name' AS name FROM procedures, json_each(definition, '$.components') AS paper`,
  ).all();
  return new Set(rows.map(({ name }) => name));
}

/** As few people as this share a part of an address: it is not kept (as groups of ratings below it are not shown). */
export const fewest = 5;

/** First parts of addresses that only a few cases have. */
export function rareAreas(db: Reader): ReadonlySet<string> {
  const rows = prepared<{ area: string }>(
    db,
    `SELECT ${areaOfCase} AS area FROM cases GROUP BY area HAVING count(*) < ${fewest}`,
  ).all();
  return new Set(rows.map(({ area }) => area));
}

/** The part of a case's address that reports count by. */
export function areaOf(db: Reader, id: number): string {
  return (
    prepared<{ area: string }>(db, `SELECT ${areaOfCase} AS area FROM cases WHERE id = ?`).get(id)?.area ?? ''
  );
}

/** What takes the place of all that the journal says of some subjects. */
export function redactedEntries(
  db: Reader,
  subjects: readonly string[],
  papers: ReadonlySet<string>,
  area = '',
): { seq: number; data: unknown }[] {
  const redact = openRedaction(papers, area);
  return subjects.flatMap((subject) =>
    prepared<{ seq: number; kind: string; data: string }>(
      db,
      "SELECT seq, kind, data FROM journal WHERE subject = ? AND kind <> 'data.erased' ORDER BY seq",
    )
      .all(subject)
      .map(({ seq, kind, data }) => ({ seq, data: redact(kind, JSON.parse(data)) })),
  );
}
