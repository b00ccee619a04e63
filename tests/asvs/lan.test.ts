import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TokenJar } from '../../electron/door.ts';
import { reception } from '../desk.ts';
import { type LanClient, type LanDesk, lanClient, openLanDesk, pairedClient } from '../lan.ts';
import { passwordOfTests } from '../sign-in.ts';

/** ASVS 5.0 at the door of the local network, over real TLS. The table is in SECURITY.md. */
let desk: LanDesk;
let client: LanClient;
beforeAll(async () => {
  desk = await openLanDesk();
  client = await pairedClient(desk, 'counter');
  await client.call('session.signIn', { personId: 1, password: passwordOfTests });
});
afterAll(async () => {
  client.close();
  await desk[Symbol.asyncDispose]();
});

const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
const signIn = { 0: { personId: 1, password: passwordOfTests } };
const person = async (asking: LanClient) =>
  ((await asking.call('session.current')) as { person: { id: number } | null }).person?.id ?? null;
const countCases = async () => (await desk.clerk.cases.list({ view: 'all' })).total;

/** Another browser with these cookies, as they are now. */
async function withCookiesOf<T>(cookies: Map<string, string>, use: (other: LanClient) => Promise<T>) {
  const other = lanClient(desk.view.url ?? '', desk.ca);
  for (const [name, value] of cookies) other.cookies.set(name, value);
  const answer = await use(other);
  other.close();
  return answer;
}

test('both cookies are __Host-, Secure, HttpOnly and SameSite=Strict, and no reply tells their value (ASVS 3.3.1, 3.3.2, 3.3.3, 3.3.4)', async () => {
  const { code } = await desk.clerk.lan.newPairingCode({ kind: 'counter', name: 'Bàn 5' });
  const device = lanClient(client.url, desk.ca);
  const paired = await device.post('/ghep/pair', { code });
  const signedIn = await device.post('/api/session.signIn?batch=1', signIn);
  const current = await device.post('/api/session.current?batch=1', {});
  const set = [paired, signedIn].flatMap(({ headers }) => headers['set-cookie'] ?? []);
  const held = '; Path=/; Secure; HttpOnly; SameSite=Strict';
  expect(set.map((cookie) => cookie.replace(/=[\w-]{22};/, '=…;'))).toEqual([
    `__Host-mot-cua-device-${desk.view.port}=…${held}; Max-Age=34560000`,
    `__Host-mot-cua-${desk.view.port}=…${held}`,
  ]);
  const told = [paired, signedIn, current].map(({ text }) => text).join();
  expect(told).toContain('Lò Thị Mai');
  for (const value of device.cookies.values()) expect(told).not.toContain(value);
  device.close();
});

test('every reply, also a refusal, is typed, private, framed by nobody and over HTTPS alone (ASVS 3.4.1, 3.4.4, 3.4.5, 3.4.6, 14.3.2)', async () => {
  const replies = [
    await client.ask('/', { accept: 'text/html' }),
    await client.ask('/man-hinh', { accept: 'text/html' }),
    await client.ask('/api/session.current'),
    await client.ask('/api/không-có'),
    await client.ask('/files/khong-co.pdf'),
    await client.ask('/ghep/state', evil),
    await client.ask('/ghep/state', { ':authority': 'evil.example' }),
    await client.post('/api/session.touch', {}, evil),
  ];
  const statuses = replies.map(({ status }) => status);
  expect(statuses.slice(2)).toEqual([200, 404, 404, 403, 421, 403]);
  for (const { headers } of replies) {
    expect(headers).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=[1-9]\d{7}/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
  }
});

test('no other site is told that it may read (ASVS 3.4.2)', async () => {
  const asked = { ...evil, 'access-control-request-method': 'POST' };
  const preflight = await client.ask('/api/cases.receive', { ':method': 'OPTIONS', ...asked });
  const plain = await client.ask('/api/session.current', { origin: evil.origin });
  for (const { headers } of [preflight, plain])
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test("a command from another site's page is refused, whoever is signed in here (ASVS 3.5.1)", async () => {
  const before = await countCases();
  const foreign: Record<string, string>[] = [
    evil,
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { origin: `${client.url}.evil.example` },
    { origin: client.url, 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign)
    expect((await client.post('/api/cases.receive', reception(), headers)).status).toBe(403);
  const put = { ':method': 'PUT', 'content-type': 'text/csv' };
  expect((await client.post('/incoming', 'a;b', { ...put, ...evil })).status).toBe(403);
  expect(await countCases()).toBe(before);
  expect((await client.post('/api/cases.receive', reception())).status).toBe(200);
});

test('a form, which needs no preflight, sends nothing that is read (ASVS 3.5.2)', async () => {
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'];
  for (const type of [...types, 'text/plain; application/json', ''])
    expect((await client.post('/api/session.touch?batch=1', {}, { 'content-type': type })).status).toBe(415);
  expect((await client.post('/api/session.touch?batch=1', {})).status).toBe(200);
});

test('neither a stream nor an upgrade is opened for another site (ASVS 4.4.2)', async () => {
  expect((await client.ask('/api/changes.watch', evil)).status).toBe(403);
  const upgraded = await new Promise((resolve, reject) => {
    const headers = {
      ...evil,
      host: client.url.replace('https://', ''),
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-fetch-mode': 'websocket',
      cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    const trusted = { ca: desk.ca, agent: false, servername: 'mot-cua.local', headers };
    request(`${client.url}/api/changes.watch`, trusted, (reply) => resolve(reply.resume().statusCode))
      .on('upgrade', () => resolve(101))
      .on('error', reject)
      .end();
  });
  expect(upgraded).toBe(403);
});

test('one request is at most fifty questions, so that a device cannot go round its limit (ASVS 2.4.1)', async () => {
  const batch = (size: number) =>
    client.post(`/api/${Array(size).fill('session.current').join()}?batch=1`, {});
  expect((await batch(50)).status).toBe(200);
  expect((await batch(51)).status).toBe(400);
});

test('which device asks is known by the connection and its cookie; nothing else that it says counts (ASVS 8.3.1)', async () => {
  const claims = {
    'x-forwarded-for': '127.0.0.1',
    forwarded: 'for=127.0.0.1;host=127.0.0.1',
    'x-device': 'window',
    'x-real-ip': '127.0.0.1',
  };
  const { text } = await client.post('/api/session.current?batch=1', {}, claims);
  expect(JSON.parse(text)[0].result.data.isRemote).toBe(true);
  const switched = await client.post('/api/lan.switchOff?batch=1', {}, claims);
  expect([switched.status, JSON.parse(switched.text)[0].error.message]).toEqual([403, 'notAllowed']);

  // A reference that was taken from the window at the PC is nobody's here.
  const jar: TokenJar = { token: null };
  const window = desk.counter.caller({ kind: 'loopback', device: 'window 2', jar });
  await window.session.signIn({ personId: 1, password: passwordOfTests });
  const stolen = new Map(client.cookies).set(`__Host-mot-cua-${desk.view.port}`, jar.token ?? '');
  expect(await withCookiesOf(stolen, person)).toBeNull();
  expect((await window.session.current()).person?.id).toBe(1);
});

test('signed out, the reference is nobody, and the browser is told to drop it (ASVS 7.4.1, 14.3.1)', async () => {
  const cookies = new Map(client.cookies);
  expect(await withCookiesOf(cookies, person)).toBe(1);
  const { headers } = await client.post('/api/session.signOut?batch=1', {});
  expect(headers['set-cookie']?.[0]).toMatch(/^__Host-mot-cua-\d+=; .*Max-Age=0$/);
  expect(await withCookiesOf(cookies, person)).toBeNull();
  await client.call('session.signIn', { personId: 1, password: passwordOfTests });
  expect(await person(client)).toBe(1);
});
