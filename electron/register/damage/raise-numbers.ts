import type { Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Each counter's name and the highest number that a row carries of it. */
const carried = [
  `SELECT 'book:' || year AS name, serial AS value FROM cases`,
  `SELECT 'slip:20' || substr(slipCode, 1, 2) || '-' || substr(slipCode, 3, 2) || '-' || substr(slipCode, 5, 2),
     CAST(substr(slipCode, 8, length(slipCode) - 10) AS INTEGER)
   FROM cases WHERE slipCode GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]-*'`,
  `SELECT 'note:' || substr(head, 1, length(head) - 1), CAST(substr(noteNo, length(head) + 1) AS INTEGER)
   FROM (SELECT noteNo, rtrim(noteNo, '0123456789') AS head FROM payments WHERE noteNo IS NOT NULL)`,
  `SELECT 'feedback:' || substr(code, 4, 4), CAST(substr(code, 9) AS INTEGER) FROM feedbackCases`,
  `SELECT 'subjectRequest:' || substr(code, 4, 4), CAST(substr(code, 9) AS INTEGER) FROM subjectRequests`,
  `SELECT 'batch:' || kind || ':' || year, number FROM batches`,
  `SELECT 'ticket:' || day, number FROM tickets`,
  `SELECT 'calls:' || day, callNumber FROM tickets WHERE callNumber IS NOT NULL`,
  `SELECT 'digitalPerson', id FROM digitalPeople`,
];

/** No number that a row carries is given again. Codes of cases need no counter: one that is taken is passed over. */
export function raiseCounters(tx: Writer): void {
  prepared(
    tx,
    `INSERT INTO counters (name, value)
     SELECT name, max(value) FROM (${carried.join(' UNION ALL ')}) WHERE value >= 1 GROUP BY name
     ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)`,
  ).run();
}

/** Tables by the word under which the journal speaks of their rows. */
const tablesBySubject: Record<string, string> = {
  person: 'people',
  citizen: 'citizens',
  case: 'cases',
  batch: 'batches',
  shift: 'shifts',
  payment: 'payments',
  feedback: 'feedbackCases',
  subjectRequest: 'subjectRequests',
  ticket: 'tickets',
  notice: 'notices',
};

/**
 * No row is given an id that the journal already speaks of, or that was given before the end was lost: what is said of the lost one
 * would be said of the new one. @param reached the last id by table, as the damaged register still tells it.
 */
export function raiseIds(tx: Writer, reached: ReadonlyMap<string, number>): void {
  for (const [subject, table] of Object.entries(tablesBySubject)) {
    const spoken = prepared<{ id: number | null }>(
      tx,
      `SELECT max(CAST(substr(subject, instr(subject, ':') + 1) AS INTEGER)) AS id FROM journal WHERE subject GLOB ? || ':[0-9]*'`,
    ).get(subject)?.id;
    const given = prepared<{ seq: number }>(tx, 'SELECT seq FROM sqlite_sequence WHERE name = ?').get(table);
    const told = Math.max(spoken ?? 0, reached.get(table) ?? 0);
    if (told <= (given?.seq ?? 0)) continue;
    prepared(tx, 'DELETE FROM sqlite_sequence WHERE name = ?').run(table);
    prepared(tx, 'INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, told);
  }
}
