import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reception } from '../desk.ts';
import { type LanClient, lanClient } from '../lan.ts';
import { passwordOfTests } from '../sign-in.ts';

const isFull = process.env.MOT_CUA_FULL !== undefined;
const child = fileURLToPath(new URL('soaking-counter.ts', import.meta.url));
const counters = 10;
/** Of each counter; fifty of all of them together. */
const writesASecond = 5;
const seconds = isFull ? 600 : 1;
/** What an office notices. */
const mostMs = 50;
/** Of the processor, a case: what the quick run can tell beside other tests on the same cores. A quarter of it is usual. */
const mostCpuMs = 50;
/** Of memory, from the first fifth to the end: the register's own cache is full by then. */
const mostGrowth = 0.1;

interface Told {
  cpuMs: number;
  rss: number;
  heap: number;
  handles: number;
  cases: number;
}

/**
 * Ten counters of the local network receive fifty cases a second, each over its own line and with its own stream of changes. A case is
 * sent when its time has come, whether or not the one before is answered, so that a slow moment counts for all that wait in it.
 */
test(
  'ten counters write fifty cases a second: none fails, none waits, memory stays',
  async () => {
    const running = fork(child, [String(counters)], { execArgv: ['--expose-gc'] });
    const { url, ca, codes } = (await nextWord(running)) as { url: string; ca: string; codes: string[] };
    const clients = await Promise.all(codes.map((code) => enter(url, ca, code)));
    const told: Told[] = [];
    const latencies: number[] = [];
    const faults: string[] = [];

    const write = async (client: LanClient, counter: number, n: number) => {
      const began = performance.now();
      try {
        await client.call('cases.receive', { ...formOf(counter, n), slips: [] });
        latencies.push(performance.now() - began);
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
      }
    };
    const start = await ask(running);
    const beganAt = performance.now();
    const everyMs = 1000 / writesASecond;
    const work = clients.map(async (client, counter) => {
      const writes: Promise<void>[] = [];
      for (let n = 0; n < seconds * writesASecond; n += 1) {
        // Not all in the same instant, as people are not.
        const atMs = beganAt + n * everyMs + (counter * everyMs) / counters;
        await wait(Math.max(0, atMs - performance.now()));
        writes.push(write(client, counter, n));
      }
      await Promise.all(writes);
    });
    const looks = isFull ? 10 : 2;
    for (let look = 1; look <= looks; look += 1) {
      await wait(Math.max(0, beganAt + (look * seconds * 1000) / looks - performance.now()));
      told.push(await ask(running));
    }
    await Promise.all(work);
    const last = await ask(running);
    for (const client of clients) client.close();
    running.send('end');
    await once(running, 'exit');

    const sorted = latencies.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
    const [, early = last] = told;
    const cpuMs = (last.cpuMs - start.cpuMs) / latencies.length;
    const growth = (of: 'rss' | 'heap') => last[of] / early[of] - 1;
    const percent = (share: number) => `${Math.round(share * 100)} %`;
    console.log(
      `${latencies.length} cases of ${counters} counters in ${seconds} s: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${faults.length} errors; ${Math.round(cpuMs)} ms of the processor a case`,
    );
    console.log(
      `memory after a fifth and at the end: ${mega(early.rss)} and ${mega(last.rss)} MB (${percent(growth('rss'))}), heap ${mega(early.heap)} and ${mega(last.heap)} MB; ${early.handles} and ${last.handles} handles`,
    );
    expect(faults).toEqual([]);
    expect(last.cases).toBe(counters * writesASecond * seconds);
    expect(cpuMs).toBeLessThanOrEqual(mostCpuMs);
    if (isFull) {
      expect(at(0.95)).toBeLessThanOrEqual(mostMs);
      expect(growth('rss')).toBeLessThan(mostGrowth);
      expect(last.handles).toBeLessThanOrEqual(early.handles + 5);
    }
  },
  (seconds + 60) * 1000,
);

/** Pairs a counter, signs in, and listens to what changes, as its window does. */
async function enter(url: string, ca: string, code: string): Promise<LanClient> {
  const client = lanClient(url, ca);
  const { status, text } = await client.post('/ghep/pair', { code });
  if (status !== 200) throw new Error(text);
  await client.call('session.signIn', { personId: 1, password: passwordOfTests });
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const stream = client.session.request({ ':path': '/api/changes.watch', cookie });
  stream.on('error', () => {});
  stream.resume();
  return client;
}

/** A person of his own for each case. */
function formOf(counter: number, n: number) {
  const form = reception();
  const idNumber = `0141${counter}${String(n).padStart(7, '0')}`;
  return { ...form, applicant: { ...form.applicant, idNumber } };
}

async function nextWord(running: ChildProcess): Promise<unknown> {
  const [said] = await once(running, 'message');
  return said;
}

async function ask(running: ChildProcess): Promise<Told> {
  running.send('how');
  return (await nextWord(running)) as Told;
}

const mega = (bytes: number): number => Math.round(bytes / 1_000_000);
