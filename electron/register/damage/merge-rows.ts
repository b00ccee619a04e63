import { prepared, type Reader, type Writer } from '../connection.ts';
import { insertRow, type Row } from '../rows.ts';
import { idsBehind, type MergedIds, translated, translatedSubject } from './merged-ids.ts';

/** Rows of an emergency register, under the ids they have in the register. */

/** Rows as they are, under their ids here; `own` null: whichever ids come. */
export function* mergeRows(
  tx: Writer,
  source: Reader,
  table: string,
  own: ReadonlyMap<number, number> | null,
  ids: MergedIds,
): Generator<void> {
  for (const { id, ...row } of prepared<Row>(source, `SELECT * FROM ${table} ORDER BY id`).all()) {
    const idHere = own?.get(Number(id));
    // A form that came in both.
    if (own !== null && idHere === undefined) continue;
    const { confirmedBy, subject, data, ...rest } = row;
    const subjectHere = subject === undefined ? null : translatedSubject(String(subject), ids);
    // A slip of what is not brought along, as a ticket of the queue.
    if (subject !== undefined && subject !== '' && subjectHere === null) continue;
    const moved = translated(rest, ids) as Row;
    if (confirmedBy !== undefined)
      moved.confirmedBy = confirmedBy === null ? null : (ids.person.get(Number(confirmedBy)) ?? null);
    if (subject !== undefined) moved.subject = subjectHere ?? '';
    if (data !== undefined) moved.data = JSON.stringify(translated(JSON.parse(String(data)), ids));
    insertRow(tx, table, own === null ? moved : { id: idHere ?? 0, ...moved });
    yield;
  }
}

export function mergeShifts(tx: Writer, source: Reader, ids: MergedIds): void {
  for (const row of prepared<Row>(source, 'SELECT * FROM shifts ORDER BY id').all()) {
    const id = ids.shift.get(Number(row.id)) ?? 0;
    if (isJoined(tx, id)) continue;
    const closing =
      row.closing === null || row.closing === undefined
        ? null
        : JSON.stringify(translated(JSON.parse(String(row.closing)), ids));
    const personId = ids.person.get(Number(row.personId)) ?? null;
    insertRow(tx, 'shifts', { ...row, id, personId, closing });
  }
  for (const row of prepared<Row>(source, 'SELECT * FROM reopenedClosings').all()) {
    const closing = JSON.stringify(translated(JSON.parse(String(row.closing)), ids));
    insertRow(tx, 'reopenedClosings', { ...row, shiftId: ids.shift.get(Number(row.shiftId)) ?? 0, closing });
  }
}

/** An open shift goes on in the one that its cashier has open here: it is one drawer. */
export function shiftsOf(
  tx: Writer,
  source: Reader,
  people: ReadonlyMap<number, number>,
): Map<number, number> {
  const ids = idsBehind(tx, source, 'shifts');
  const open = prepared<{ id: number; personId: number }>(
    source,
    'SELECT id, personId FROM shifts WHERE closedAt IS NULL',
  ).all();
  for (const { id, personId } of open) {
    const here = prepared<{ id: number }>(
      tx,
      'SELECT id FROM shifts WHERE personId = ? AND closedAt IS NULL',
    ).get(people.get(personId));
    if (here) ids.set(id, here.id);
  }
  return ids;
}

/** While the journal is told: whether a shift goes on in one that stood here before. */
export const isJoined = (tx: Writer, id: number | undefined): boolean =>
  prepared(tx, 'SELECT 1 FROM shifts WHERE id = ?').get(id ?? 0) !== undefined;
