import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignId, fileOf, openHost, teams } from '../../../tests/campaign.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { personalData } from '../../register/privacy/personal-data.ts';

/** What only a name or the telephone of a house points to: it is neither handed out nor erased, and both say that it stays. */

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14' };
const hoa = {
  kind: 'citizen',
  name: 'Lò Thị Hoa',
  idNumber: '014170003333',
  phone: '0912000111',
  birthOn: '1970-02-02',
} as const;
const another = { ...hoa, idNumber: '014170004444', phone: null };
const secret = 'Ở bản bên, chưa biết chữ';

async function receive(desk: Desk, applicant: Parameters<Desk['clerk']['cases']['receive']>[0]['applicant']) {
  const { id } = await desk.clerk.cases.receive(reception({ slips: [], applicant }));
  return { id, citizenId: (await desk.clerk.cases.get({ id })).state.citizenId ?? 0 };
}

async function meet({ clerk }: Desk, met: { name: string; phone?: string; birthYear?: number }) {
  const { name, phone = null, birthYear = null } = met;
  const whose = { met: { name, phone, birthYear, idNumber: null } };
  const help = { topic: 'vneid', level: 'guided', note: secret } as const;
  return (await clerk.digital.help({ formKey: randomUUID(), whose, ...help })).personId;
}

/** Ends the case and the year, so that nothing holds him. */
async function end(desk: Desk, id: number): Promise<void> {
  await giveBack(desk, id, { name: 'Người nhận', idNumber: '014190003333' });
  desk.setTime('2026-01-05T09:00');
  await desk.clerk.books.close({ year: 2025 });
}

async function giveBack(desk: Desk, id: number, recipient: { name: string; idNumber: string }) {
  const { clerk, officer, officerId } = desk;
  await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId, note: '' } });
  await officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  await clerk.cases.act({ id, version: 3, act: { kind: 'return', recipient, via: 'counter' } });
}

function exportOf(desk: Desk, citizenId: number) {
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const data = personalData(db, { citizenId });
  db.close();
  return data;
}

test.each([
  [
    'another whom digital support alone knows',
    (desk: Desk) => desk.clerk.digital.add({ met: { ...another, birthYear: 1970 } }),
  ],
  ['another there of unknown year', (desk: Desk) => desk.clerk.digital.add({ met: another })],
  ['another of the directory', (desk: Desk) => receive(desk, another)],
  [
    'another of the directory, whose day of birth nobody wrote',
    (desk: Desk) => receive(desk, { ...another, birthOn: null }),
  ],
])('a card by name and year is nobody’s beside %s', async (_, write) => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const personId = await meet(desk, { name: hoa.name, birthYear: 1970 });
  await write(desk);
  const { id, citizenId } = await receive(desk, hoa);
  await end(desk, id);
  const data = exportOf(desk, citizenId);
  expect(JSON.stringify(data)).not.toContain(secret);
  expect(data).toMatchObject({ digital: [], unsure: { cards: 1, feedback: 0, visits: 0 } });
  const rehearsal = await desk.clerk.retention.rehearsePerson({ citizenId });
  expect(rehearsal).toMatchObject({
    ...{ digital: 0, unsureFeedback: 0 },
    unsure: [{ personId, name: hoa.name, birthYear: 1970, area: '' }],
  });
  await desk.clerk.retention.erasePerson(await personAsShown(desk.clerk, { citizenId, ...why, approval }));
  expect(await desk.clerk.digital.card({ personId })).toMatchObject({ name: hoa.name, birthYear: 1970 });
});

test('a card by name and year is his where nobody else goes by it, and one with his telephone and name', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  await meet(desk, { name: hoa.name, birthYear: 1970 });
  await meet(desk, { name: 'lo thi hoa', phone: hoa.phone });
  await desk.clerk.digital.add({ met: { ...another, birthYear: 1999 } });
  const { citizenId } = await receive(desk, hoa);
  const notes = JSON.stringify(exportOf(desk, citizenId).digital).split(secret).length - 1;
  expect(notes).toBe(2);
  expect(exportOf(desk, citizenId).unsure).toEqual({ cards: 0, feedback: 0, visits: 0 });
  // Another of the name who only ever fetched a result for somebody.
  const { id } = await receive(desk, { ...another, name: 'Quàng Văn Con' });
  await giveBack(desk, id, { name: 'lò thị hoa', idNumber: '014170005555' });
  expect(exportOf(desk, citizenId).unsure).toEqual({ cards: 1, feedback: 0, visits: 0 });
});

test('the telephone of a house makes nothing anybody’s: neither phản ánh nor visits', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const { phone } = hoa;
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: secret } as const;
  const ofOther = { ...said, sender: { name: 'Quàng Văn Đôi', phone } };
  const ofNobody = { ...said, sender: { name: '', phone } };
  for (const one of [ofOther, ofNobody]) {
    const { id } = await clerk.feedback.receive({ formKey: randomUUID(), ...one });
    await clerk.feedback.act({ id, version: 1, act: { kind: 'withdraw', reason: 'Rút' } });
  }
  const visit = { id: randomUUID(), version: 0, visitedOn: '2025-04-24', note: secret };
  await clerk.digital.visits.save({ ...visit, household: 'Nhà ông Quàng Văn Đôi', phone });
  const { id, citizenId } = await receive(desk, hoa);
  await end(desk, id);
  const data = exportOf(desk, citizenId);
  expect(JSON.stringify(data)).not.toContain(secret);
  expect(data.unsure).toEqual({ cards: 0, feedback: 1, visits: 1 });
  const rehearsal = await clerk.retention.rehearsePerson({ citizenId });
  expect(rehearsal).toMatchObject({ feedback: 0, unsureFeedback: 1, unsureVisits: 1, unsure: [] });
  await clerk.retention.erasePerson(await personAsShown(clerk, { citizenId, ...why, approval }));
  for (const one of [1, 2]) expect(await clerk.feedback.get({ id: one })).toMatchObject({ content: secret });
});

test('a card without a name, as a campaign makes it, is nobody’s by the telephone of a house', async () => {
  const { host: home, kit } = await openHost({ namesInFiles: false });
  await using host = home;
  await using laptop = await openDesk('2024-08-27T08:00', undefined, false);
  await laptop.clerk.digital.campaign.openKit(kit);
  const met = { name: 'Quàng Văn Đôi', phone: hoa.phone, birthYear: 1968, area: secret };
  const entry = { campaignId, topic: 'vneid', level: 'guided' as const, teamId: teams[0]?.id ?? '', met };
  await laptop.clerk.digital.campaign.log({ id: randomUUID(), ...entry });
  await host.clerk.digital.campaign.merge({ text: await fileOf(laptop) });
  const { citizenId } = await receive(host, hoa);
  const data = exportOf(host, citizenId);
  expect(JSON.stringify(data)).not.toContain(secret);
  expect(data.unsure.cards).toBe(1);
  expect(await host.clerk.retention.rehearsePerson({ citizenId })).toMatchObject({
    ...{ digital: 0, unsure: [{ name: '', area: secret }] },
  });
});

test('sisters whose names differ by a tone alone, at one telephone, are two', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const personId = await meet(desk, { name: 'Lò Thị Hòa', phone: hoa.phone });
  const { citizenId } = await receive(desk, hoa);
  const { digital, unsure } = exportOf(desk, citizenId);
  expect([digital, unsure.cards]).toEqual([[], 1]);
  expect((await desk.clerk.retention.rehearsePerson({ citizenId })).unsure).toMatchObject([{ personId }]);
});
