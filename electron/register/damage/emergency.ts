import { batchKinds } from '../../../shared/domain/batch.ts';
import { countersOfDay } from '../backup/passed-over.ts';
import { connect, prepared, type Writer } from '../connection.ts';
import { givenSerials } from '../counters.ts';
import { appendEntry, type JournalRow } from '../journal.ts';
import { shutLanAfterRestore } from '../lan.ts';
import { carveJournal } from './carve.ts';
import { copyTables, openBackup, openTorn } from './copy-tables.ts';
import { beginRange, givenElsewhere } from './emergency-numbers.ts';
import { putBackOffice } from './known-from-journal.ts';
import { rejoin } from './rejoined-journal.ts';
import { makeBeside, newestWhole, takePlace } from './salvage.ts';
import { damagedFile } from './set-aside.ts';

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
      const carved = source === null ? new Map<number, JournalRow[]>() : carveJournal(source);
      putBackOffice(tx, rejoin(carved).rows);
      const year = officeTime.slice(0, 4);
      const names = onPaper(tx, year, officeTime.slice(0, 10));
      beginRange(tx, names, year, givenElsewhere(folder, source, carved, backup));
      const from = (givenSerials(tx)[year] ?? 0) + 1;
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

/** Counters of numbers that may come on paper today. */
function onPaper(tx: Writer, year: string, today: string): string[] {
  const people = prepared<{ id: number }>(tx, 'SELECT id FROM people').all();
  return [
    ...['book', 'feedback', 'subjectRequest'].map((kind) => `${kind}:${year}`),
    ...people.map(({ id }) => `note:${year}-C${String(id).padStart(2, '0')}`),
    ...batchKinds.map((kind) => `batch:${kind}:${year}`),
    ...countersOfDay(tx, today),
  ];
}
