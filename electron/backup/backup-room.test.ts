import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { optionsFor } from '../../tests/desk.ts';
import { openBackupRoom } from './backup-room.ts';
import { keyName } from './place-key.ts';
import { usualPatience } from './silence.ts';

const wrap = { salt: 'c2FsdA==', cost: 10, wrapped: '' };
let folder: string;
let stick: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-room-'));
  stick = join(folder, 'stick');
  target = join(stick, 'Mot-Cua', keyName(wrap));
  mkdirSync(target, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const open = (patience = usualPatience) => openBackupRoom(optionsFor(folder).backupWorker, patience);

test.skipIf(process.platform === 'win32')(
  'a place that does not answer is left, and neither a work of this machine nor closing waits for it',
  async () => {
    // Whoever opens a pipe to write waits for a reader: as a dead share, the call of the system does not return.
    const pipe = join(target, 'trial.tmp');
    execFileSync('/usr/bin/env', ['mkfifo', pipe]);
    const room = open({ short: 300, long: 300, closing: 100 });
    const before = process.listenerCount('exit');
    const trial = room.ask('prepare', stick, wrap, join(folder, 'data'));
    const behind = room.ask('opens', 'wrong', wrap);
    await expect(trial).rejects.toMatchObject({ fault: 'silent' });
    expect(await behind).toBe(false);
    await expect(room.ask('look', stick)).rejects.toMatchObject({ fault: 'silent' });
    await room.close();
    // A program that exits would wait for the thread: it is cut off, until that has ended.
    expect(process.listenerCount('exit')).toBeGreaterThan(before);
    closeSync(openSync(pipe, 'r+'));
    await expect.poll(() => process.listenerCount('exit')).toBe(before);
  },
);

test('a place inside the data folder is none, also by another path or where the data lies as ours would', async () => {
  const room = open();
  const data = join(folder, 'data');
  mkdirSync(join(data, 'backups'), { recursive: true });
  for (const place of [data, join(data, 'backups'), join(data, '..', 'data')])
    await expect(room.ask('prepare', place, wrap, data)).rejects.toMatchObject({ fault: 'inside' });
  await expect(room.ask('prepare', stick, wrap, join(stick, 'Mot-Cua'))).rejects.toMatchObject({
    fault: 'inside',
  });
  await room.ask('prepare', stick, wrap, data);
  await room.close();
});

test('what cannot be read at a place hides no copy there', async () => {
  mkdirSync(join(target, 'register-20240101T000000Z.sealed'));
  writeFileSync(join(target, 'register-20240102T000000Z.sealed'), 'no copy');
  const room = open();
  expect(await room.ask('look', stick)).toEqual({
    copies: [],
    unread: [1, 2].map((day) => join('Mot-Cua', keyName(wrap), `register-2024010${day}T000000Z.sealed`)),
  });
  await room.close();
});
