import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('zoned-counter.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Each crosses midnight at another hour than the office does; two of them change their clocks, each in its own half of the year. */
const zones = ['UTC', 'America/New_York', 'Pacific/Auckland'];

interface Told {
  zone: string;
  told: { said: { at: string; caseCode: string; receivedAt: string; dueAt: string }[] };
}

/** Quality T10. */
test('a machine set to any zone of the world gives the same numbers, days and appointments', async () => {
  const heard = await Promise.all(
    zones.map(async (TZ) => {
      const running = fork(program, { env: { ...process.env, TZ } });
      const died = once(running, 'exit').then(() => Promise.reject(new Error(`Died in ${TZ}`)));
      const [told] = (await Promise.race([once(running, 'message'), died])) as [Told];
      return told;
    }),
  );
  expect(heard.map(({ zone }) => zone)).toEqual(zones);
  const [home, ...others] = heard;
  for (const { zone, told } of others) expect(told, zone).toEqual(home?.told);
  const said = home?.told.said ?? [];
  // The day of a number is the office's; no number comes twice, however the clock jumps.
  expect(new Set(said.map(({ caseCode }) => caseCode)).size).toBe(said.length);
  for (const { at, caseCode, receivedAt } of said) {
    expect(caseCode).toContain(`-${at.slice(2, 10).replaceAll('-', '')}-`);
    expect(receivedAt).toBe(at);
  }
});

test.runIf(process.env.MOT_CUA_FULL).each(zones.slice(1))(
  'every test of the law and of the register holds on a machine set to %s',
  (TZ) => {
    const { MOT_CUA_FULL: _, ...env } = process.env;
    const { status, stdout } = spawnSync('vitest', ['run', 'shared', 'electron/register'], {
      cwd: root,
      env: { ...env, TZ },
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    console.log(`${TZ}: ${/Tests .*/.exec(stdout)?.[0] ?? stdout}`);
    expect(status).toBe(0);
  },
  1_800_000,
);
