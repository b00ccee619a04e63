import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { loopbackGuard } from './loopback-guard.ts';

const app = new Hono().use(loopbackGuard(() => 6118)).all('*', (context) => context.text('in'));

async function knock(method: string, headers: Record<string, string>): Promise<number> {
  return (await app.request('/api/x', { method, headers })).status;
}

describe('the host', () => {
  test.each(['127.0.0.1:6118', 'localhost:6118'])('%s is the counter', async (host) => {
    expect(await knock('GET', { host })).toBe(200);
  });

  test.each([
    'evil.example:6118',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]:6118',
    '127.0.0.1:6118.evil.example',
    '',
  ])('"%s" is not', async (host) => {
    expect(await knock('GET', { host })).toBe(421);
  });

  test('none at all is not', async () => {
    expect(await knock('GET', {})).toBe(421);
  });
});

describe('an unsafe method', () => {
  const host = '127.0.0.1:6118';
  const own = 'http://127.0.0.1:6118';

  test.each([
    [{ origin: own }, 200],
    [{ 'sec-fetch-site': 'same-origin', origin: own }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{}, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:6118' }, 403],
    [{ origin: 'http://127.0.0.1:5173' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:5173' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: own }, 403],
  ])('with %j: %d', async (headers, status) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await knock(method, { host, ...headers })).toBe(status);
    }
  });

  test('a safe one needs no origin', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(await knock(method, { host, 'sec-fetch-site': 'cross-site' })).toBe(200);
    }
  });
});
