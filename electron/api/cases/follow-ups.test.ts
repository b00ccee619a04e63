import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { entriesOf } from '../../register/journal.ts';
import { openRegister } from '../../register/register.ts';
import { openChangeFeed } from '../change-feed.ts';
import { type ApiContext, command, createCallerFactory, longCommand, router } from '../door.ts';

test('a fault after the commit is logged, and what was written is answered as done; the rest still follows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  const register = openRegister(folder, false);
  const told: string[] = [];
  const broken = () => {
    throw new Error('the printer is on fire');
  };
  const routes = router({
    write: command('anyone', [], z.void(), ({ record, after }) => {
      record('note.written', 'note:1', {});
      after(broken);
      after(() => told.push('next'));
      return 7;
    }),
    writeLong: longCommand('anyone', [], z.void(), async ({ write }) =>
      write(({ after }) => {
        after(broken);
        return 8;
      }),
    ),
  });
  const lines: string[] = [];
  const context: Partial<ApiContext> = {
    door: { kind: 'loopback', device: 'window' },
    register,
    changes: openChangeFeed(),
    clock: () => 0,
    log: (line) => lines.push(line),
  };
  const caller = createCallerFactory(routes)(context as ApiContext);
  try {
    expect(await caller.write()).toBe(7);
    expect(await caller.writeLong()).toBe(8);
    expect(entriesOf(register.read, 'note:1')).toHaveLength(1);
    expect(told).toEqual(['next']);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^incident [0-9a-f]{8}: Error: the printer is on fire/);
  } finally {
    register.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
