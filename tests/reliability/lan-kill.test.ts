import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCounter } from '../../electron/counter.ts';
import { connect, prepared } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { firstRun, optionsFor, reception } from '../desk.ts';
import { type LanClient, lanClient, lanOfTests } from '../lan.ts';
import { passwordOfTests } from '../sign-in.ts';

const child = fileURLToPath(new URL('receiving-lan-counter.ts', import.meta.url));
const isFull = process.env.MOT_CUA_FULL !== undefined;
const kills = isFull ? 200 : 2;
/** Lines that are cut in the middle of a request, by its own device, for each kill of the counter. */
const cuts = isFull ? 20 : 3;

/** Quality T2: a device of the network sends what nobody answered again, under the same key. */
test(
  'a line of the network is cut within a request, and the counter killed: sent again, each form makes one case',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-lan-kill-'));
    const ca = await setUp(folder);
    const answered = new Map<string, string>();
    const cookies = new Map<string, string>();
    let port = '0';
    let [form, sentAgain] = [formOf(0), 0];
    /** Sends the form until it is answered or the line is cut; a new form only after an answer. */
    const send = async (client: LanClient): Promise<boolean> => {
      try {
        const { caseCode } = (await client.call('cases.receive', form)) as { caseCode: string };
        answered.set(form.formKey, caseCode);
        form = formOf(answered.size);
        return true;
      } catch (error) {
        // A device of the network may ask ten times a second; at full scale it is held back, and nothing was made.
        if (error instanceof Error && error.message === 'tooFast') {
          await wait(500);
          return true;
        }
        // A refusal would be the counter's answer; here the line alone may fail.
        if (error instanceof Error && /^[a-zA-Z]+$/.test(error.message) && error.message !== 'cut')
          throw error;
        sentAgain += 1;
        return false;
      }
    };
    for (let round = 0; round < kills; round += 1) {
      const running = fork(child, [folder, port]);
      const { url } = (await nextWord(running)) as { url: string };
      port = new URL(url).port;
      const enter = async () => {
        const client = lanClient(url, ca);
        if (cookies.size === 0) await pair(running, client, cookies);
        for (const [name, value] of cookies) client.cookies.set(name, value);
        return client;
      };
      for (let cut = 0; cut < cuts; cut += 1) {
        const client = await enter();
        await send(client);
        // Anywhere between the request's first byte and its answer.
        const asked = send(client);
        await wait(Math.random() * 12);
        client.close();
        await asked;
      }
      const client = await enter();
      const sending = (async () => {
        while (await send(client));
      })();
      await wait(20 + 37 * (round % 7));
      running.kill('SIGKILL');
      await once(running, 'exit');
      client.close();
      await sending;
    }
    const db = connect(join(folder, 'register.db'), 'read');
    const rows = prepared<{ formKey: string; caseCode: string; serial: number }>(
      db,
      'SELECT formKey, caseCode, serial FROM cases ORDER BY id',
    ).all();
    const stored = new Map(rows.map(({ formKey, caseCode }) => [formKey, caseCode]));
    expect(stored.size).toBe(rows.length);
    expect([...answered].filter(([key, code]) => stored.get(key) !== code)).toEqual([]);
    // All that nobody heard of is the last form, which is still to be sent again.
    expect([...stored.keys()].filter((key) => !answered.has(key) && key !== form.formKey)).toEqual([]);
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => index + 1));
    expect(findBrokenLink(db)).toBeNull();
    db.close();
    expect(sentAgain).toBeGreaterThan(kills - 1);
    rmSync(folder, { recursive: true, force: true });
    console.log(
      `${kills} kills and ${kills * cuts} cut lines over TLS: ${answered.size} cases answered, ${sentAgain} forms sent again, 0 lost, 0 twice, no gap`,
    );
  },
  isFull ? 3_600_000 : 60_000,
);

/** A counter with its door for the network open; answers what vouches for it. */
async function setUp(folder: string): Promise<string> {
  const counter = await openCounter({ ...optionsFor(folder), lan: lanOfTests, log: () => {} });
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.setup.complete(firstRun());
  await clerk.lan.switchOn({ address: '127.0.0.1', hostName: 'mot-cua.local' });
  const { pem = '' } = (await clerk.lan.certificate()) ?? {};
  await counter.close();
  return pem;
}

/** Pairs the device and signs in, once for all: what it keeps outlives the counter's death. */
async function pair(running: ChildProcess, client: LanClient, cookies: Map<string, string>): Promise<void> {
  running.send('code');
  const { code } = (await nextWord(running)) as { code: string };
  const { status, text } = await client.post('/ghep/pair', { code });
  if (status !== 200) throw new Error(text);
  await client.call('session.signIn', { personId: 1, password: passwordOfTests });
  for (const [name, value] of client.cookies) cookies.set(name, value);
}

/** A person of his own for each case. */
function formOf(n: number) {
  const form = reception();
  return {
    ...form,
    applicant: { ...form.applicant, idNumber: `01419${String(n).padStart(7, '0')}` },
    slips: [],
  };
}

async function nextWord(running: ChildProcess): Promise<unknown> {
  const [said] = await once(running, 'message');
  return said;
}
