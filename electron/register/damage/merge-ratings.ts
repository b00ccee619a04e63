import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { insertRow, type Row } from '../rows.ts';
import type { MergedIds } from './merged-ids.ts';
import type { SameForms } from './same-forms.ts';

type Ids = Pick<MergedIds, 'person' | 'case'> & { same: Pick<SameForms, 'ratings'> };

/** Answers of an emergency register, which name nobody, and the codes on its slips, with which somebody may answer still. */
export function* mergeRatings(tx: Writer, source: Reader, ids: Ids): Generator<void> {
  const all = (table: string) => prepared<Row>(source, `SELECT * FROM ${table}`).all();
  for (const row of all('ratings')) {
    if (ids.same.ratings.has(row.key)) continue;
    insertRow(tx, 'ratings', { ...row, clerkId: ids.person.get(Number(row.clerkId)) ?? null });
    yield;
  }
  // A number that was drawn here too keeps its first slip.
  const keep = prepared(
    tx,
    `INSERT INTO ratingCodes (code, caseId, stage, issuedOn, used) VALUES (@code, @caseId, @stage, @issuedOn, @used)
     ON CONFLICT (code) DO NOTHING`,
  );
  for (const row of all('ratingCodes')) {
    const caseId = row.caseId === null ? null : ids.case.get(Number(row.caseId));
    // Of a case that a salvage could not read nobody can tell what was rated.
    if (caseId !== undefined) keep.run({ ...row, caseId });
    yield;
  }
  const owe = prepared(
    tx,
    'INSERT INTO ratingsToJournal (day, answers) VALUES (@day, @answers) ON CONFLICT (day) DO UPDATE SET answers = answers + excluded.answers',
  );
  for (const row of all('ratingsToJournal')) owe.run(row);
  const beat = prepared(
    tx,
    `INSERT INTO ratingPulses (minute, clerkId, answers, outOfHours) VALUES (@minute, @clerkId, @answers, @outOfHours)
     ON CONFLICT (minute, clerkId) DO UPDATE SET answers = answers + excluded.answers`,
  );
  for (const row of all('ratingPulses'))
    beat.run({ ...row, clerkId: ids.person.get(Number(row.clerkId)) ?? 0 });
}
