import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Look } from './working-counter.ts';

const isFull = process.env.MOT_CUA_FULL !== undefined;
const child = fileURLToPath(new URL('working-counter.ts', import.meta.url));
/** Twenty minutes at ten cases a second hold more cases than an office receives in a year. */
const [seconds, aSecond, looks] = isFull ? [1200, 10, 20] : [2, 20, 2];

/** Quality P10 and T11; what devices of the network add stands beside, in lan-soak. */
test(
  'a counter that works without a pause holds no more at the end than at the beginning',
  async () => {
    const running = fork(child, [seconds, aSecond, looks].map(String), { execArgv: ['--expose-gc'] });
    const told: Look[] = [];
    running.on('message', (look: Look) => told.push(look));
    const [code] = await once(running, 'exit');
    expect([code, told.length]).toEqual([0, looks]);
    const early = told[Math.floor(looks / 5)];
    const last = told.at(-1);
    if (early === undefined || last === undefined) throw new Error('Nothing was told');
    const growth = last.rss / early.rss - 1;
    const walBytes = Math.max(...told.map((look) => look.walBytes));
    console.log(
      `${last.cases} cases in ${seconds} s: memory after a fifth and at the end ${mega(early.rss)} and ${mega(last.rss)} MB (${Math.round(growth * 100)} %), log at most ${mega(walBytes)} MB, ${early.handles} and ${last.handles} handles, p50 ${early.p50} and ${last.p50} ms, p95 ${early.p95} and ${last.p95} ms`,
    );
    expect(walBytes).toBeLessThan(64_000_000);
    expect(last.handles).toBeLessThanOrEqual(early.handles + 5);
    if (isFull) expect(growth).toBeLessThan(0.1);
  },
  (seconds + 60) * 1000,
);

const mega = (bytes: number): number => Math.round(bytes / 1_000_000);
