import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlipKey } from '../../shared/domain/slip-check.ts';
import { parseSignedSlip } from '../../shared/domain/slip-signature.ts';
import { checkSlip, makeKeyPair, type SlipSigner, signBytes, signSlip } from './slip-signing.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

/** RFC 8032, 7.1: tests 1 to 3 and SHA(abc). */
const vectors = [
  {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

test.each(vectors)('signs as RFC 8032 says: $key', ({ secret, key, message, signature }) => {
  const pair = { privateKey: hex(secret), publicKey: hex(key) };
  expect(Buffer.from(signBytes(pair, hex(message))).toString('hex')).toBe(signature);
});

const office: SlipSigner = { ...makeKeyPair(), number: '0421', agencyCode: 'H52.09.01' };
const keyOf = ({ number, agencyCode, publicKey }: SlipSigner): SlipKey => ({
  number,
  agencyCode,
  publicKey: Buffer.from(publicKey).toString('base64url'),
  madeOn: '2025-01-02',
  retiredOn: null,
});
const slip = { slipCode: '250424-0008-31', dueAt: '2025-04-28T09:15' };
const payload = signSlip(office, slip);

test('a slip is genuine for whoever has the public key', () => {
  const { verdict, slip: read, key } = checkSlip(payload, [keyOf(office)]);
  expect([verdict, read?.dueAt, key?.number]).toEqual(['genuine', '2025-04-28T09:15', '0421']);
  expect(checkSlip(signSlip(office, { ...slip, dueAt: null }), [keyOf(office)])).toMatchObject({
    verdict: 'genuine',
    slip: { dueAt: null },
  });
  expect(checkSlip(payload.replaceAll('-', ''), [keyOf(office)]).verdict).toBe('genuine');
});

test('every character that is changed, left out or added is found', () => {
  const keys = [keyOf(office)];
  for (let at = 0; at < payload.length; at++) {
    for (const other of '0123456789- x') {
      if (other === payload[at]) continue;
      const changed = payload.slice(0, at) + other + payload.slice(at + 1);
      expect([at, other, checkSlip(changed, keys).verdict]).not.toContain('genuine');
    }
    if (payload[at] !== '-')
      expect(checkSlip(payload.slice(0, at) + payload.slice(at + 1), keys).verdict).not.toBe('genuine');
    expect(checkSlip(`${payload.slice(0, at)}7${payload.slice(at)}`, keys).verdict).not.toBe('genuine');
  }
});

test('a signature of another key under this name, of another office and of an unknown key are told apart', () => {
  const forger: SlipSigner = { ...office, ...makeKeyPair() };
  expect(checkSlip(signSlip(forger, slip), [keyOf(office)]).verdict).toBe('altered');
  const neighbour: SlipSigner = { ...makeKeyPair(), number: '0421', agencyCode: 'H52.09.02' };
  expect(checkSlip(signSlip(neighbour, slip), [keyOf(office)]).verdict).toBe('otherOffice');
  expect(checkSlip(signSlip({ ...office, number: '0422' }, slip), [keyOf(office)]).verdict).toBe(
    'unknownKey',
  );
  // With the neighbour's key file his slip is genuine, and his.
  const both = [keyOf(office), keyOf(neighbour)];
  expect(checkSlip(signSlip(neighbour, slip), both).key?.agencyCode).toBe('H52.09.02');
});

test('a key signs nothing that came in after its last day', () => {
  const retired = { ...keyOf(office), retiredOn: '2025-04-24' };
  expect(checkSlip(payload, [retired]).verdict).toBe('genuine');
  expect(checkSlip(payload, [{ ...retired, retiredOn: '2025-04-23' }]).verdict).toBe('retiredKey');
});

test('what is signed names the office, the code, both days and the key, a line each', () => {
  const text = 'mot-cua/slip/1\nH52.09.01\n0421\n250424-0008-31\n2025-04-24\n2025-04-28T09:15';
  const x = Buffer.from(office.publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signature = parseSignedSlip(payload)?.signature ?? new Uint8Array();
  expect(verify(null, Buffer.from(text), key, signature)).toBe(true);
});

test('whatever is scanned against whatever key file, nothing throws', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 155, maxLength: 155 });
  const broken = { ...keyOf(office), publicKey: 'AA' };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        digits.map((end) => payload.slice(0, 31) + end),
      ),
      (text) => {
        for (const key of [keyOf(office), broken]) expect(checkSlip(text, [key]).verdict).not.toBe('genuine');
      },
    ),
    { numRuns: 50 },
  );
});
