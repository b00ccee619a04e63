import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect, prepared } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';

const person = (name: string, rest: Partial<Applicant> = {}) =>
  ({ kind: 'citizen', name, ...rest }) as Applicant;

async function receive(desk: Desk, applicant: Applicant) {
  const { id } = await desk.clerk.cases.receive(reception({ applicant }));
  const { state } = await desk.clerk.cases.get({ id });
  if (state.citizenId === null) throw new Error('A case without its citizen');
  return { caseId: id, id: state.citizenId };
}

async function correct(desk: Desk, caseId: number, applicant: Applicant) {
  const { version } = (await desk.clerk.cases.get({ id: caseId })).state;
  const changes = { applicant };
  const { state } = await desk.clerk.cases.correct({ id: caseId, version, reason: 'Sai', changes });
  return state.citizenId ?? 0;
}

const son = person('Lò Văn Hùng', { idNumber: '014090000001', birthOn: '1990-05-01', sex: 'male' });
const first = person('Lò Văn Anh', { idNumber: '014196000001', phone: '0911111111' });
const second = person('Quàng Văn Em', { idNumber: '014196000002', phone: '0922222222' });

async function mergedPair(desk: Desk, take: ('phone' | 'idNumber')[] = []) {
  const [one, other] = [await receive(desk, first), await receive(desk, second)];
  const merge = await desk.clerk.citizens.merge({ survivorId: one.id, mergedId: other.id, take });
  const shown = async () => {
    const people = await Promise.all([one.id, other.id].map((id) => desk.clerk.citizens.get({ id })));
    return people.map(({ name, phone, maskedIdNumber, cases, caseCount }) => {
      expect(cases).toHaveLength(caseCount);
      return [name, phone, maskedIdNumber?.slice(-1), caseCount];
    });
  };
  return { one, other, shown, unmerge: () => desk.clerk.citizens.unmerge({ id: merge.id }) };
}

test('a form under the number of a merged record tells the person, and goes back with the record', async () => {
  await using desk = await openDesk();
  const { other, shown, unmerge } = await mergedPair(desk);
  const later = await receive(desk, { ...second, phone: '0933333333' });
  expect(later.id).toBe(other.id);
  expect((await shown())[0]).toEqual(['Quàng Văn Em', '0933333333', '1', 3]);
  await unmerge();
  expect(await shown()).toEqual([
    ['Lò Văn Anh', '0911111111', '1', 1],
    ['Quàng Văn Em', '0933333333', '2', 2],
  ]);
});

test('a case corrected to the number of a merged record belongs to that record, also once they are apart', async () => {
  await using desk = await openDesk();
  const { one, other, shown, unmerge } = await mergedPair(desk);
  expect(await correct(desk, one.caseId, { ...first, idNumber: '014196000002' })).toBe(other.id);
  await unmerge();
  expect((await shown()).map((row) => row.slice(2))).toEqual([
    ['1', 0],
    ['2', 2],
  ]);
  // Nobody goes by the number that was a mistake.
  expect((await desk.clerk.citizens.list({ text: '' })).map(({ id }) => id)).toEqual([other.id]);
  const asked = { idNumber: first.idNumber, phone: null, name: '', birthOn: null };
  expect(await desk.clerk.citizens.recognise(asked)).toEqual([]);
});

test('another number of one case is another person, however the cases are merged', async () => {
  await using desk = await openDesk();
  const { one, other, shown, unmerge } = await mergedPair(desk, ['idNumber']);
  const again = await receive(desk, second);
  const moved = await correct(desk, again.caseId, { ...second, idNumber: '014196000099' });
  expect([one.id, other.id]).not.toContain(moved);
  expect((await shown())[0]?.slice(2)).toEqual(['2', 2]);
  expect(await correct(desk, one.caseId, { ...first, idNumber: '014196000098' })).not.toBe(one.id);
  await unmerge();
  expect((await shown()).map((row) => row.slice(2))).toEqual([
    ['1', 0],
    ['2', 1],
  ]);
});

test('a correction in a merged person is shown, and stays with the record of its case', async () => {
  await using desk = await openDesk();
  const { other, shown, unmerge } = await mergedPair(desk, ['phone']);
  await correct(desk, other.caseId, { ...second, phone: '0933333333' });
  expect((await shown())[0]).toEqual(['Lò Văn Anh', '0933333333', '1', 2]);
  await unmerge();
  expect(await shown()).toEqual([
    ['Lò Văn Anh', '0911111111', '1', 1],
    ['Quàng Văn Em', '0933333333', '2', 1],
  ]);
});

test('an organisation that bears the number of a person has a record of its own', async () => {
  await using desk = await openDesk();
  const owner = await receive(desk, son);
  const firm = { ...person('Hộ kinh doanh Lò Văn Hùng', { idNumber: son.idNumber }), kind: 'organisation' };
  const business = await receive(desk, firm as Applicant);
  expect(business.id).not.toBe(owner.id);
  const known = await desk.clerk.citizens.recognise({ ...son, phone: null });
  expect(known.map(({ id, applicant }) => [id, applicant.kind])).toEqual([
    [owner.id, 'citizen'],
    [business.id, 'organisation'],
  ]);
  for (const { id } of known)
    expect((await receive(desk, await desk.clerk.citizens.whole({ id }))).id).toBe(id);
  const again = await receive(desk, son);
  expect(await correct(desk, again.caseId, firm as Applicant)).toBe(business.id);
});

const numberOf = (digit: string) => `01409000000${digit}`;
/** What a form under a number says: whatever a record is told, it shows whose it is. */
const formUnder = (digit: string, turn: number) =>
  person(`Lò Văn Hùng ${'abcdefghijkl'[Number(digit)]}`, {
    idNumber: numberOf(digit),
    phone: `09000000${turn % 10}${digit}`,
  });

test('merges, forms and corrections at random: each case is of one living record; taken apart, each has what its forms said', async () => {
  await using desk = await openDesk();
  const caseIds: number[] = [];
  const start = [...'123456'];
  for (const digit of start) caseIds.push((await receive(desk, formUnder(digit, 0))).caseId);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const pick = fc.constantFrom(...start);
  const merge = fc.record({
    kind: fc.constantFrom('merge', 'merge', 'merge', 'unmerge', 'receive', 'correct'),
    one: pick,
    other: pick,
    which: fc.nat({ max: 5 }),
    take: fc.subarray(['idNumber', 'phone', 'name'] as const),
  });
  const standing = () =>
    prepared<{ id: number }>(db, 'SELECT id FROM merges WHERE undoneAt IS NULL ORDER BY id DESC').all();
  const refused = (error: { message: string }) =>
    expect(['stale', 'unmergeLaterFirst', 'notFound', 'nothingChanged']).toContain(error.message);
  const recordOf = (digit: string) =>
    prepared<{ id: number }>(db, 'SELECT id FROM citizens WHERE idNumber = ?').get(numberOf(digit))?.id ?? 1;
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(merge, { maxLength: 12 }), async (acts) => {
      for (const { kind, one, other, which, take } of acts) {
        turn += 1;
        const [last] = standing().slice(-1);
        const [survivorId, mergedId] = [recordOf(one), recordOf(other)];
        if (kind === 'merge') await desk.clerk.citizens.merge({ survivorId, mergedId, take }).catch(refused);
        if (kind === 'unmerge' && last) await desk.clerk.citizens.unmerge({ id: last.id }).catch(refused);
        if (kind === 'receive') caseIds.push((await receive(desk, formUnder(one, turn))).caseId);
        if (kind === 'correct')
          await correct(desk, caseIds.at(-which) ?? 1, formUnder(one, turn)).catch(refused);
        const living = await desk.clerk.citizens.list({ text: '' });
        const details = await Promise.all(living.map(({ id }) => desk.clerk.citizens.get({ id })));
        expect(living.reduce((sum, { caseCount }) => sum + caseCount, 0)).toBe(caseIds.length);
        for (const { cases, caseCount } of details) expect(cases).toHaveLength(Math.min(caseCount, 50));
      }
      for (const { id } of standing()) await desk.clerk.citizens.unmerge({ id });
      for (const { id, caseCount } of await desk.clerk.citizens.list({ text: '' })) {
        const { idNumber } = await desk.clerk.citizens.showIdNumber({ id });
        const own = prepared<{ idNumber: string; applicantName: string; phone: string }>(
          db,
          'SELECT idNumber, applicantName, phone FROM cases WHERE citizenId = ?',
        ).all(id);
        expect(own).toHaveLength(caseCount);
        for (const row of own) expect(row.idNumber).toBe(idNumber);
        if (own.length === 0) continue;
        const { name, phone } = await desk.clerk.citizens.get({ id });
        expect(own.map(({ applicantName }) => applicantName)).toContain(name);
        expect(own.map((row) => row.phone)).toContain(phone);
      }
    }),
    { numRuns: 40 },
  );
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
}, 60_000);

test('merges at random: each case belongs to exactly one living record; all taken apart, all is as it was', async () => {
  await using desk = await openDesk();
  const ids: number[] = [];
  for (const digit of '12345678') {
    const applicant = person('Lò Văn Hùng', { idNumber: `01409000000${digit}`, phone: `090000000${digit}` });
    ids.push((await receive(desk, applicant)).id);
  }
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const everything = () => prepared(db, 'SELECT * FROM citizens ORDER BY id').all();
  const start = everything();
  const pick = fc.constantFrom(...ids);
  const act = fc.record({
    one: pick,
    other: pick,
    undo: fc.boolean(),
    take: fc.subarray(['idNumber', 'phone'] as const),
  });
  const standing = () =>
    prepared<{ id: number }>(db, 'SELECT id FROM merges WHERE undoneAt IS NULL ORDER BY id DESC').all();
  const refused = (error: { message: string }) =>
    expect(['stale', 'unmergeLaterFirst', 'notFound']).toContain(error.message);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      for (const { one, other, undo, take } of acts) {
        const [last] = standing().slice(-1);
        if (undo && last) await desk.clerk.citizens.unmerge({ id: last.id }).catch(refused);
        else await desk.clerk.citizens.merge({ survivorId: one, mergedId: other, take }).catch(refused);
        const living = await desk.clerk.citizens.list({ text: '' });
        const details = await Promise.all(living.map(({ id }) => desk.clerk.citizens.get({ id })));
        const cases = details.flatMap((detail) => detail.cases.map(({ id }) => id)).sort((a, b) => a - b);
        expect(cases).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        expect(living.reduce((sum, { caseCount }) => sum + caseCount, 0)).toBe(8);
      }
      for (const { id } of standing()) await desk.clerk.citizens.unmerge({ id });
      expect(everything()).toEqual(start);
    }),
    { numRuns: 60 },
  );
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
}, 60_000);
