import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignId, teams } from '../../../tests/campaign.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { findDigitalMiscounts } from '../../register/digital/digital-tallies.ts';
import { findUnfoldedDigital } from '../../register/digital/digital-verify.ts';
import { appendEntry, findBrokenLink } from '../../register/journal.ts';
import { addPrintJob } from '../../register/print-jobs.ts';
import { countBeside } from '../../register/privacy/retention.ts';

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo yêu cầu', ground: 'Luật 91/2025/QH15 Đ14' };
const gone = { name: 'Xa Thị Hoài Phương', idNumber: '014196009999', phone: '0912345999' };
const other = { name: 'Cà Thị Ba', idNumber: '014190002222', phone: '0922000222' };
const daughterInLaw = 'Quàng Thị Bí Mật';

async function receive(desk: Desk, person: typeof gone, more: Partial<Parameters<typeof reception>[0]> = {}) {
  const applicant = { kind: 'citizen', ...person } as const;
  const { id } = await desk.clerk.cases.receive(reception({ applicant, ...more }));
  return { id, citizenId: (await desk.clerk.cases.get({ id })).state.citizenId ?? 0 };
}

async function end(desk: Desk, id: number, version = 1) {
  await desk.clerk.cases.act({ id, version, act: { kind: 'handover', toPersonId: desk.officerId } });
  await desk.officer.cases.act({ id, version: version + 1, act: { kind: 'resolve', outcome: 'granted' } });
  const recipient = { name: 'Người nhận', idNumber: '014190003333' };
  await desk.clerk.cases.act({
    id,
    version: version + 2,
    act: { kind: 'return', recipient, via: 'counter' },
  });
}

/** Everything that the register and its log hold. */
const onDisk = (folder: string): string =>
  ['register.db', 'register.db-wal']
    .map((file) => join(folder, file))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8'))
    .join();

test('whoever is erased goes from the households of others, drafts and visits too, under all his records', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, folder } = desk;
  const first = await receive(desk, gone);
  const later = await receive(desk, { ...gone, idNumber: '014196008888', phone: '0912345888' });
  await clerk.citizens.merge({ survivorId: first.citizenId, mergedId: later.citizenId, take: [] });
  const household = await receive(desk, other, { submitter: { ...gone, relation: 'con đẻ' } });
  const { id } = first;
  await clerk.cases.act({
    id,
    version: 1,
    act: { kind: 'visit', purpose: `Con dâu ${daughterInLaw} hỏi hộ, ĐT 0988777666` },
  });
  await clerk.citizens.addRelative({ id: household.citizenId, relativeId: later.citizenId, kin: 'child' });
  const [link] = await clerk.citizens.household({ id: household.citizenId });
  await clerk.citizens.setRelative({ id: household.citizenId, linkId: link?.linkId ?? 0, kin: 'grandchild' });
  await clerk.drafts.save({ content: { applicant: { name: gone.name, idNumber: null, phone: gone.phone } } });
  await desk.officer.drafts.save({
    content: { applicant: { name: '' }, subject: { name: gone.name.toUpperCase(), idNumber: '', phone: '' } },
  });
  const namesake = { applicant: { name: gone.name, idNumber: '', phone: '0977111222' } };
  const beside = desk.counter.caller({ kind: 'loopback', device: 'beside' });
  await beside.session.signIn({ personId: 1, password: passwordOfTests });
  await beside.drafts.save({ content: namesake });
  await end(desk, id, 2);
  await end(desk, later.id);
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const rehearsal = await clerk.retention.rehearsePerson({ citizenId: first.citizenId });
  expect(rehearsal).toMatchObject({ cases: 2, citizens: 1, held: [] });
  // As entries of households were written once: with the name.
  const db = connect(join(folder, 'register.db'), 'write');
  addPrintJob(db, { caseId: id, form: 'feeNote', copies: 1, printer: null, at: '2025-05-01T09:00' });
  const spoiled = "UPDATE printJobs SET state = 'skipped', fault = ? WHERE caseId = ?";
  db.prepare(spoiled).run(`${daughterInLaw} không lấy phiếu`, id);
  const data = { name: gone.name, relativeId: later.citizenId, kin: 'child', from: null, caseCode: null };
  const told = { at: '2025-05-01T02:00:00.000Z', personId: 1, device: 'window', data };
  appendEntry(db, { ...told, kind: 'citizen.linked', subject: `citizen:${household.citizenId}` });

  const erased = await clerk.retention.erasePerson(
    await personAsShown(clerk, { citizenId: first.citizenId, ...why, approval }),
  );
  expect(erased).toEqual({ cases: 2, citizens: 1 });
  expect(await clerk.citizens.household({ id: household.citizenId })).toEqual([]);
  expect(await clerk.drafts.get()).toBeFalsy();
  expect(await desk.officer.drafts.get()).toBeFalsy();
  expect(await beside.drafts.get()).toMatchObject({ content: namesake });
  const links = "SELECT data FROM journal WHERE kind GLOB 'citizen.link*' ORDER BY seq";
  expect(JSON.stringify(db.prepare(links).all())).not.toContain(gone.name);
  expect(findBrokenLink(db)).toBeNull();
  db.close();
  const disk = onDisk(folder);
  const marks = [daughterInLaw, '0988777666', '014196008888', '0912345888'];
  expect(marks.filter((mark) => disk.includes(mark))).toEqual([]);
  expect((await clerk.citizens.get({ id: household.citizenId })).name).toBe(other.name);
});

test('a case under a merged record of a restricted person is held, and who keeps one is not counted as going', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const first = await receive(desk, gone);
  const later = await receive(desk, { ...gone, idNumber: '014196008888' });
  await clerk.citizens.merge({ survivorId: first.citizenId, mergedId: later.citizenId, take: [] });
  await end(desk, later.id);
  desk.setTime('2026-06-01T09:00');
  await clerk.catalogue.save({
    ...{ code: '1.004873', effectiveFrom: '2025-01-01', feeVnd: 10_000 },
    ...{ timeLimit: { kind: 'workingDays', value: 3 }, retention: { months: 12, source: 'Quyết định' } },
  });
  const held = async () => (await clerk.retention.due()).rows[0]?.held;
  expect(await held()).toEqual([{ reason: 'bookOpen', count: 1 }]);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(countBeside(db, [later.id])).toMatchObject({ cases: 1, citizens: 0 });
  expect(countBeside(db, [first.id, later.id])).toMatchObject({ cases: 2, citizens: 1 });
  db.close();
  const { id } = await clerk.subjects.receive({
    ...{ formKey: randomUUID(), citizenId: first.citizenId, wish: 'restrict' },
    ...{ asker: { capacity: 'self' }, words: 'Theo đơn' },
  });
  const act = { kind: 'answer', result: 'granted', answer: 'Đã thực hiện' } as const;
  await clerk.subjects.act({ id, version: 1, act });
  expect(await held()).toEqual([{ reason: 'restricted', count: 1 }]);
});

test('digital support forgets who asked to be erased, and counts what it counted', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, folder } = desk;
  const first = await receive(desk, gone);
  const later = await receive(desk, { ...gone, idNumber: '014196008888', phone: '0912345888' });
  await clerk.citizens.merge({ survivorId: first.citizenId, mergedId: later.citizenId, take: [] });
  const whose = (idNumber: string) => ({
    met: { name: gone.name, idNumber, birthYear: 1961, phone: gone.phone, area: 'Bản Riêng' },
  });
  const help = { topic: 'vneid', level: 'guided', note: `Con dâu ${daughterInLaw} giữ máy hộ` } as const;
  for (const number of [gone.idNumber, '014196008888'])
    await clerk.digital.help({ formKey: randomUUID(), whose: whose(number), ...help });
  const { personId } = await clerk.digital.mark({
    ...{ formKey: randomUUID(), whose: whose(gone.idNumber), criterion: 'vneid', check: 'seen' },
    note: `${daughterInLaw} xác nhận`,
  });
  await clerk.digital.help({
    formKey: randomUUID(),
    whose: { met: { ...other, birthYear: 1980 } },
    ...help,
    note: '',
  });
  await end(desk, first.id);
  await end(desk, later.id);
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const db = connect(join(folder, 'register.db'), 'read');
  const figures = () => ({
    sums: db
      .prepare('SELECT name, day, sum(value) FROM digitalTallies GROUP BY name, day ORDER BY name, day')
      .all(),
    helps: db
      .prepare('SELECT id, livingId, helpedOn, topic, level, minutes, place FROM digitalHelps ORDER BY id')
      .all(),
    marks: db.prepare('SELECT * FROM digitalMarks').all(),
  });
  const before = figures();
  await clerk.retention.erasePerson(
    await personAsShown(clerk, { citizenId: first.citizenId, ...why, approval }),
  );
  expect(figures()).toEqual(before);
  expect([findUnfoldedDigital(db), findDigitalMiscounts(db), findBrokenLink(db)]).toEqual([[], [], null]);
  db.close();
  expect(await clerk.digital.card({ personId })).toMatchObject({ birthYear: null, phone: null, area: '' });
  const disk = onDisk(folder);
  const marks = [gone.name, daughterInLaw, 'Bản Riêng', gone.phone, gone.idNumber];
  expect(marks.filter((mark) => disk.includes(mark))).toEqual([]);
  // By the hash of his number he is nobody.
  expect((await clerk.digital.personOf({ idNumber: gone.idNumber })).personId).toBeNull();
});

test('who was met by a campaign is nobody on his card once he is erased; his lượt and their sums stay', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, leader } = desk;
  const teamId = teams[0]?.id ?? '';
  await clerk.digital.teams.save({ id: teamId, version: 0, name: 'Tổ Tiểu khu 1' });
  const days = { from: '2025-04-24', to: '2025-04-24' };
  await leader.digital.campaign.save({ id: campaignId, name: 'Đợt', ...days, teamIds: [teamId] });
  const met = { ...gone, birthYear: 1961, area: 'Bản Riêng' };
  const { citizenId } = await receive(desk, gone);
  const entry = { campaignId, met, topic: 'vneid', level: 'guided', teamId } as const;
  await clerk.digital.campaign.log({ id: randomUUID(), ...entry, marks: ['vneid'] });
  const personId = (await clerk.digital.personOf({ citizenId })).personId ?? 0;
  expect(await clerk.digital.card({ personId })).toMatchObject({ birthYear: 1961, area: 'Bản Riêng' });
  await end(desk, 1);
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const figures = () => clerk.digital.figures({ from: '2025-04-01', to: '2025-04-30' });
  const { known, helped, criteria } = await figures();
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({ digital: 1 });
  await clerk.retention.erasePerson(await personAsShown(clerk, { citizenId, ...why, approval }));
  expect(await clerk.digital.card({ personId })).toMatchObject({
    ...{ name: 'Đã xóa dữ liệu', birthYear: null, phone: null, area: '' },
    helps: [{ topic: 'vneid' }],
  });
  // He is counted among who lacks the others, and nobody calls on him.
  const lacking = criteria.map((figure) => ({ ...figure, gone: figure.measure === 'vneid' ? 0 : 1 }));
  expect(await figures()).toMatchObject({ known, helped, criteria: lacking });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect([findUnfoldedDigital(db), findDigitalMiscounts(db), findBrokenLink(db)]).toEqual([[], [], null]);
  db.close();
});

test('his data goes for a standing request that asks for it, and the other windows hear what changed', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const { id, citizenId } = await receive(desk, gone);
  await clerk.digital.help({ formKey: randomUUID(), whose: { citizenId }, topic: 'vneid', level: 'guided' });
  const ask = (wish: 'view' | 'delete', whose = citizenId) =>
    clerk.subjects.receive({
      ...{ formKey: randomUUID(), citizenId: whose, wish, asker: { capacity: 'self' }, words: 'Theo đơn' },
    });
  const view = await ask('view');
  const withdrawn = await ask('delete');
  const act = { kind: 'withdraw', reason: 'Đổi ý' } as const;
  await clerk.subjects.act({ id: withdrawn.id, version: 1, act });
  const ofAnother = await ask('delete', (await receive(desk, other)).citizenId);
  const standing = await ask('delete');
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({
    cases: 0,
    citizens: 0,
    digital: 0,
  });
  await end(desk, id);
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({
    cases: 1,
    citizens: 1,
    digital: 1,
  });
  const asked = await personAsShown(clerk, { citizenId, ...why, approval });
  const erase = (requestId: number) => clerk.retention.erasePerson({ ...asked, requestId });
  await expect(erase(view.id)).rejects.toThrow('actNotAllowed');
  await expect(erase(withdrawn.id)).rejects.toThrow('actNotAllowed');
  await expect(erase(ofAnother.id)).rejects.toThrow('notFound');
  const heard = new Set<string>();
  const changes = await desk.leader.changes.watch();
  const hearing = (async () => {
    for await (const { area } of changes) if (heard.add(area).has('digital') && heard.has('rights')) return;
  })();
  await erase(standing.id);
  await hearing;
  expect(await clerk.subjects.get({ id: standing.id })).toMatchObject({ erased: { cases: 1, citizens: 1 } });
  expect(await clerk.subjects.get({ id: view.id })).toMatchObject({ erased: null });
});
