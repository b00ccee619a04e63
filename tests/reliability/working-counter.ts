import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDesk, reception } from '../desk.ts';

/** What a counter holds after some work, and how long a reception took since the last look. */
export interface Look {
  cases: number;
  rss: number;
  handles: number;
  /** Of the register's log, at most since the last look. */
  walBytes: number;
  p50: number;
  p95: number;
}

// A counter that receives so many cases a second for so long, makes the slip of each fifth, and reads lists and cases beside it.
const [seconds = 3, aSecond = 20, looks = 3] = process.argv.slice(2).map(Number);
await using desk = await openDesk();
const wal = join(desk.folder, 'register.db-wal');
const began = performance.now();
let [times, walBytes, n]: [number[], number, number] = [[], 0, 0];
for (let look = 1; look <= looks; look += 1) {
  const until = (look * seconds * 1000) / looks;
  while (performance.now() - began < until) {
    await wait(Math.max(0, began + (n * 1000) / aSecond - performance.now()));
    const form = reception({ slips: n % 5 === 0 ? ['acknowledgement'] : [] });
    form.applicant.idNumber = `01419${String(n).padStart(7, '0')}`;
    const sentAt = performance.now();
    const { id } = await desk.clerk.cases.receive(form);
    times.push(performance.now() - sentAt);
    await desk.clerk.cases.get({ id });
    if (n % 4 === 0) await desk.clerk.cases.list({ view: 'open', sort: 'dueAt', direction: 'asc' });
    if (n % 10 === 0) await desk.clerk.cases.board();
    if (n % 10 === 5) await desk.clerk.cases.search({ text: 'Hằng' });
    walBytes = Math.max(walBytes, statSync(wal, { throwIfNoEntry: false })?.size ?? 0);
    n += 1;
  }
  await desk.counter.printed();
  globalThis.gc?.();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  process.send?.({
    cases: n,
    rss: process.memoryUsage.rss(),
    handles: handles(),
    walBytes,
    p50: at(0.5),
    p95: at(0.95),
  } satisfies Look);
  [times, walBytes] = [[], 0];
}

/** Of this process as the system counts them; of Node alone where it does not tell. */
function handles(): number {
  return process.platform === 'linux'
    ? readdirSync('/proc/self/fd').length
    : process.getActiveResourcesInfo().length;
}
