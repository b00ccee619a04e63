import { batchKinds } from '../../../shared/domain/batch.ts';
import { countersOfDay } from '../backup/passed-over.ts';
import { connect, prepared, type Writer } from '../connection.ts';
import { appendEntry } from '../journal.ts';
import { shutLanAfterRestore } from '../lan.ts';
import { carveJournal } from './carve.ts';
import { copyTables, openBackup, openTorn } from './copy-tables.ts';
import { putBackOffice } from './known-from-journal.ts';
import { rejoin } from './rejoined-journal.ts';
import { makeBeside, newestWhole, takePlace } from './salvage.ts';
import { damagedFile } from './set-aside.ts';

/** So far from the last number that is known, an emergency register begins to count: its papers are told by their numbers. */
const rangeStep = 5000;

/** What a counter needs to receive: who works here, under which rules, and how people of digital support are told. No case and nobody's data. */
const officeTables = [
  ...['settings', 'people', 'accounts', 'recoveryCode', 'signingKeys', 'lanDoor', 'lanDevices', 'digitalKey'],
  ...['procedures', 'calendarYears', 'importLayouts'],
];

/**
 * An empty register with numbers of its own, so that people need not wait while somebody mends the damaged one, which is put
 * aside. Answers where it lies. What it receives is brought into the mended one later (`merge-emergency.ts`).
 */
export function openEmergency(folder: string, instant: string, officeTime: string): string | null {
  const source = damagedFile(folder);
  const file = makeBeside(folder);
  const [torn, backup] = [source === null ? null : openTorn(source), openBackup(folder, newestWhole(folder))];
  const db = connect(file, 'write');
  try {
    db.pragma('foreign_keys = OFF');
    db.transaction((tx: Writer) => {
      copyTables(tx, torn, backup, [...officeTables, 'counters']);
      if (source) putBackOffice(tx, rejoin(carveJournal(source)).rows);
      const year = officeTime.slice(0, 4);
      const from = numbersFrom(tx, year, officeTime.slice(0, 10));
      const by = { at: instant, personId: null, device: '', kind: 'register.emergency', subject: 'register' };
      appendEntry(tx, { ...by, data: { from } });
      shutLanAfterRestore(tx, Date.parse(instant));
    }).immediate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    for (const open of [torn, backup, db]) open?.close();
  }
  return takePlace(file, officeTime);
}

/** Lets every counter go on in the range of emergencies; answers the first serial of the book. */
function numbersFrom(tx: Writer, year: string, today: string): number {
  const people = prepared<{ id: number }>(tx, 'SELECT id FROM people').all();
  const notes = people.map(({ id }) => `note:${year}-C${String(id).padStart(2, '0')}`);
  const lists = batchKinds.map((kind) => `batch:${kind}:${year}`);
  for (const name of [
    `book:${year}`,
    `feedback:${year}`,
    `subjectRequest:${year}`,
    ...notes,
    ...lists,
    ...countersOfDay(tx, today),
  ])
    prepared(tx, 'INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT DO NOTHING').run(name);
  // The next multiple that lies at least half a step away: also what was received and is lost stays below it.
  prepared(tx, 'UPDATE counters SET value = ((value + @half) / @step + 1) * @step').run({
    half: rangeStep / 2,
    step: rangeStep,
  });
  const row = prepared<{ value: number }>(tx, 'SELECT value FROM counters WHERE name = ?').get(
    `book:${year}`,
  );
  return (row?.value ?? 0) + 1;
}
