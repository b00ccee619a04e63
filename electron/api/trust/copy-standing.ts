import type { BackupManifest } from '../../../shared/domain/backup.ts';
import type { BackupRow } from '../../../shared/views-backup.ts';
import { nowAt } from '../../now.ts';
import { lackOf, ownerOf } from '../../register/backup/backup-lack.ts';
import { findTurnedBack } from '../../register/backup/turned-back.ts';
import type { Reader } from '../../register/connection.ts';

/** How a copy stands to the register that works, as the lists say it. @param folder of the register, where the copy lies with it. */
export function standOf(
  db: Reader,
  copy: BackupManifest & { name?: string },
  folder?: string,
): Pick<BackupRow, 'lack' | 'owner' | 'givenUpAt'> {
  const owner = ownerOf(db, copy, folder);
  const turned = owner === 'past' ? findTurnedBack(db, copy) : undefined;
  return { lack: lackOf(db, copy), owner, givenUpAt: turned ? officeTimeOf(turned.at) : null };
}

/** Of an instant. */
export const officeTimeOf = (instant: string): string => nowAt(Date.parse(instant)).officeTime;
