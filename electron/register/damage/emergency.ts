import { connect, type Writer } from '../connection.ts';
import { keepFirst } from '../emergency-range.ts';
import { appendEntry, type JournalRow } from '../journal.ts';
import { shutLanAfterRestore } from '../lan.ts';
import { carveJournal } from './carve.ts';
import { copyTables, openBackup, openTorn } from './copy-tables.ts';
import { beginRange, givenElsewhere } from './emergency-numbers.ts';
import { putBackOffice } from './known-from-journal.ts';
import { rejoin } from './rejoined-journal.ts';
import { makeBeside, newestWhole, takePlace } from './salvage.ts';
import { damagedFile } from './set-aside.ts';

/**
 * What a counter needs to receive: who works here, under which rules, and how people of digital support are told. No case
 * and nobody's data.
 */
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
      const given = givenElsewhere(folder, source, carved, backup);
      const range = beginRange(tx, officeTime.slice(0, 4), given);
      const by = { at: instant, personId: null, device: '', kind: 'register.emergency', subject: 'register' };
      appendEntry(tx, { ...by, data: range });
      keepFirst(tx);
      shutLanAfterRestore(tx, Date.parse(instant));
    }).immediate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    for (const open of [torn, backup, db]) open?.close();
  }
  return takePlace(file, officeTime);
}
