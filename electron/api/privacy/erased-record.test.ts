import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';

/** Cards of digital support whose record went before them, or stays with a case that is held. */

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14' };
const code = '1.004873';
const hoa = { kind: 'citizen', name: 'Lò Thị Hoa', idNumber: '014170003333', phone: '0912000111' } as const;

/** A case that has come to its end, and a card. */
async function openEnded() {
  const desk = await openDesk('2024-04-24T09:15', undefined, false);
  const { clerk, officer, officerId } = desk;
  const { id } = await clerk.cases.receive(reception({ slips: [], applicant: hoa }));
  const citizenId = (await clerk.cases.get({ id })).state.citizenId ?? 0;
  const help = { topic: 'vneid', level: 'guided', note: 'Ghi chú' } as const;
  const { personId } = await clerk.digital.help({ formKey: randomUUID(), whose: { citizenId }, ...help });
  const recipient = { name: hoa.name, idNumber: hoa.idNumber };
  await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId, note: '' } });
  await officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  await clerk.cases.act({ id, version: 3, act: { kind: 'return', recipient, via: 'counter' } });
  desk.setTime('2026-04-24T09:15');
  await clerk.books.close({ year: 2024 });
  return { desk, citizenId, personId };
}

test('a card whose record went by time can be erased by itself, by what was shown', async () => {
  const { desk: opened, personId } = await openEnded();
  await using desk = opened;
  const { clerk } = desk;
  expect((await clerk.digital.card({ personId })).isAlone).toBe(false);
  await clerk.catalogue.save({
    ...{ code, effectiveFrom: '2024-04-24', feeVnd: 10_000 },
    ...{ timeLimit: { kind: 'workingDays', value: 3 }, retention: { months: 1, source: 'Luật' } },
  });
  const codes = [code];
  await clerk.retention.erase({ codes, shown: await clerk.retention.rehearse({ codes }), ...why, approval });
  expect(await clerk.digital.card({ personId })).toMatchObject({ name: hoa.name, isAlone: true });
  const asked = await asShown(clerk, { personId, ...why, approval });
  expect(asked.shown).toMatchObject({ digital: 1, campaignEntries: 0, visits: 0, feedback: 0 });
  const visit = { id: randomUUID(), version: 0, visitedOn: '2026-04-24' };
  await clerk.digital.visits.save({ ...visit, household: `Nhà bà ${hoa.name}`, phone: hoa.phone });
  await expect(clerk.retention.eraseCard(asked)).rejects.toThrow('stale');
  await clerk.retention.eraseCard({ ...asked, shown: { ...asked.shown, visits: 1 } });
  expect(await clerk.digital.card({ personId })).toMatchObject({ name: 'Đã xóa dữ liệu', phone: null });
});

test('while a case is held the rehearsal says what stays with it', async () => {
  const { desk: opened, citizenId } = await openEnded();
  await using desk = opened;
  const { clerk } = desk;
  const stays = async () => (await clerk.retention.rehearsePerson({ citizenId })).stays;
  expect(await stays()).toEqual({ digital: 0, campaignEntries: 0, visits: 0, feedback: 0 });
  await clerk.cases.receive(reception({ slips: [], applicant: hoa }));
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({ cases: 1, digital: 0 });
  expect(await stays()).toEqual({ digital: 1, campaignEntries: 0, visits: 0, feedback: 0 });
});
