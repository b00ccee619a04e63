import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { staffSchema } from '../../../shared/domain/person.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import type { JournalRow } from '../journal.ts';

/** What the journal tells of settings and people, for a register whose tables are lost. */
export function putBackOffice(tx: Writer, rows: readonly JournalRow[]): void {
  for (const { kind, subject, data, at } of rows) {
    if (kind === 'setup.completed' || kind === 'settings.changed') putBackSettings(tx, data, at);
    if (kind === 'setup.completed')
      for (const [index, staff] of peopleOf(data).entries()) putBackPerson(tx, index + 1, staff);
    if (kind === 'person.added') putBackPerson(tx, Number(subject.split(':')[1]), JSON.parse(data));
  }
}

/** Whom cases and entries name and no row is left of: by his name, so that nobody's act is nobody's. */
export function putBackNamed(tx: Writer, cases: Iterable<CaseState>, rows: readonly JournalRow[]): void {
  for (const { holder, citizenId, applicant, receivedAt } of cases) {
    putBackPerson(tx, holder.id, { name: holder.name, title: '', roles: ['officer'] });
    if (citizenId === null) continue;
    prepared(
      tx,
      'INSERT OR IGNORE INTO citizens (id, details, lastCaseAt) VALUES (@citizenId, @details, @receivedAt)',
    ).run({ citizenId, details: JSON.stringify(applicant), receivedAt });
  }
  for (const id of new Set(rows.map(({ personId }) => personId)))
    if (id !== null) putBackPerson(tx, id, { name: `Người số ${id}`, title: '', roles: ['officer'] });
}

/** Shifts that no row is left of, as far as their own entries tell, or the money that went through them. */
export function putBackShifts(tx: Writer, rows: readonly JournalRow[]): void {
  const closings = new Map<number, string>();
  for (const { kind, subject, data, personId } of rows) {
    const id = Number(subject.split(':')[1]);
    const told = /^(?:shift|payment)\./.test(kind)
      ? (JSON.parse(data) as Record<string, string | number>)
      : {};
    if (kind === 'shift.opened')
      prepared(
        tx,
        'INSERT OR IGNORE INTO shifts (id, personId, openedAt, floatVnd) VALUES (@id, @personId, @at, @floatVnd)',
      ).run({ id, personId, at: told.at, floatVnd: told.floatVnd });
    // Of a shift whose opening is lost, its money still tells whose it was and since when.
    if (kind.startsWith('payment.') && typeof told.shiftId === 'number')
      prepared(
        tx,
        'INSERT OR IGNORE INTO shifts (id, personId, openedAt, floatVnd) VALUES (@shiftId, @personId, @at, 0)',
      ).run({ shiftId: told.shiftId, personId, at: told.at });
    if (kind === 'shift.closed') {
      closings.set(id, data);
      prepared(tx, 'UPDATE shifts SET closedAt = ?, closing = ? WHERE id = ? AND closedAt IS NULL').run(
        told.closedAt,
        data,
        id,
      );
    }
    if (kind === 'shift.reopened') {
      prepared(
        tx,
        `INSERT OR IGNORE INTO reopenedClosings (shiftId, number, closedAt, closing, reopening)
         SELECT @id, @number, @closedAt, @closing, @data WHERE @closing IS NOT NULL`,
      ).run({ id, number: told.number, closedAt: told.closedAt, closing: closings.get(id) ?? null, data });
      // Only where the row is of before: one that was read may be closed anew.
      prepared(
        tx,
        `UPDATE shifts SET closedAt = NULL, closing = NULL WHERE id = @id AND closedAt = @closedAt
           AND EXISTS (SELECT 1 FROM reopenedClosings WHERE shiftId = @id AND closedAt = @closedAt)
           AND NOT EXISTS (SELECT 1 FROM shifts AS later WHERE later.personId = shifts.personId AND later.id > @id)`,
      ).run({ id, closedAt: told.closedAt });
    }
  }
}

/**
 * Shifts that money names and no entry is left of: opened, as far as is known, by whoever moved that money and when he did. Without
 * them its moves would belong to no drawer.
 */
export function putBackNamedShifts(tx: Writer, rows: readonly JournalRow[]): void {
  for (const { kind, data, personId } of rows) {
    if (!kind.startsWith('payment.') || personId === null) continue;
    const { shiftId, at } = JSON.parse(data) as { shiftId?: unknown; at?: unknown };
    if (typeof shiftId !== 'number' || typeof at !== 'string') continue;
    prepared(
      tx,
      'INSERT OR IGNORE INTO shifts (id, personId, openedAt, floatVnd) VALUES (@shiftId, @personId, @at, 0)',
    ).run({ shiftId, personId, at });
  }
}

function putBackSettings(tx: Writer, data: string, at: string): void {
  const told = JSON.parse(data) as Record<string, unknown>;
  const from = typeof told.from === 'string' ? told.from : at.slice(0, 10);
  for (const [name, value] of Object.entries(told)) {
    if (!(name in settingsSchema.shape)) continue;
    // Only where the table has nothing of that name: what was read is newer than the journal's first word.
    prepared(
      tx,
      `INSERT OR IGNORE INTO settings (name, effectiveFrom, value)
       SELECT @name, @from, @value WHERE NOT EXISTS (SELECT 1 FROM settings WHERE name = @name AND effectiveFrom >= @from)`,
    ).run({ name, from, value: JSON.stringify(value) });
  }
}

function peopleOf(data: string): unknown[] {
  const { people } = JSON.parse(data) as { people?: unknown };
  return Array.isArray(people) ? people : [];
}

function putBackPerson(tx: Writer, id: number, staff: unknown): void {
  const read = staffSchema.safeParse(staff);
  if (!read.success || !Number.isInteger(id)) return;
  const { name, title, roles } = read.data;
  prepared(tx, 'INSERT OR IGNORE INTO people (id, name, title, roles) VALUES (?, ?, ?, ?)').run(
    id,
    name,
    title,
    JSON.stringify(roles),
  );
}
