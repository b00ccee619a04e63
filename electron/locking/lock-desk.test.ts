import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBackupRoom } from '../backup/backup-room.ts';
import { openLockDesk } from './lock-desk.ts';

test('a code that was shown and never typed back is forgotten after its time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-lock-desk-'));
  const room = openBackupRoom(new URL('../backup/backup-worker.ts', import.meta.url));
  const desk = openLockDesk(folder, room, 100);
  const code = await desk.makeCode();
  expect(desk.prove(code.slice(-5))).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(desk.prove(code)).toBeNull();
  await room.close();
  rmSync(folder, { recursive: true });
});
