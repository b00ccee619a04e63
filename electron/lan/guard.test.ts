import { request } from 'node:https';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LanClient, type LanDesk, lanClient, openLanDesk } from '../../tests/lan.ts';

let desk: LanDesk;
beforeAll(async () => {
  desk = await openLanDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const open: LanClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
const kept = (client: LanClient) => {
  open.push(client);
  return client;
};
const stranger = () => kept(lanClient(desk.view.url ?? '', desk.ca));
const hostOf = () => (desk.view.url ?? '').replace('https://', '');

describe('the wire', () => {
  test('speaks HTTP/2, and HTTP/1.1 to who asks for it', async () => {
    const client = stranger();
    expect((await client.ask('/ghep/state')).text).toBe('{"device":null,"path":null}');
    expect(client.session.alpnProtocol).toBe('h2');
    const status = await new Promise((resolve, reject) => {
      request(`${desk.view.url}/ghep/state`, { ca: desk.ca, agent: false }, (reply) => {
        reply.resume();
        resolve([reply.httpVersion, reply.statusCode]);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toEqual(['1.1', 200]);
  });

  test.each([
    ['TLSv1.1', 'refused'],
    ['TLSv1.2', 'TLSv1.2'],
    ['TLSv1.3', 'TLSv1.3'],
  ] as const)('of %s it is %s (ASVS 12.1.1)', async (version, expected) => {
    const [host, port] = hostOf().split(':');
    const met = await new Promise<string | null>((resolve) => {
      const ciphers = version === 'TLSv1.1' ? 'DEFAULT@SECLEVEL=0' : undefined;
      const socket = connectTls({
        host,
        port: Number(port),
        ca: desk.ca,
        minVersion: version,
        maxVersion: version,
        ...(ciphers && { ciphers }),
      });
      socket.on('secureConnect', () => resolve(socket.getProtocol()));
      socket.on('error', () => resolve('refused'));
    });
    expect(met).toBe(expected);
  });

  test('tells who speaks plain HTTP what to do (ASVS 12.3.3)', async () => {
    const [host, port] = hostOf().split(':');
    const text = await new Promise<string>((resolve) => {
      let said = '';
      const socket = connectPlain(Number(port), host);
      socket.on('data', (piece) => {
        said += piece;
      });
      socket.on('close', () => resolve(said));
      socket.write(`GET / HTTP/1.1\r\nHost: ${hostOf()}\r\n\r\n`);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('https://');
  });
});

describe('the guard', () => {
  test.each(['evil.example', '127.0.0.1', 'mot-cua.local', 'localhost:{port}', 'evil.example:{port}'])(
    'answers 421 to %s',
    async (host) => {
      const port = String(desk.view.port);
      const named = { ':authority': host.replace('{port}', port) };
      expect((await stranger().ask('/ghep/state', named)).status).toBe(421);
    },
  );

  test('answers to its own name and address, and to nothing that names another host beside', async () => {
    const authority = `mot-cua.local:${desk.view.port}`;
    expect((await stranger().ask('/ghep/state', { ':authority': authority })).status).toBe(200);
    expect((await stranger().ask('/ghep/state', { host: 'evil.example' })).status).toBe(421);
  });

  test('takes unsafe requests from its own page alone', async () => {
    const client = stranger();
    const statusOf = async (headers: Record<string, string>) =>
      (await client.post('/ghep/pair', { code: '' }, headers)).status;
    expect(await statusOf({ origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf({ origin: `http://${hostOf()}` })).toBe(403);
    expect(await statusOf({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusOf({ 'sec-fetch-site': 'none' })).toBe(403);
    expect(await statusOf({ 'content-type': 'text/plain' })).toBe(415);
    expect(await statusOf({ 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect((await client.ask('/ghep/state', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('looks at the host of an upgrade too', async () => {
    const statusOf = (host: string) =>
      new Promise((resolve, reject) => {
        const headers = { host, connection: 'Upgrade', upgrade: 'websocket' };
        const trusted = { ca: desk.ca, agent: false, servername: 'mot-cua.local' };
        request(`${desk.view.url}/ghep/state`, { ...trusted, headers }, (reply) => {
          reply.resume();
          resolve(reply.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect([await statusOf('evil.example'), await statusOf(hostOf())]).toEqual([421, 200]);
  });

  test('lets no other site read, and nothing be kept', async () => {
    const { headers } = await stranger().ask('/ghep/state', { origin: 'https://evil.example' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});
