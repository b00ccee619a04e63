import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeBackup } from '../../../electron/register/backup/backup.ts';
import { backupsFolder, listBackups } from '../../../electron/register/backup/backup-list.ts';
import { factsOf, requireSound } from '../../../electron/register/backup/check-copy.ts';
import { connect } from '../../../electron/register/connection.ts';
import { findFile, storeFile } from '../../../electron/register/files.ts';
import { appendEntry } from '../../../electron/register/journal.ts';
import { keyFilePath, readKeyFile } from '../../../electron/register/locking/key-file.ts';
import { keepKey, kindOfFile } from '../../../electron/register/locking/keyring.ts';
import { isRestLeft, lockRest } from '../../../electron/register/locking/lock-rest.ts';
import { lockedAside } from '../../../electron/register/locking/locking.ts';
import { openRegister } from '../../../electron/register/register.ts';
import { keyVariable, lockAtOpening, makeLock } from '../../locked.ts';
import { hasDisk, openDisk } from './disk.ts';

/**
 * At full scale, `MOT_CUA_FULL=1`, the power goes before each of the last steps, where names change, and now and then while the copy is
 * written.
 */
const cutsOf = (steps: number): number[] =>
  process.env.MOT_CUA_FULL
    ? Array.from({ length: steps }, (_, at) => at + 1).filter((at) => at > steps - 160 || at % 15 === 0)
    : [Math.floor(steps / 2), steps - 12, steps];
const program = fileURLToPath(new URL('locking-register.ts', import.meta.url));
const entry = { at: '2025-04-24T02:15:00.000Z', personId: null, device: '', kind: 'office.noted' };

test.runIf(hasDisk)(
  'the power goes while a register is locked: it is the one or the other, whole, and so is each copy and slip',
  async () => {
    const parent = mkdtempSync(join(tmpdir(), 'mot-cua-locking-'));
    const [folder, open] = [join(parent, 'data'), join(parent, 'open')];
    const register = openRegister(open);
    register.transact((tx) => appendEntry(tx, { ...entry, subject: 'office', data: 'Lường Thị Thu Hằng' }));
    writeBackup(register.read, open);
    register.close();
    const slip = storeFile(open, Buffer.from('%PDF-1.7 Lường Thị Thu Hằng'));
    const lock = makeLock();
    process.env[keyVariable] = lock.key.toString('hex');
    const disk = openDisk(folder);
    const begin = () => {
      keepKey(folder, null);
      rmSync(folder, { recursive: true, force: true });
      cpSync(open, folder, { recursive: true });
      lockAtOpening(folder, lock);
      // The program alone is given the key.
      keepKey(lockedAside(folder), null);
    };
    begin();
    const whole = disk.start(program);
    await once(whole, 'exit');
    // The test itself can see him in what was put there, slip and all.
    expect(holdingText(open).length).toBe(3);
    expect([whole.exitCode, holdingText(folder)]).toEqual([0, []]);
    const [steps, found] = [disk.steps(), { open: 0, locked: 0 }];
    for (const at of cutsOf(steps)) {
      begin();
      const running = disk.start(program, { killAt: at });
      await once(running, 'exit');
      await disk.cut(running);
      const kind = kindOfFile(join(folder, 'register.db'));
      if (kind !== 'open' && kind !== 'locked') throw new Error(`After step ${at} there is no register`);
      found[kind] += 1;
      // Whoever starts anew has the code and nothing else.
      if (kind === 'locked') expect(readKeyFile(folder)?.check).toBe(lock.lock.check);
      keepKey(folder, kind === 'locked' ? lock.key : null);
      openRegister(folder).close();
      // The entry of the lock, or that it came to nothing.
      expect(seqOf(join(folder, 'register.db'))).toBe(2);
      expect(listBackups(folder).length).toBeGreaterThan(0);
      for (const { name } of listBackups(folder)) expect(seqOf(join(backupsFolder(folder), name))).toBe(1);
      lockRest(folder);
      expect(Buffer.from(findFile(folder, slip)?.bytes ?? []).toString()).toContain('%PDF-1.7 Lường');
      if (kind === 'locked') expect(holdingText(folder)).toEqual([]);
      // Beside an open register nothing asks for a key that nobody has, nor is it half anything.
      else expect([existsSync(keyFilePath(folder)), isRestLeft(folder)]).toEqual([false, false]);
      expect(existsSync(lockedAside(folder))).toBe(false);
      expect(namesBelow(folder).filter((name) => /\.tmp/.test(name))).toEqual([]);
    }
    expect(found.open).toBeGreaterThan(0);
    expect(found.locked).toBeGreaterThan(0);
    disk.remove();
    rmSync(parent, { recursive: true });
    console.log(`lock cut in ${steps} steps: ${found.open} still open, ${found.locked} locked, all whole`);
  },
  process.env.MOT_CUA_FULL ? 3_600_000 : 60_000,
);

function seqOf(file: string): number {
  const db = connect(file, 'read');
  try {
    requireSound(db);
    return factsOf(db).seq;
  } finally {
    db.close();
  }
}

const namesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

/** Every file below the folder that holds the name of a citizen. */
const holdingText = (folder: string): string[] =>
  namesBelow(folder).filter((name) => readFileSync(join(folder, name)).includes('Lường Thị Thu Hằng'));
