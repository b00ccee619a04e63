import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';

/** Visits of digital support to houses where others live: nobody else's words go with whoever is erased. */

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14' };
const phone = '0912345999';
const gone = { name: 'Xa Thị Hoài Phương', birthYear: 1961 };
const visit = { version: 0, visitedOn: '2025-04-24', address: 'Số 7' };

const save = ({ clerk }: Desk, household: string, note: string, by: string | null = phone) =>
  clerk.digital.visits.save({ id: randomUUID(), ...visit, household, note, phone: by });

async function left({ clerk }: Desk): Promise<string[]> {
  const rows = await clerk.digital.visits.list();
  return rows
    .map((row) => [row.household, row.address, row.phone ?? '', row.note].join(' | '))
    .toSorted((a, b) => a.localeCompare(b, 'vi'));
}

test('a house that another answers from by the same telephone stays his, without her name', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const applicant = { kind: 'citizen', name: 'Quàng Văn Đôi', idNumber: '014190007777', phone } as const;
  await clerk.cases.receive(reception({ applicant: { ...applicant, address: '' } }));
  const { personId } = await clerk.digital.add({ met: { ...gone, idNumber: null, phone } });
  await save(desk, 'Nhà ông Đôi, phường Tô Hiệu', `ông Đôi đã cài, gọi ${phone}`);
  await save(desk, 'Nhà ông Đôi, chị Phương', 'chị Phương chưa cài');
  await save(desk, 'Nhà chị Phương', '');
  await clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval }));
  expect(await left(desk)).toEqual([
    `Nhà chị *** | Số 7 | ${phone} | `,
    `Nhà ông Đôi, chị *** | Số 7 | ${phone} | chị *** chưa cài`,
    `Nhà ông Đôi, phường Tô Hiệu | Số 7 | ${phone} | ông Đôi đã cài, gọi ${phone}`,
  ]);
});

test('a word with other accents is no name, and a house that names somebody besides loses her words alone', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const { personId } = await clerk.digital.add({ met: { ...gone, idNumber: null, phone } });
  await save(desk, 'Hộ ở phường Tô Hiệu', 'hẹn lại');
  await save(desk, 'Hộ chị Phượng', 'hẹn lại');
  await save(desk, `Nhà ông Đôi, bà ${gone.name}`, 'ông Đôi đã cài', null);
  await save(desk, 'Nhà chị Phương, bản Nậm Khạ', 'hẹn lại');
  await clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval }));
  expect(await left(desk)).toEqual([
    'Đã xóa dữ liệu |  |  | ',
    'Hộ chị Phượng | Số 7 |  | hẹn lại',
    'Hộ ở phường Tô Hiệu | Số 7 |  | hẹn lại',
    'Nhà ông Đôi, bà *** | Số 7 |  | ông Đôi đã cài',
  ]);
});
