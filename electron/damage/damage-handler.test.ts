import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDamageHandler } from './damage-handler.ts';
import { type DamageRoom, openDamageRoom } from './damage-room.ts';

const worker = new URL('../register/damage/damage-worker.ts', import.meta.url);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-ways-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The answer to the way of an emergency register, where the work throws so. */
async function answerTo(thrown: unknown): Promise<Response> {
  const room: DamageRoom = { ask: () => Promise.reject(thrown), close: async () => {} };
  const desk = {
    folder,
    rendererFolder: folder,
    room,
    clock: Date.now,
    log: () => {},
    open: async () => true,
  };
  const body = JSON.stringify({ way: 'emergency' });
  const door = { kind: 'loopback', device: 'window' } as const;
  return openDamageHandler({ kind: 'empty' }, desk).fetch(
    new Request('http://counter/so-hong/way', { method: 'POST', body }),
    door,
  );
}

test('a way that the full disk refuses says so, and no other one does', async () => {
  const withCode = (code: string) => Object.assign(new Error(code), { code });
  for (const code of ['SQLITE_FULL', 'ENOSPC']) {
    const answer = await answerTo(withCode(code));
    expect([answer.status, await answer.json()]).toEqual([507, { fault: 'diskFull' }]);
  }
  const answer = await answerTo(withCode('SQLITE_IOERR_READ'));
  expect([answer.status, await answer.json()]).toEqual([500, { fault: 'failed' }]);
});

test('what a work threw in its thread comes back with its code', async () => {
  const room = openDamageRoom(worker);
  // In the way of the register that the work makes.
  mkdirSync(join(folder, 'register.db.saved'));
  const moment = ['2025-04-24T02:15:00Z', '2025-04-24T09:15'] as const;
  await expect(room.ask('openEmergency', folder, ...moment)).rejects.toMatchObject({
    code: expect.stringContaining('EISDIR'),
  });
  await room.close();
});
