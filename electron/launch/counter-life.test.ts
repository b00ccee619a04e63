import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { optionsFor } from '../../tests/desk.ts';
import { putFreshRegister } from '../../tests/fresh-register.ts';
import { openCounter } from '../counter.ts';
import { openCounterLife } from './counter-life.ts';

const base = mkdtempSync(join(tmpdir(), 'mot-cua-life-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Looks at the rows that take a while; the first one finds what differs. */
const begun = join(base, 'begun');
const looks = join(base, 'looks');
const looker = join(base, 'look.mjs');
writeFileSync(
  looker,
  `import { appendFileSync, statSync } from 'node:fs';
  export const work = async ({ name }) => {
    if (name === 'surveyBackups') return { done: [] };
    const isFirst = statSync(${JSON.stringify(begun)}, { throwIfNoEntry: false }) === undefined;
    appendFileSync(${JSON.stringify(begun)}, '.');
    await new Promise((done) => setTimeout(done, 400));
    appendFileSync(${JSON.stringify(looks)}, '.');
    return { done: isFirst ? { kind: 'rowDiffers', detail: '1' } : null };
  };`,
);

test('what a look at one register finds does not stop the counter that was opened since', async () => {
  const folder = mkdtempSync(join(base, 'register-'));
  const options = optionsFor(folder);
  putFreshRegister(folder, options.resourcesFolder);
  let opened = 0;
  let reopen = () => {};
  const damageWorker = pathToFileURL(looker);
  const life = openCounterLife(
    { ...options, damageWorker, clock: Date.now, log: () => {}, lookAfterMs: 100 },
    async (asked) => {
      reopen = asked.reopen ?? reopen;
      const counter = await openCounter(asked);
      opened += 1;
      return counter;
    },
  );
  await life.begin();
  await wait(150);
  reopen();
  const count = () => statSync(looks, { throwIfNoEntry: false })?.size ?? 0;
  await expect.poll(count, { timeout: 20_000 }).toBe(2);
  expect([opened, life.front.finding()]).toEqual([2, null]);
  await life.close();
});
