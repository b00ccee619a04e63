import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../connection.ts';
import { writeBackup } from './backup.ts';
import { lackOf, lossOf } from './backup-lack.ts';
import { listBackups } from './backup-list.ts';

/** What a register holds beyond a copy, counted as somebody looks for it on paper. */

/** Does the work after a copy, and tells what the copy lacks then. */
async function lackAfter({ folder }: Desk, work: () => Promise<void>) {
  const file = join(folder, 'register.db');
  const db = connect(file, 'read');
  writeBackup(db, folder);
  await work();
  const [copy] = listBackups(folder);
  if (copy === undefined) throw new Error('No copy was written');
  const told = { lack: lackOf(db, copy), loss: lossOf(file, copy) };
  db.close();
  return told;
}

test('each fee counts once, with the number of its note, and the shift apart', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const fee = { amountVnd: 10_000, method: 'cash', reason: 'Theo thông báo của phường' } as const;
  const { lack } = await lackAfter(desk, async () => {
    for (let count = 0; count < 3; count += 1) await desk.clerk.cases.receive(reception({ fee }));
  });
  const notes = ['2025-C01-0001', '2025-C01-0002', '2025-C01-0003'];
  expect(lack).toMatchObject({ cases: 3, touched: 0 });
  expect(lack?.others.filter(({ kind }) => kind !== 'citizen')).toEqual([
    { kind: 'payment', count: 3, codes: notes },
    { kind: 'shift', count: 1, codes: [] },
  ]);
});

test('an erasure after the copy is no work that a paper has: it says how many go again', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, officer } = desk;
  const applicant = { kind: 'citizen', name: 'Xa Thị Hoài Phương', idNumber: '014196009999' } as const;
  const received = await clerk.cases.receive(
    reception({ applicant: { ...applicant, phone: null, address: '' } }),
  );
  const { id } = received;
  const handover = { kind: 'handover', toPersonId: desk.officerId, note: '' } as const;
  await clerk.cases.act({ id, version: 1, act: handover });
  await officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const recipient = { name: applicant.name, idNumber: applicant.idNumber, phone: null };
  await clerk.cases.act({ id, version: 3, act: { kind: 'return', recipient, via: 'counter' } });
  const { citizenId } = (await clerk.cases.get({ id })).state;
  const { personId } = await clerk.digital.add({
    met: { name: 'Lò Thị Mỉ', idNumber: null, phone: '0912345999', birthYear: 1961 },
  });
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const approval = { personId: 3, password: passwordOfTests };
  const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14', approval };
  const { lack, loss } = await lackAfter(desk, async () => {
    const person = await personAsShown(clerk, { citizenId: citizenId ?? 0, ...why });
    await clerk.retention.erasePerson(person);
    await clerk.retention.eraseCard(await asShown(clerk, { personId, ...why }));
  });
  expect(lack).toMatchObject({ cases: 0, touched: 0 });
  expect(lack?.others).toEqual([{ kind: 'erasedPerson', count: 2, codes: [] }]);
  expect(loss).toMatchObject({ touchedCodes: [] });
});
