import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignId, fileOf, openHost, teams } from '../../../tests/campaign.ts';
import { openDesk, reception } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { checkRegister } from '../../register/verify.ts';

/** Somebody whom digital support alone knows, and files of a campaign that come in after his data went. */

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14' };
const gone = { name: 'Xa Thị Hoài Phương', idNumber: '014196009999', birthYear: 1961 };
const entry = {
  campaignId,
  topic: 'vneid',
  level: 'guided' as const,
  teamId: teams[0]?.id ?? '',
  marks: ['vneid'],
};

test('an older or newer file of a laptop brings nobody back whose data went, and still counts what it corrects', async () => {
  const { host: home, kit } = await openHost();
  await using host = home;
  await using laptop = await openDesk('2024-08-27T08:00', undefined, false);
  await laptop.clerk.digital.campaign.openKit(kit);
  const [first, second] = [randomUUID(), randomUUID()];
  const met = { ...gone, area: 'Bản Nậm Khạ' };
  for (const id of [first, second]) await laptop.clerk.digital.campaign.log({ id, ...entry, met });
  const before = await fileOf(laptop);
  await host.clerk.digital.campaign.merge({ text: before });
  const { personId } = await host.clerk.digital.personOf({ idNumber: gone.idNumber });
  const card = { personId: personId ?? 0 };
  expect(await host.clerk.retention.rehearseCard(card)).toMatchObject({ digital: 1, campaignEntries: 2 });
  await host.clerk.retention.eraseCard(await asShown(host.clerk, { ...card, ...why, approval }));
  const counted = () => host.clerk.digital.campaign.day({ id: campaignId });
  const { files: _, ...day } = await counted();
  expect(day.total).toMatchObject({ helps: 2, people: 1 });

  await host.clerk.digital.campaign.merge({ text: before });
  expect(await counted()).toMatchObject(day);
  await laptop.clerk.digital.campaign.log({ id: first, ...entry, met: null, topic: 'payment' });
  await laptop.clerk.digital.campaign.remove({ id: second });
  await host.clerk.digital.campaign.merge({ text: await fileOf(laptop) });
  expect((await counted()).total).toMatchObject({ helps: 1, people: 1, topics: { payment: 1 } });
  const db = connect(join(host.folder, 'register.db'), 'read');
  const told = ['campaignEntries', 'digitalPeople', 'digitalHelps', 'journal'].map((table) =>
    JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all()),
  );
  expect(told.filter((text) => /Hoài Phương|Nậm Khạ|014196009999/.test(text))).toEqual([]);
  expect(checkRegister(db).faults).toEqual([]);
  db.close();
});

test('a card goes on the wish of whoever has no record; with one he is erased as a whole, and nobody goes twice', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, officer } = desk;
  const { personId } = await clerk.digital.add({ met: { ...gone, idNumber: null, phone: '0912345999' } });
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: 'Xin mở thêm quầy' } as const;
  const sender = { name: gone.name, phone: '0912345999' };
  const { id } = await clerk.feedback.receive({ formKey: randomUUID(), ...said, sender });
  expect(await clerk.retention.rehearseCard({ personId })).toMatchObject({
    ...{ feedback: 0, openFeedback: ['PA-2025-0001'] },
  });
  await expect(
    clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval })),
  ).rejects.toMatchObject({
    cause: { data: { erasure: 'feedbackOpen', feedback: ['PA-2025-0001'] } },
  });
  expect(await clerk.digital.card({ personId })).toMatchObject({ name: gone.name });
  await clerk.feedback.act({ id, version: 1, act: { kind: 'withdraw', reason: 'Rút' } });
  expect(await clerk.retention.rehearseCard({ personId })).toMatchObject({ feedback: 1, openFeedback: [] });
  const asked = await asShown(clerk, { personId, ...why, approval });
  await expect(officer.retention.eraseCard(asked)).rejects.toThrow('notAllowed');
  await clerk.retention.eraseCard({ ...asked, reason: `Đơn của ${gone.name}` });
  expect(await clerk.digital.card({ personId })).toMatchObject({ name: 'Đã xóa dữ liệu', phone: null });
  expect(JSON.stringify(await clerk.feedback.get({ id }))).not.toContain(gone.name);
  expect((await clerk.retention.due()).acts).toMatchObject([
    { reason: 'Đơn của ***', cases: 0, citizens: 1 },
  ]);
  await expect(clerk.retention.eraseCard(asked)).rejects.toMatchObject({
    cause: { data: { erasure: 'nothing' } },
  });

  await clerk.cases.receive(reception({ applicant: { kind: 'citizen', ...gone, phone: null } }));
  const known = await clerk.digital.add({ met: gone });
  await expect(clerk.retention.rehearseCard({ personId: known.personId })).rejects.toMatchObject({
    cause: { data: { erasure: 'hasRecord' } },
  });
});

test('what whoever has no card any more wrote goes with a card that is made to erase it', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const sender = { name: gone.name, phone: '0912345999' };
  const met = { ...sender, idNumber: null };
  const erase = async (personId: number) =>
    clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval }));
  const first = await clerk.digital.add({ met });
  await erase(first.personId);
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: 'Xin mở thêm quầy' } as const;
  const { id } = await clerk.feedback.receive({ formKey: randomUUID(), ...said, sender });
  await clerk.feedback.act({ id, version: 1, act: { kind: 'withdraw', reason: 'Rút' } });
  const second = await clerk.digital.add({ met });
  expect(second.personId).not.toBe(first.personId);
  await erase(second.personId);
  expect(JSON.stringify(await clerk.feedback.get({ id }))).not.toMatch(/Hoài Phương|0912345999|thêm quầy/);
});

test('with a card goes a form that was left half filled with his telephone, and nobody else’s', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, officer } = desk;
  const phone = '0912345999';
  const { personId } = await clerk.digital.add({ met: { ...gone, idNumber: null, phone } });
  await clerk.drafts.save({ content: { applicant: { name: gone.name, idNumber: null, phone } } });
  const others = { applicant: { name: 'Cà Thị Ba', idNumber: null, phone: '0922000222' } };
  await officer.drafts.save({ content: others });
  await clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval }));
  expect(await clerk.drafts.get()).toBeNull();
  expect((await officer.drafts.get())?.content).toEqual(others);
});

test('a name alone is left where another goes by it, and a house where another lives', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const phone = '0912345999';
  const { personId } = await clerk.digital.add({ met: { ...gone, idNumber: null, phone } });
  await clerk.digital.add({ met: { ...gone, idNumber: '014196005555', birthYear: 1990 } });
  const visit = { version: 0, visitedOn: '2025-04-24', address: 'Bản Nậm Khạ', note: `Gọi ${phone}` };
  const save = (row: { household: string; phone: string | null }) =>
    clerk.digital.visits.save({ id: randomUUID(), ...visit, ...row });
  await save({ household: `Bà ${gone.name}`, phone: null });
  await save({ household: 'Nhà ông Quàng Văn Đôi', phone });
  await save({ household: 'Nhà chị Phương', phone });
  await clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval }));
  const rows = await clerk.digital.visits.list();
  const told = rows.map((row) => [row.household, row.address, row.phone, row.note].join(' | ')).toSorted();
  expect(told).toEqual([
    `Bà ${gone.name} | Bản Nậm Khạ |  | Gọi ***`,
    'Nhà ông Quàng Văn Đôi | Bản Nậm Khạ |  | Gọi ***',
    'Đã xóa dữ liệu |  |  | ',
  ]);
});
