import { join } from 'node:path';
import type { OfferedBackup } from '../../../shared/damage-view.ts';
import { hashOfFile } from '../backup/backup.ts';
import { backupsFolder, listBackups } from '../backup/backup-list.ts';
import { carveJournal } from './carve.ts';
import { damagedFile } from './set-aside.ts';

/** So many of the newest backups are read through before they are offered. */
const mostOffered = 3;

/** Backups that are whole today, newest first, each with what it lacks of what the damaged register still shows. */
export function surveyBackups(folder: string): OfferedBackup[] {
  const source = damagedFile(folder);
  const found = source === null ? null : carveJournal(source);
  const received = [...(found?.values() ?? [])]
    .flatMap(([row]) => (row ? [row] : []))
    .filter(({ kind }) => kind === 'case.received' || kind === 'case.registered');
  let last: string | null = null;
  for (const rows of found?.values() ?? []) {
    const at = rows[0]?.at ?? '';
    if (last === null || at > last) last = at;
  }
  return listBackups(folder)
    .filter(({ name, sha256 }) => hashOfFile(join(backupsFolder(folder), name)).sha256 === sha256)
    .slice(0, mostOffered)
    .map(({ name, at, cases, seq }) => ({
      name,
      at,
      cases,
      lacksCases: last === null ? null : received.filter((row) => row.seq > seq).length,
      lacksMinutes:
        last === null ? null : Math.max(0, Math.round((Date.parse(last) - Date.parse(at)) / 60_000)),
    }));
}
