import { expect, test } from 'vitest';
import { sampleSigner } from '../electron/printing/sample-slip.ts';
import { signSlip } from '../electron/signing/slip-signing.ts';
import { agrees, agreesWithout, checkText } from '../renderer/check-page/verify.ts';

/** RFC 8032, 7.1, tests 1 and 3; then their signatures of other messages. */
const vectors: [string, string, string, boolean][] = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    true,
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    true,
  ],
];
const others = vectors.map(([key, , signature]): (typeof vectors)[number] => [key, '7265', signature, false]);

test.each([...vectors, ...others])(
  'WebCrypto and the library agree on key %s, message “%s”',
  async (key, message, signature, expected) => {
    const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
    expect(await agrees(bytes(signature), bytes(message), bytes(key))).toBe(expected);
    expect(agreesWithout(bytes(signature), bytes(message), bytes(key))).toBe(expected);
  },
);

test('the page tells the same of a slip as the counter', async () => {
  const publicKey = Buffer.from(sampleSigner.publicKey).toString('base64url');
  const key = { number: '0000', agencyCode: 'A00', publicKey, madeOn: '2025-01-01', retiredOn: null };
  const text = signSlip(sampleSigner, { slipCode: '250424-0008-31', dueAt: '2025-04-28T09:15' });
  const verdictOf = async (scanned: string, one = key) => (await checkText(scanned, [one])).verdict;
  expect(await verdictOf(text)).toBe('genuine');
  expect(await verdictOf(text.replace('0008', '0009'))).toBe('altered');
  expect(await verdictOf(text, { ...key, retiredOn: '2025-04-23' } as never)).toBe('retiredKey');
  expect(await verdictOf(text, { ...key, agencyCode: 'B11' })).toBe('otherOffice');
  expect(await verdictOf(text, { ...key, number: '0001' })).toBe('unknownKey');
  // A key file comes from outside: what is no key agrees with nothing.
  expect(await verdictOf(text, { ...key, publicKey: 'AA' })).toBe('altered');
});
