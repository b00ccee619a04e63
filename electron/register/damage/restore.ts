import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredBackup } from '../../../shared/domain/backup.ts';
import { endEverySignIn } from '../accounts/sign-ins.ts';
import { hashOfFile } from '../backup/backup.ts';
import { lossOf, tellsOfLan, wasEmergency } from '../backup/backup-lack.ts';
import { backupsFolder, findBackup } from '../backup/backup-list.ts';
import { numbersGiven, passOverNumbers } from '../backup/passed-over.ts';
import { connect, type Reader, type Writer } from '../connection.ts';
import { appendEntry } from '../journal.ts';
import { lanStands, shutLanAfterRestore } from '../lan.ts';
import { carveJournal } from './carve.ts';
import { lossFromTorn } from './carved-loss.ts';
import { pastOf } from './copy-past.ts';
import { savedFile } from './left-beside.ts';
import { takePlace } from './salvage.ts';
import { asidePlace, damagedFile } from './set-aside.ts';

/**
 * Puts a verified backup in the place of the damaged register, which is put aside; answers where that lies. Throws when the
 * backup is no longer what was verified.
 */
export function restoreBackup(
  folder: string,
  name: string,
  instant: string,
  officeTime: string,
): string | null {
  const backup = findBackup(folder, name);
  if (!backup) throw new Error('There is no such backup');
  const file = savedFile(folder);
  for (const left of ['', '-wal', '-shm']) rmSync(`${file}${left}`, { force: true });
  copyFileSync(join(backupsFolder(folder), backup.name), file);
  if (hashOfFile(file).sha256 !== backup.sha256) {
    rmSync(file);
    throw new Error('The backup is not what it was');
  }
  const db = connect(file, 'write');
  try {
    db.transaction((tx: Writer) => {
      const source = damagedFile(folder);
      const today = officeTime.slice(0, 10);
      const passed = passOverNumbers(tx, numbersGiven(tx, folder, backup, today), today);
      const by = { at: instant, personId: null, device: '', kind: 'register.restored', subject: 'register' };
      const loss = source === null ? null : lossOfTorn(folder, source, backup, tx);
      const { at: copyOf, seq, head } = backup;
      const shutLan = lanStands(tx) || tellsOfLan(loss);
      const restored = { copyOf, seq, head, ...passed, loss, shutLan, aside: asidePlace(officeTime) };
      const data = { ...restored, wasEmergency: source !== null && wasEmergency(source, tx) };
      appendEntry(tx, { ...by, data });
      endEverySignIn(tx, Date.parse(instant));
      shutLanAfterRestore(tx, Date.parse(instant));
    }).immediate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  return takePlace(file, officeTime);
}

/** What goes with the damaged register; null where the copy is of another past than what it still shows, or nothing can be read. */
function lossOfTorn(folder: string, source: string, backup: StoredBackup, restored: Reader) {
  try {
    const found = carveJournal(source);
    const isOwn = pastOf(folder, source, found, backup) === 'own';
    return isOwn ? lossFromTorn(source, found, backup, restored) : lossOf(source, backup);
  } catch {
    // A disk that no longer reads must not hinder the way out of it.
    return null;
  }
}
