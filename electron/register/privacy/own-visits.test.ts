import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../connection.ts';
import { ownRestOf } from './own-rest.ts';
import { personalData } from './personal-data.ts';

/** Whose visit it was: what is handed out as somebody's is what is erased as his. */

const phone = '0912000111';
const hoa = { kind: 'citizen', name: 'Lò Thị Hoa', idNumber: '014170003333', phone, address: '' } as const;

const visit = ({ clerk }: Desk, household: string, by: string | null = null) =>
  clerk.digital.visits.save({
    ...{ id: randomUUID(), version: 0, visitedOn: '2025-04-24', address: 'Bản Nậm Khạ' },
    ...{ household, phone: by, note: `Ở ${household}, gọi 0988777666` },
  });

/** @param named who handed in, beside the applicant. */
async function receive(
  { clerk }: Desk,
  { name, ...applicant }: { name: string; idNumber: string | null; phone: string | null },
  named: { name: string; idNumber?: string; phone?: string; relation?: string } | null = null,
) {
  const form = { kind: 'citizen', name, ...applicant, address: '' } as const;
  const { id } = await clerk.cases.receive(reception({ slips: [], applicant: form, submitter: named }));
  return { id, citizenId: (await clerk.cases.get({ id })).state.citizenId ?? 0 };
}

/** What of the visits is told as his, what may be his, and what is left in each that an erasure of him changes. */
function visitsOf(desk: Desk, citizenId: number) {
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const { digital, elsewhere, unsure } = personalData(db, { citizenId });
  const { things, unsureVisits } = ownRestOf(db, citizenId);
  db.close();
  expect(unsureVisits).toBe(unsure.visits);
  expect(elsewhere.filter(({ subject }) => subject.startsWith('homeVisits:'))).toEqual([]);
  const own = digital.map(({ data }) => data as { household: string; note: string; phone: string });
  return { own, unsure: unsure.visits, erased: things.map(({ row }) => row.household) };
}

test('a visit is told to whoever it would be erased with, and nothing of one that may be another’s', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  for (const house of [
    'Bà Lò Thị Hoàng',
    'Bà Lò Thị Hòa',
    'Nhà chị Hoa',
    'Hộ ông Quàng Văn Đôi, vợ Lò Thị Hoa',
  ])
    await visit(desk, house, phone);
  await visit(desk, 'Hộ bà Lò Thị Hoa');
  await visit(desk, 'Bà Lò Thị Hòa');
  const { own, unsure, erased } = visitsOf(desk, (await receive(desk, hoa)).citizenId);
  expect(own).toMatchObject([
    { household: 'Nhà chị Hoa', phone, address: 'Bản Nậm Khạ', note: 'Ở Nhà chị Hoa, gọi **********' },
    { household: 'Hộ bà Lò Thị Hoa', phone: null, address: 'Bản Nậm Khạ' },
  ]);
  expect(unsure).toBe(3);
  const gone = 'Đã xóa dữ liệu';
  expect(erased).toEqual([
    ...['Bà Lò Thị Hoàng', 'Bà Lò Thị Hòa', gone, 'Hộ ông Quàng Văn Đôi, vợ ***', gone],
  ]);
});

test('a house whose name alone is his is nobody’s where anybody of that name was ever written down', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, officer, officerId } = desk;
  const child = (name: string, idNumber: string) => ({ name, idNumber, phone: null });
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: 'Hỏi' } as const;
  const send = (name: string, by: string) =>
    clerk.feedback.receive({ ...said, formKey: randomUUID(), sender: { name, phone: by } });
  const bring = async (name: string, idNumber: string) => {
    const mother = { name, idNumber, relation: 'mẹ' };
    const { id, citizenId } = await receive(
      desk,
      child('Quàng Văn Con', `01419001${idNumber.slice(-4)}`),
      mother,
    );
    const relatives = await clerk.citizens.household({ id: citizenId });
    for (const { linkId } of relatives)
      await clerk.citizens.setRelative({ id: citizenId, linkId, kin: 'mother' });
    const submitter = { ...mother, name: 'Quàng Thị Dì', idNumber: '014190006666' };
    await clerk.cases.correct({ id, version: 1, changes: { submitter }, reason: 'Ghi nhầm người' });
  };
  const fetch = async (name: string, idNumber: string) => {
    const { id } = await receive(desk, child('Quàng Văn Con', '014190005555'));
    await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId, note: '' } });
    await officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
    const recipient = { name, idNumber };
    await clerk.cases.act({ id, version: 3, act: { kind: 'return', recipient, via: 'counter' } });
  };
  const other = '014170004444';
  const ways: [name: string, asHe: () => Promise<unknown>, asAnother: () => Promise<unknown>][] = [
    [
      'Lò Thị Nộp',
      () =>
        receive(desk, child('Lò Văn Một', '014190000001'), { name: 'Lò Thị Nộp', idNumber: '014170000001' }),
      () => receive(desk, child('Lò Văn Hai', '014190000002'), { name: 'lo thi nop', idNumber: other }),
    ],
    [
      'Lò Thị Đưa',
      () => receive(desk, child('Lò Văn Một', '014190000001'), { name: 'Lò Thị Đưa', phone: '0912000002' }),
      () => receive(desk, child('Lò Văn Hai', '014190000002'), { name: 'Lò Thị Đưa' }),
    ],
    // Who brought it was put right later: the household keeps whom a clerk confirmed.
    ['Lò Thị Thân', () => bring('Lò Thị Thân', '014170000003'), () => bring('Lò Thị Thân', other)],
    ['Lò Thị Nhận', () => fetch('Lò Thị Nhận', '014170000004'), () => fetch('LÒ THỊ NHẬN', other)],
    ['Lò Thị Gửi', () => send('Lò Thị Gửi', '0912000005'), () => send('Lò Thị Gửi', '0988000999')],
  ];
  const seen: [string, number, number][] = [];
  for (const [index, [name, asHe, asAnother]] of ways.entries()) {
    const digit = String(index + 1);
    const he = { name, idNumber: `01417000000${digit}`, phone: `091200000${digit}` };
    await visit(desk, `Bà ${name}`);
    const { citizenId } = await receive(desk, he);
    for (const write of [asHe, asAnother]) {
      await write();
      const { own, unsure, erased } = visitsOf(desk, citizenId);
      expect(own.length).toBe(erased.length);
      seen.push([name, own.length, unsure]);
    }
  }
  expect(seen).toEqual(
    ways.flatMap(([name]) => [
      [name, 1, 0],
      [name, 0, 1],
    ]),
  );
});
