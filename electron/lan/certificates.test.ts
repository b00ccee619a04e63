import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Credential,
  factsOf,
  isLeafGood,
  makeAuthority,
  makeLeaf,
  mayVouchFor,
  pemOf,
  tlsOf,
} from './certificates.ts';

const host = { hostName: 'mot-cua.local', address: '127.0.0.1', prefix: 8 };
const dayMs = 24 * 3600_000;
const nowMs = Date.now();
let authority: Credential;
let leaf: Credential;
beforeAll(async () => {
  authority = await makeAuthority(host, nowMs);
  leaf = await makeLeaf(authority, host, nowMs);
});

test('the authority says what it may vouch for, and the leaf holds no longer than browsers bear', () => {
  const { names, fingerprint } = factsOf(authority.certificate);
  expect(names).toEqual(['mot-cua.local', '127.0.0.0/24']);
  expect(fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  const { fromMs, untilMs } = factsOf(leaf.certificate);
  expect(untilMs - fromMs).toBeLessThanOrEqual(397 * dayMs);
  expect(new X509Certificate(authority.certificate).ca).toBe(true);
  expect(new X509Certificate(leaf.certificate).ca).toBe(false);
});

test('it vouches for another address of its small network, and for no other name or network', () => {
  const may = (change: Partial<typeof host>) =>
    mayVouchFor(authority.certificate, { ...host, ...change }, nowMs);
  expect(may({})).toBe(true);
  expect(may({ address: '127.0.0.9' })).toBe(true);
  expect(may({ address: '127.0.1.1' })).toBe(false);
  expect(may({ hostName: 'khac.local' })).toBe(false);
  expect(mayVouchFor(authority.certificate, host, nowMs + 9.5 * 365 * dayMs)).toBe(false);
});

test('a leaf is made anew in time, for another address, and by another authority', async () => {
  const { certificate } = leaf;
  const isGood = (change: Partial<typeof host>, laterDays = 0) =>
    isLeafGood(certificate, authority.certificate, { ...host, ...change }, nowMs + laterDays * dayMs);
  expect([isGood({}), isGood({}, 300), isGood({}, 340)]).toEqual([true, true, false]);
  expect(isGood({ address: '127.0.0.9' })).toBe(false);
  const other = await makeAuthority(host, nowMs);
  expect(isLeafGood(certificate, other.certificate, host, nowMs)).toBe(false);
});

/** Shakes hands with a server that shows this leaf; what it says, 'trusted' when there is none. */
async function meet(
  shown: Credential,
  servername: string,
  at: '127.0.0.1' | '127.0.0.2' = '127.0.0.1',
): Promise<string> {
  const server = createServer(tlsOf(shown, authority.certificate), (_asked, reply) => reply.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, at, resolve));
  const { port } = server.address() as AddressInfo;
  const asked = { host: at, port, servername, ca: pemOf(authority.certificate), agent: false };
  const outcome = await new Promise<string>((resolve) => {
    request(asked, (reply) => resolve(reply.resume() && 'trusted'))
      .on('error', (error) => resolve(error.message))
      .end();
  });
  server.closeAllConnections();
  server.close();
  return outcome;
}

test('TLS trusts the leaf by name and by address, and no leaf for a foreign name or network, though its own authority signed it (ASVS 12.3.4)', async () => {
  expect(await meet(leaf, 'mot-cua.local')).toBe('trusted');
  expect(await meet(leaf, '')).toBe('trusted');
  const bank = await makeLeaf(authority, { ...host, hostName: 'ngan-hang.example' }, nowMs);
  expect(await meet(bank, 'ngan-hang.example')).toBe('permitted subtree violation');
  const elsewhere = await makeLeaf(authority, { ...host, address: '127.0.1.1' }, nowMs);
  expect(await meet(elsewhere, 'mot-cua.local')).toBe('permitted subtree violation');
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.runIf(hasOpenssl)('openssl agrees', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-lan-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const save = (name: string, certificate: Uint8Array<ArrayBuffer>) => {
    writeFileSync(join(folder, name), pemOf(certificate));
    return join(folder, name);
  };
  const trusted = save('authority.pem', authority.certificate);
  const verify = (file: string, ...more: string[]) =>
    execFileSync(
      'openssl',
      ['verify', '-x509_strict', '-purpose', 'sslserver', ...more, '-CAfile', trusted, file],
      {
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );
  expect(verify(save('leaf.pem', leaf.certificate), '-verify_ip', '127.0.0.1')).toContain('OK');
  const bank = await makeLeaf(authority, { ...host, hostName: 'ngan-hang.example' }, nowMs);
  expect(() => verify(save('bank.pem', bank.certificate))).toThrow(/permitted subtree violation/);
});
