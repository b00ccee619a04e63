import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../backup/backup.ts';
import { connect, type Writer } from '../connection.ts';
import { nextValue, raiseCounter } from '../counters.ts';
import { firstEntryOf } from '../emergency-range.ts';
import { appendEntry } from '../journal.ts';
import { makeRegister, openRegister } from '../register.ts';
import { listEmergencies } from './emergencies.ts';
import { openEmergency } from './emergency.ts';
import { passEmergencies } from './pass-emergencies.ts';
import { restoreBackup } from './restore.ts';
import { salvage } from './salvage.ts';

/** An emergency of which the page is lost that holds its first entry. */

function change<T>(folder: string, act: (db: Writer) => T): T {
  const db = connect(join(folder, 'register.db'), 'write');
  try {
    return act(db);
  } finally {
    db.close();
  }
}

/** So many entries that the journal has more than its first page. */
const work = (folder: string, kind: string) =>
  change(folder, (tx) =>
    // One flush for all of them.
    tx.transaction(() => {
      const by = { at: '2025-04-24T03:00:00Z', personId: null, device: '', subject: 'register' };
      for (let each = 0; each < 90; each += 1) appendEntry(tx, { ...by, kind, data: { each } });
      nextValue(tx, 'slip:2025-04-24');
    })(),
  );

/** A register, or the emergency in its place; the name of the copy of the register. */
function office(isEmergency: boolean): { folder: string; copy: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-mark-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  makeRegister(join(folder, 'register.db'));
  change(folder, (tx) => raiseCounter(tx, 'slip:2025-04-23', 30));
  work(folder, 'register.restored');
  const copy = change(folder, (db) => basename(writeBackup(db, folder)));
  if (isEmergency) {
    openEmergency(folder, '2025-04-24T03:00:00Z', '2025-04-24T10:00');
    work(folder, 'register.worked');
  }
  return { folder, copy };
}

/** Loses the page of the journal on which a text stands. */
function losePageOf(folder: string, text: string): void {
  const file = join(folder, 'register.db');
  const bytes = readFileSync(file);
  const leaf = 0x0d;
  const pages = Array.from({ length: bytes.length / 4096 }, (_, page) =>
    bytes.subarray(page * 4096, (page + 1) * 4096),
  );
  const found = pages.find((page) => page[0] === leaf && page.includes(text));
  if (found === undefined) throw new Error('No such page');
  found.fill(0);
  writeFileSync(file, bytes);
}

const save = (folder: string) => salvage(folder, '2025-04-24T04:00:00Z', '2025-04-24T11:00').report;

test('a salvaged emergency that lost its first entry is still one: in its range, and offered once the register is back', () => {
  const { folder, copy } = office(true);
  const before = change(folder, firstEntryOf);
  losePageOf(folder, 'register.emergency');
  const report = save(folder);
  expect(report.lostEntries).toBeGreaterThan(0);
  expect(report.mayBeEmergency).toBe(false);
  expect(change(folder, firstEntryOf)).toEqual(before);
  expect(change(folder, (tx) => nextValue(tx, 'slip:2025-04-25'))).toBe((before?.base ?? 0) + 1);
  restoreBackup(folder, copy, '2025-04-25T04:00:00Z', '2025-04-25T11:00');
  const marks = change(folder, (db) => listEmergencies(folder, db)).map(({ mark }) => mark);
  // The salvaged one, and the damaged one that it was made of.
  expect(marks).toEqual([before?.mark, before?.mark]);
});

test('one of an earlier version keeps at its next opening which one it is; where it never came to that, it is named', () => {
  const { folder } = office(true);
  const before = change(folder, firstEntryOf);
  const forget = () => change(folder, (tx) => tx.exec("DELETE FROM settings WHERE name = 'emergency'"));
  forget();
  const register = openRegister(folder);
  passEmergencies(register, '2025-04-24T03:30:00Z');
  register.close();
  losePageOf(folder, 'register.emergency');
  save(folder);
  expect(change(folder, firstEntryOf)).toEqual(before);
  forget();
  losePageOf(folder, 'register.entryLost');
  expect(save(folder).mayBeEmergency).toBe(true);
});

test('a register that lost its first entry is named as none, and an emergency in its place is not the one before', () => {
  const { folder } = office(false);
  losePageOf(folder, '{"each":0}');
  rmSync(join(folder, 'backups'), { recursive: true });
  const report = save(folder);
  expect(report.lostEntries).toBeGreaterThan(0);
  expect(report.mayBeEmergency).toBe(false);
  const marks = ['05', '06'].map((hour) => {
    openEmergency(folder, `2025-04-24T${hour}:00:00Z`, `2025-04-24T${hour}:30`);
    return change(folder, firstEntryOf)?.mark;
  });
  expect(new Set(marks).size).toBe(2);
  const kept = change(folder, (db) =>
    db.prepare("SELECT value FROM settings WHERE name = 'emergency'").all(),
  );
  expect(kept).toMatchObject([{ value: expect.stringContaining(marks[1] ?? '-') }]);
});
