import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { picturesOfPages } from '../../../tests/printing/poppler.ts';
import { readQrsOn } from '../../../tests/printing/qr-reader.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { findSigner } from '../../register/signing-keys.ts';
import { type SlipSigner, signSlip } from '../../signing/slip-signing.ts';

/** What the citizen's copy carries, read off the page. */
async function printedQr({ clerk, counter, folder }: Desk, caseId: number): Promise<string> {
  await counter.printed();
  const jobs = await clerk.slips.jobs({ caseId });
  const job = jobs.find(({ form }) => form === 'acknowledgement');
  const pdf = readFileSync(join(folder, job?.path ?? ''));
  const [text] = picturesOfPages(pdf, 300).flatMap((page) => readQrsOn(page, 5));
  return text ?? '';
}

/** The secret itself, as whoever has the register has it. */
function signerOf({ folder }: Desk): SlipSigner {
  const db = connect(join(folder, 'register.db'), 'read');
  try {
    const signer = findSigner(db, 'H52.09.01');
    if (signer === undefined) throw new Error('No key');
    return signer;
  } finally {
    db.close();
  }
}

test('a printed slip is genuine, and told from one whose appointment changed since', async () => {
  await using desk = await openDesk();
  const { id, dueAt } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
  const text = await printedQr(desk, id);
  const genuine = await desk.clerk.signing.check({ text });
  expect(genuine).toMatchObject({
    verdict: 'genuine',
    slip: { receivedOn: '2025-04-24', dueAt },
    office: 'Thị trấn Ít Ong',
    found: { id, dueAt, agrees: true, applicantName: 'Lường Thị Thu Hằng' },
  });
  const older = signSlip(signerOf(desk), {
    slipCode: genuine.slip?.slipCode ?? '',
    dueAt: '2025-04-26T10:00',
  });
  expect(await desk.clerk.signing.check({ text: older })).toMatchObject({
    verdict: 'genuine',
    slip: { dueAt: '2025-04-26T10:00' },
    found: { dueAt, agrees: false },
  });
  // Every scanner that knew the code alone still opens the case.
  expect((await desk.clerk.cases.search({ text }))[0]).toMatchObject({ id, matched: 'code' });
  expect((await desk.counter.displayCaller('window').lookup.find({ code: text })).kind).toBe('found');
});

test('an altered slip, half a scan and a plain code are told apart, and nothing throws', async () => {
  await using desk = await openDesk();
  const { id, caseCode, slipCode } = await desk.clerk.cases.receive(reception());
  const text = signSlip(signerOf(desk), { slipCode, dueAt: '2025-04-28T09:15' });
  const verdictOf = async (scanned: string) => (await desk.clerk.signing.check({ text: scanned })).verdict;
  expect(await verdictOf(text)).toBe('genuine');
  expect(await verdictOf(`${text.slice(0, 25)}${(Number(text[25]) + 1) % 10}${text.slice(26)}`)).toBe(
    'altered',
  );
  expect(await verdictOf(text.slice(0, 100))).toBe('unreadable');
  expect(await verdictOf(slipCode)).toBe('notSigned');
  expect(await verdictOf('')).toBe('notSigned');
  // The barcode tells which case it is of, and no more.
  expect(await desk.clerk.signing.check({ text: slipCode })).toMatchObject({
    plain: { slipCode, of: { id, caseCode } },
    found: null,
  });
  expect(await desk.clerk.signing.check({ text: '' })).toMatchObject({ plain: null });
});

test('after a rotation older slips stay genuine, and the old key cannot sign what came in later', async () => {
  await using desk = await openDesk();
  const { slipCode } = await desk.clerk.cases.receive(reception());
  const old = signerOf(desk);
  const before = signSlip(old, { slipCode, dueAt: null });
  const approval = { personId: 3, password: passwordOfTests };
  await expect(desk.leader.signing.rotate({ number: old.number, approval })).rejects.toThrow('notAllowed');
  const alone = { number: old.number, approval: { ...approval, personId: 1 } };
  await expect(desk.clerk.signing.rotate(alone)).rejects.toThrow('approverNotAllowed');
  const { keys } = await desk.clerk.signing.rotate({ number: old.number, approval });
  expect(keys.map(({ signs, retiredOn }) => [signs, retiredOn])).toEqual([
    [true, null],
    [false, '2025-04-24'],
  ]);
  await expect(desk.clerk.signing.rotate({ number: old.number, approval })).rejects.toThrow('stale');
  expect(signerOf(desk).number).not.toBe(old.number);
  expect((await desk.clerk.signing.check({ text: before })).verdict).toBe('genuine');
  const later = signSlip(old, { slipCode: '250425-0001-00', dueAt: null });
  expect((await desk.clerk.signing.check({ text: later })).verdict).toBe('retiredKey');
});

test('another copy of the program checks with the key file of the office alone', async () => {
  await using desk = await openDesk();
  await using elsewhere = await openDesk();
  const { slipCode } = await desk.clerk.cases.receive(reception());
  const text = signSlip(signerOf(desk), { slipCode, dueAt: '2025-04-28T09:15' });
  const keyFile = await desk.clerk.signing.keyFile();
  expect(JSON.stringify(keyFile)).not.toContain(Buffer.from(signerOf(desk).privateKey).toString('base64url'));
  // Both offices of this test have one agency code: what they lack of each other is the key.
  expect((await elsewhere.clerk.signing.check({ text })).verdict).toBe('unknownKey');
  expect(await elsewhere.clerk.signing.check({ text, keyFile })).toMatchObject({
    verdict: 'genuine',
    office: 'Thị trấn Ít Ong',
    found: null,
  });
});

test('an office whose agency code changes signs with a key of that code', async () => {
  await using desk = await openDesk();
  const { office } = (await desk.clerk.session.current()) ?? {};
  if (!office) throw new Error('No office');
  await desk.clerk.setup.save({ office: { ...office, agencyCode: 'H52.09.99' } });
  const { keys } = await desk.clerk.signing.keys();
  expect(keys.map(({ agencyCode, signs }) => [agencyCode, signs])).toEqual([
    ['H52.09.99', true],
    ['H52.09.01', false],
  ]);
});
