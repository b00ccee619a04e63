import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { framedByOwnPage, replyHeaders } from './reply-headers.ts';
import { openWindowFiles } from './window-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'window-'));
let app = new Hono();

beforeAll(() => {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(
    join(folder, 'dist/index.html'),
    '<!doctype html><html><head><script type="module" crossorigin src="/assets/index-Ab1.js"></script>' +
      '<link rel="stylesheet" href="/assets/index-Cd2.css"></head><body><header></header></body></html>',
  );
  writeFileSync(
    join(folder, 'dist/man-hinh.html'),
    '<!doctype html><html><head><script type="module" src="/assets/man-hinh-Ef3.js"></script></head></html>',
  );
  writeFileSync(join(folder, 'dist/assets/index-Ab1.js'), 'export {};');
  writeFileSync(join(folder, 'dist/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  app = new Hono().use(replyHeaders);
  app.get('/api/x', (context) => context.json({}));
  app.get('/files/x.pdf', (context) => context.body('%PDF', 200, framedByOwnPage));
  app.route('/', openWindowFiles(join(folder, 'dist')));
});
afterAll(() => rmSync(folder, { recursive: true }));

const html = { accept: 'text/html,application/xhtml+xml' };
const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

test('each page has a nonce of its own, in the policy and in the tags', async () => {
  const replies = [
    await app.request('/'),
    await app.request('/index.html'),
    await app.request('/ho-so/1', { headers: html }),
  ];
  const nonces = replies.map((reply) => nonceOf(reply.headers.get('content-security-policy')));
  expect(new Set(nonces).size).toBe(3);
  for (const [index, reply] of replies.entries()) {
    const text = await reply.text();
    expect(text).toContain(`<meta property="csp-nonce" nonce="${nonces[index]}">`);
    expect(text).toContain(`<script nonce="${nonces[index]}" type="module"`);
    expect(text).toContain(`<link nonce="${nonces[index]}" rel="stylesheet"`);
    expect(text.match(/nonce=/g)).toHaveLength(3);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  }
});

test('the screen for citizens has a page and a nonce of its own, and its file has no other address', async () => {
  for (const path of ['/man-hinh', '/man-hinh/tra-cuu']) {
    const reply = await app.request(path, { headers: html });
    const nonce = nonceOf(reply.headers.get('content-security-policy'));
    expect(await reply.text()).toContain(`<script nonce="${nonce}" type="module" src="/assets/man-hinh-`);
  }
  expect((await app.request('/man-hinh.html')).status).toBe(404);
  expect(await (await app.request('/man-hinhx', { headers: html })).text()).toContain('index-Ab1');
});

test('the policy of the page is the agreed one, to the letter (ASVS 3.4.3)', async () => {
  const policy = (await app.request('/')).headers.get('content-security-policy') ?? '';
  expect(policy.replace(nonceOf(policy) ?? '', 'R')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-R'; img-src 'self' blob: data:; font-src 'self'; " +
      "connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  );
});

test('hashed assets are kept for ever, other files are asked about', async () => {
  const asset = await app.request('/assets/index-Ab1.js');
  expect(asset.headers.get('content-type')).toContain('text/javascript');
  expect(asset.headers.get('cache-control')).toContain('immutable');
  const icon = await app.request('/icon.svg');
  expect(icon.headers.get('content-type')).toContain('image/svg+xml');
  expect(icon.headers.get('cache-control')).toBe('no-cache');
  const again = await app.request('/icon.svg', {
    headers: { 'if-none-match': icon.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test.each([
  '/assets/gone.js',
  '/gone.png',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/secret.txt',
])('%s is no file of the window', async (path) => {
  expect((await app.request(path)).status).toBe(404);
  expect(await (await app.request(path, { headers: html })).text()).not.toContain('secret');
});

test('an address of a screen may have dots, as case codes do', async () => {
  expect((await app.request('/ho-so/000.22.15.H19-240105-0001', { headers: html })).status).toBe(200);
  expect((await app.request('/assets/gone.js', { headers: html })).status).toBe(404);
});

test('only who wants a page gets one, and only by reading', async () => {
  expect((await app.request('/ho-so/1', { headers: { accept: 'application/json' } })).status).toBe(404);
  expect((await app.request('/ho-so/1', { method: 'POST', headers: html })).status).toBe(404);
});

test('every reply is typed and private, data is never stored or run, a slip is framed by the own page alone', async () => {
  for (const path of ['/', '/assets/index-Ab1.js', '/api/x', '/files/x.pdf', '/gone.png']) {
    const { headers } = await app.request(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
  const data = (await app.request('/api/x')).headers;
  expect(data.get('cache-control')).toBe('no-store');
  expect(data.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  const slip = (await app.request('/files/x.pdf')).headers;
  expect(slip.get('cache-control')).toBe('no-store');
  expect(slip.get('content-security-policy')).toBe("frame-ancestors 'self'");
});

test('without a built renderer the page says so', async () => {
  const bare = openWindowFiles(join(folder, 'nowhere'));
  expect((await bare.request('/')).status).toBe(503);
});
