import { randomBytes } from 'node:crypto';
import { Tinypool } from 'tinypool';
import { expect, test } from 'vitest';
import { keepKey, withKeys } from './keyring.ts';

test('a thread holds a key only where it was given it, and the one that is known as it starts', async () => {
  const filename = new URL('keyring.ts', import.meta.url).href;
  const folder = '/register-of-tests';
  const ask = async (workerData?: object) => {
    const pool = new Tinypool({
      filename,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      ...(workerData && { workerData }),
    });
    const key = randomBytes(32);
    keepKey(folder, key);
    try {
      const held: Uint8Array | null = await pool.run(`${folder}/files/slip.pdf`, { name: 'keyFor' });
      return held === null ? 'none' : Buffer.from(held).equals(key);
    } finally {
      keepKey(folder, null);
      await pool.destroy();
    }
  };
  expect(await ask()).toBe('none');
  expect(await ask(withKeys)).toBe(true);
});
