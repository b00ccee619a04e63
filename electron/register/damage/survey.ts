import type { CopyPast, OfferedBackup } from '../../../shared/damage-view.ts';
import { listBackups } from '../backup/backup-list.ts';
import type { JournalRow } from '../journal.ts';
import { carveJournal } from './carve.ts';
import { lossFromTorn } from './carved-loss.ts';
import { isWhole, pastOf } from './copy-past.ts';
import { damagedFile } from './set-aside.ts';

/** So many backups are read through before they are offered. */
const mostOffered = 3;
const order: readonly CopyPast[] = ['own', 'unknown', 'other', 'emergency'];

/**
 * Backups that are whole today, those of the same past first and the newest before others, each with what it lacks of what the
 * damaged register still shows.
 */
export function surveyBackups(folder: string): OfferedBackup[] {
  const source = damagedFile(folder);
  const found = source === null ? new Map<number, JournalRow[]>() : carveJournal(source);
  const known = listBackups(folder).map((copy) => ({
    copy,
    past: pastOf(folder, source ?? '', found, copy),
  }));
  const sorted = order.flatMap((past) => known.filter((one) => one.past === past));
  const offered: OfferedBackup[] = [];
  for (const { copy, past } of sorted) {
    if (offered.length === mostOffered) break;
    const { name, at, cases } = copy;
    if (!isWhole(folder, copy)) continue;
    const lack = past === 'own' && source !== null ? lossFromTorn(source, found, copy) : null;
    offered.push({ name, at, cases, past, lack });
  }
  return offered;
}
