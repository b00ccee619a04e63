import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Applicant, Submitter } from '../../../shared/domain/intake.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect, type Reader } from '../../register/connection.ts';
import { entriesOf, findBrokenLink } from '../../register/journal.ts';

const person = (name: string, rest: Partial<Applicant> = {}) =>
  ({ kind: 'citizen', name, ...rest }) as Applicant;

async function receive(desk: Desk, applicant: Applicant, submitter: Submitter | null = null) {
  const { id } = await desk.clerk.cases.receive(reception({ applicant, submitter }));
  const { state } = await desk.clerk.cases.get({ id });
  if (state.citizenId === null) throw new Error('A case without its citizen');
  return { caseId: id, id: state.citizenId };
}

const son = person('Lò Văn Hùng', { idNumber: '014090000001', birthOn: '1990-05-01', sex: 'male' });
const mother = person('Lò Thị Mai', { idNumber: '014165000002', birthOn: '1965-02-03', sex: 'female' });

/** What was done with a person, beside who looked. */
const actsOn = (db: Reader, id: number) =>
  entriesOf(db, `citizen:${id}`).filter(({ kind }) => kind.startsWith('citizen.'));

test('a person is known again by number, then by telephone, then by name and birth year', async () => {
  await using desk = await openDesk();
  const { id } = await receive(
    desk,
    person('Lường Thị Hằng', { birthOn: '1996-09-12', phone: '0900000214' }),
  );
  const asked = { idNumber: null, phone: null, name: '', birthOn: null };
  const ask = (question: Partial<typeof asked | Record<string, string>>) =>
    desk.clerk.citizens.recognise({ ...asked, ...question });
  expect(await ask({ phone: '0900000214' })).toMatchObject([{ id, matched: 'phone' }]);
  expect(await ask({ name: 'luong thi hang', birthOn: '1996-01-01' })).toMatchObject([
    { id, matched: 'name' },
  ]);
  expect(await ask({ name: 'luong thi hang', birthOn: '1995-01-01' })).toEqual([]);
  expect(await desk.clerk.citizens.find({ text: 'luong hang 1996' })).toMatchObject([{ id }]);
  expect(await desk.clerk.citizens.find({ text: 'luong hang 1995' })).toEqual([]);
  const { id: other } = await receive(desk, son, {
    name: 'Lường Thị Hằng',
    idNumber: null,
    phone: null,
    relation: '',
  });
  expect((await desk.clerk.citizens.find({ text: 'luong hang' })).map((hint) => hint.id)).toEqual([id]);
  expect(await ask({ idNumber: '014090000001', phone: '0900000214' })).toMatchObject([
    { id: other, matched: 'idNumber' },
  ]);
});

test('the household is what earlier cases told, from both sides, until a clerk puts it right', async () => {
  await using desk = await openDesk();
  const { id: sonId } = await receive(desk, son, {
    name: 'Lò Thị Mai',
    idNumber: '014165000002',
    phone: null,
    relation: 'mẹ đẻ',
  });
  expect(await desk.clerk.citizens.household({ id: sonId })).toMatchObject([
    {
      kin: 'mother',
      name: 'Lò Thị Mai',
      citizenId: null,
      isConfirmed: false,
      maskedIdNumber: '0141****0002',
    },
  ]);
  const { id: motherId } = await receive(desk, mother);
  const [link] = await desk.clerk.citizens.household({ id: sonId });
  expect(link).toMatchObject({ citizenId: motherId, birthOn: '1965-02-03' });
  const [back] = await desk.clerk.citizens.household({ id: motherId });
  expect(back).toMatchObject({ kin: 'child', citizenId: sonId });
  expect(await desk.clerk.citizens.relative({ id: motherId, linkId: back?.linkId ?? 0 })).toMatchObject(son);

  await desk.clerk.citizens.setRelative({ id: motherId, linkId: back?.linkId ?? 0, kin: 'grandchild' });
  expect(await desk.clerk.citizens.household({ id: sonId })).toMatchObject([
    { kin: 'grandparent', isConfirmed: true },
  ]);
  const [corrected] = await desk.clerk.citizens.household({ id: sonId });
  await desk.clerk.citizens.setRelative({ id: sonId, linkId: corrected?.linkId ?? 0, kin: null });
  await receive(desk, son, { name: 'Lò Thị Mai', idNumber: '014165000002', phone: null, relation: 'mẹ' });
  expect(await desk.clerk.citizens.household({ id: sonId })).toEqual([]);
  expect(await desk.clerk.citizens.household({ id: motherId })).toEqual([]);
  await desk.clerk.citizens.addRelative({ id: motherId, relativeId: sonId, kin: 'child' });
  expect(await desk.clerk.citizens.household({ id: sonId })).toMatchObject([{ kin: 'mother' }]);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const told = [motherId, sonId].flatMap((id) => actsOn(db, id).map(({ kind }) => kind));
  expect(told).toEqual(['citizen.linkCorrected', 'citizen.linked', 'citizen.unlinked']);
  db.close();
});

test('somebody authorised is no household, and a number is asked for by a named act', async () => {
  await using desk = await openDesk();
  const { id } = await receive(desk, son, {
    name: 'Vì Văn A',
    idNumber: null,
    phone: null,
    relation: 'được ủy quyền',
  });
  expect(await desk.clerk.citizens.household({ id })).toEqual([]);
  expect(JSON.stringify(await desk.clerk.citizens.get({ id }))).not.toContain('014090000001');
  expect(JSON.stringify(await desk.clerk.citizens.list({ text: '' }))).not.toContain('014090000001');
  expect(await desk.clerk.citizens.showIdNumber({ id })).toEqual({ idNumber: '014090000001' });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(actsOn(db, id)).toMatchObject([{ kind: 'citizen.idNumberShown', data: {} }]);
  db.close();
});

test('two records of one person are found, merged with the chosen values, and taken apart as they were', async () => {
  await using desk = await openDesk();
  const numbered = await receive(desk, { ...son, phone: '0900000001' });
  const called = await receive(desk, person('Lo Van Hung', { phone: '0900000001', address: 'Bản Hua Nặm' }));
  const before = [
    await desk.clerk.citizens.get({ id: numbered.id }),
    await desk.clerk.citizens.get({ id: called.id }),
  ];
  expect(await desk.clerk.citizens.duplicates()).toMatchObject([
    { why: 'phone', first: { id: numbered.id }, second: { id: called.id } },
  ]);
  const { id: mergeId } = await desk.clerk.citizens.merge({
    survivorId: numbered.id,
    mergedId: called.id,
    take: ['address'],
  });
  expect(await desk.clerk.citizens.duplicates()).toEqual([]);
  const merged = await desk.clerk.citizens.get({ id: called.id });
  expect(merged).toMatchObject({
    id: numbered.id,
    wasMerged: true,
    name: 'Lò Văn Hùng',
    address: 'Bản Hua Nặm',
    caseCount: 2,
    cases: [{ id: called.caseId }, { id: numbered.caseId }],
  });
  expect((await desk.clerk.citizens.list({ text: '' })).map(({ id }) => id)).toEqual([numbered.id]);
  await expect(
    desk.clerk.citizens.merge({ survivorId: called.id, mergedId: numbered.id, take: [] }),
  ).rejects.toMatchObject({ message: 'stale' });
  await desk.clerk.citizens.unmerge({ id: mergeId });
  expect([
    await desk.clerk.citizens.get({ id: numbered.id }),
    await desk.clerk.citizens.get({ id: called.id }),
  ]).toEqual(before);
  await desk.clerk.citizens.tellApart({ firstId: called.id, secondId: numbered.id });
  expect(await desk.clerk.citizens.duplicates()).toEqual([]);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  // The journal is for ever: it names what was taken, not what it said.
  expect(actsOn(db, numbered.id).map(({ kind, data }) => [kind, data])).toEqual([
    ['citizen.merged', { id: mergeId, mergedId: called.id, taken: ['address'] }],
    ['citizen.unmerged', { id: mergeId, mergedId: called.id }],
  ]);
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
});

test('a number given up in a merge still finds the person, and what came after stays when it is taken apart', async () => {
  await using desk = await openDesk();
  const right = await receive(desk, son);
  const typo = await receive(desk, { ...son, idNumber: '014090000010' });
  expect(await desk.clerk.citizens.duplicates()).toMatchObject([{ why: 'birth' }]);
  const merge = { survivorId: typo.id, mergedId: right.id, take: ['idNumber' as const] };
  const { id } = await desk.clerk.citizens.merge(merge);
  const again = await receive(desk, { ...son, idNumber: '014090000010', address: 'Tiểu khu 5' });
  expect(again.id).toBe(typo.id);
  expect((await desk.clerk.citizens.showIdNumber({ id: again.id })).idNumber).toBe('014090000001');
  await desk.clerk.citizens.unmerge({ id });
  expect(await desk.clerk.citizens.get({ id: typo.id })).toMatchObject({
    caseCount: 2,
    address: 'Tiểu khu 5',
  });
  expect((await desk.clerk.citizens.showIdNumber({ id: typo.id })).idNumber).toBe('014090000010');
});

test('two people with the name and birthday of each other are no pair when their numbers differ', async () => {
  await using desk = await openDesk();
  await receive(desk, son);
  await receive(desk, { ...son, idNumber: '001090765432' });
  expect(await desk.clerk.citizens.duplicates()).toEqual([]);
});

test('who may be meant is offered without his number; the form that takes him is told it, and the journal of that', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const question = { idNumber: null, phone: '0900000214', name: '', birthOn: null };
  const offered = [
    ...(await desk.clerk.citizens.find({ text: '0900000214' })),
    ...(await desk.clerk.citizens.recognise(question)),
    ...(await desk.clerk.citizens.list({ text: '0900000214' })),
    ...(await desk.clerk.cases.search({ text: '0900000214' })),
    ...(await desk.clerk.cases.list({})).rows,
  ];
  expect(offered).toHaveLength(5);
  expect(JSON.stringify(offered)).not.toContain('014196002187');
  expect(offered[0]).toMatchObject({ maskedIdNumber: '0141****2187', applicant: { idNumber: null } });
  const id = offered[0]?.id ?? 0;
  expect(await desk.clerk.citizens.whole({ id })).toMatchObject({ idNumber: '014196002187' });
  await desk.clerk.drafts.clear();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const told = db
    .prepare<[string], { data: string }>(
      "SELECT data FROM journal WHERE subject = ? AND kind = 'seen.citizen'",
    )
    .all(`citizen:${id}`);
  db.close();
  // A look within the same minute is told once, and once more that it was whole.
  expect(told.map(({ data }) => JSON.parse(data))).toEqual([{}, { whole: true }]);
});
