import { z } from 'zod';
import { formatCode } from '../../../shared/domain/account.ts';
import type { BackupSettings } from '../../../shared/domain/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import { newCode } from '../../accounts/secrets.ts';
import { keyName, placeCodeLength } from '../../backup/place-key.ts';
import { saveSetting } from '../../register/settings.ts';
import { sometimesApprovedLong } from '../approved.ts';
import { longCommand, requireSettings } from '../door.ts';
import { told } from './told-fault.ts';

const keepers = ['administrator'] as const;
const folderSchema = z.string().trim().min(1).max(500);

/** Where copies are carried to, and the code that opens them there. */
export const backupPlaceRoutes = {
  /**
   * Chooses the folder that copies are carried to, sealed; null ends it. The first time, and when asked, answers the code that
   * opens them on another machine: it is shown this once and kept nowhere. The first place takes the administrator alone; changing
   * or ending one needs a second manager. Throws backupFailed when the folder takes nothing.
   */
  choosePlace: sometimesApprovedLong(
    keepers,
    ['backups', 'session'],
    z.object({ place: folderSchema.nullable(), newCode: z.boolean().default(false) }),
    ({ db, now }) => (requireSettings(db, now).backup.place === null ? null : {}),
    async (scope, { place, newCode: isNew }): Promise<{ code: string | null }> => {
      const { room } = scope.context.backups;
      const before = requireSettings(scope.db, scope.now).backup;
      // One that nobody is known to have on paper opens nothing elsewhere.
      const needsCode = !before.key?.isProven || before.place === null || isNew;
      const code = place !== null && needsCode ? newCode(placeCodeLength) : null;
      return told(async () => {
        let { key } = before;
        if (code !== null) {
          const made = await room.ask('makeKey', code);
          key = { key: Buffer.from(made.key).toString('base64'), wrap: made.wrap, isProven: false };
        }
        if (place !== null && key !== null)
          await room.ask('prepare', place, key.wrap, scope.context.register.folder);
        await scope.write(({ tx, record }) => {
          saveBackupSettings(tx, { place, key });
          record('backup.placeChosen', 'backup', { place, newCode: code !== null });
        });
        // Who pulls the stick out and locks it away has something on it.
        if (place !== null) scope.context.backups.ask('asked');
        return { code: code === null ? null : formatCode(code) };
      });
    },
  ),

  /**
   * The code that was shown is on paper: somebody typed its end from there. Until then the window says that nobody may have it. Throws
   * codeNotTyped for another code than the one in force.
   */
  proveCode: longCommand(
    keepers,
    ['backups'],
    z.object({ code: z.string().max(60) }),
    async (scope, { code }): Promise<null> => {
      const { key } = requireSettings(scope.db, scope.now).backup;
      const isRight =
        key !== null && (await told(() => scope.context.backups.room.ask('opens', code, key.wrap)));
      if (!isRight) throw new AppError('codeNotTyped');
      await scope.write(({ tx, record }) => {
        const { place, key: now } = requireSettings(tx, scope.now).backup;
        if (now === null || keyName(now.wrap) !== keyName(key.wrap)) throw new AppError('codeNotTyped');
        if (now.isProven) return;
        saveBackupSettings(tx, { place, key: { ...now, isProven: true } });
        record('backup.codeProved', 'backup', { key: keyName(now.wrap) });
      });
      return null;
    },
  ),
};

/** One value, from the beginning on: an older key is of no use in a later register. */
function saveBackupSettings(tx: Parameters<typeof saveSetting>[0], settings: BackupSettings): void {
  saveSetting(tx, 'backup', settings, '0001-01-01');
}
