import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { connect } from './connection.ts';
import { checkRegister } from './verify.ts';

type Clerk = Awaited<ReturnType<typeof openDesk>>['clerk'];

async function closeDrawer(clerk: Clerk): Promise<void> {
  const { shift } = await clerk.shifts.current();
  const { id: shiftId = 0, moves = 0, expectedVnd = 0 } = shift ?? {};
  const witnessName = 'Vì Thị Sen';
  await clerk.shifts.close({ shiftId, moves, expectedVnd, witnessName, reason: 'Không đếm' });
}

test('closings, lists, notices, ratings and breaches are held against the journal too', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  const { id: caseId } = await clerk.cases.receive(reception());
  const { state } = await clerk.cases.get({ id: caseId });
  await clerk.batches.handOver({ cases: [{ id: caseId, version: state.version }], toPersonId: 2 });
  await clerk.notices.sent({
    ...{ formKey: randomUUID(), caseId, occasion: 'received', channel: 'phone', text: 'Hồ sơ đã nhận' },
  });
  await clerk.breaches.save({ breach: { foundAt: '2025-04-24T09:10', what: 'Mất máy' }, known: null });
  await clerk.ratings.enterPaper({
    ...{ formKey: randomUUID(), answeredOn: '2025-04-24', mark: 4 },
    about: { kind: 'procedure', procedureCode: '1.004873', stage: 'return' },
  });
  for (const floatVnd of [50_000, 70_000]) await clerk.shifts.open({ floatVnd, reason: 'Nhầm' });
  await closeDrawer(clerk);
  const [{ id = 0, closedAt = '' } = {}] = await clerk.shifts.list();
  const approval = { personId: 3, password: passwordOfTests };
  await clerk.shifts.reopen({ id, closedAt, reason: 'Đếm lại', approval });
  await closeDrawer(clerk);

  const db = connect(join(desk.folder, 'register.db'), 'write');
  const faults = () => checkRegister(db).faults.map(({ part, fault }) => [part, fault.first]);
  expect(faults()).toEqual([]);
  for (const trigger of ['shiftsStay', 'reopenedClosingsStayUpdate']) db.exec(`DROP TRIGGER ${trigger}`);
  const changes: [sql: string, part: string, first: string][] = [
    ["UPDATE shifts SET closing = json_set(closing, '$.countedVnd', 1)", 'shifts', 'ca số 1'],
    ['UPDATE shifts SET floatVnd = 50000', 'shifts', 'ca số 1'],
    ["UPDATE reopenedClosings SET closing = json_set(closing, '$.cashier', '')", 'shifts', 'ca số 1'],
    ["UPDATE batches SET data = json_set(data, '$.caseIds', json('[]'))", 'lists', 'danh sách thứ 1'],
    ['UPDATE batches SET number = 77', 'lists', 'danh sách thứ 1'],
    ["UPDATE batches SET at = '2020-01-01T08:00'", 'lists', 'danh sách thứ 1'],
    ['UPDATE batches SET year = 2020', 'lists', 'danh sách thứ 1'],
    ["UPDATE batches SET data = json_set(data, '$.title', 'Số 7')", 'lists', 'danh sách thứ 1'],
    ["UPDATE notices SET text = 'Chưa nhận'", 'notices', 'tin thứ 1'],
    ['DELETE FROM notices', 'notices', 'tin thứ 1'],
    ["UPDATE ratings SET answeredOn = '2025-04-23'", 'ratings', 'ngày 23/04/2025'],
    ["UPDATE breaches SET content = json_set(content, '$.what', '')", 'breaches', 'vụ thứ 1'],
  ];
  for (const [sql, ...found] of changes) {
    db.exec('SAVEPOINT change');
    db.exec(sql);
    expect(faults(), sql).toEqual([found]);
    db.exec('ROLLBACK TO change');
  }
  db.close();
});
