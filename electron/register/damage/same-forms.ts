import type { DigitalEvent } from '../../../shared/domain/digital.ts';
import { prepared, type Reader } from '../connection.ts';
import { ownThings } from './merge-digital.ts';

/**
 * Forms that came in both registers, because a window sent them once more after the damage. Their keys are random: the same key is
 * the same form. What stands in the register stays, and neither the row of the emergency nor the entry that tells of it comes.
 */
export interface SameForms {
  ratings: ReadonlySet<unknown>;
  notices: ReadonlySet<unknown>;
  helps: ReadonlySet<unknown>;
  /** `digitalTeams:<id>` and so on: subjects of the journal, too. */
  rows: ReadonlySet<string>;
  /** How many papers of a day and source are not to be counted again. */
  papers: Map<string, number>;
}

export function findSameForms(db: Reader, source: Reader): SameForms {
  const ratings = keysInBoth(db, source, 'ratings', 'key');
  const papers = new Map<string, number>();
  const rows = prepared<{ key: string; answeredOn: string; source: string }>(
    source,
    'SELECT key, answeredOn, source FROM ratings',
  ).all();
  for (const { key, answeredOn, source: from } of rows) {
    if (!ratings.has(key)) continue;
    const paper = `ratings:${answeredOn} ${from}`;
    papers.set(paper, (papers.get(paper) ?? 0) + 1);
  }
  return {
    ratings,
    notices: keysInBoth(db, source, 'notices', 'formKey'),
    helps: keysInBoth(db, source, 'digitalHelps', 'id'),
    rows: new Set(
      ownThings.flatMap((table) =>
        [...keysInBoth(db, source, table, 'id')].map((id) => `${table}:${String(id)}`),
      ),
    ),
    papers,
  };
}

function keysInBoth(db: Reader, source: Reader, table: string, column: string): Set<unknown> {
  const here = prepared(db, `SELECT 1 FROM ${table} WHERE ${column} = ?`);
  const keys = prepared<{ key: unknown }>(source, `SELECT ${column} AS key FROM ${table}`).all();
  return new Set(keys.flatMap(({ key }) => (here.get(key) === undefined ? [] : [key])));
}

/** Whether an entry tells of a form that came in both; a paper is used up by it. */
export function isOfSameForm(
  { subject, kind, data }: { subject: string; kind: string; data: unknown },
  { helps, rows, papers }: SameForms,
): boolean {
  if (kind === 'rating.paperEntered') {
    const paper = `${subject} ${(data as { source: string }).source}`;
    const left = papers.get(paper) ?? 0;
    papers.set(paper, left - 1);
    return left > 0;
  }
  if (!subject.startsWith('digital:')) return rows.has(subject);
  const event = data as DigitalEvent;
  return event.kind === 'helped' && helps.has(event.help.id);
}
