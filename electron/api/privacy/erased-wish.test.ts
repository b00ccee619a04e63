import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { checkRegister } from '../../register/verify.ts';

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo yêu cầu', ground: 'Luật 91/2025/QH15 Đ14' };
const gone = { name: 'Xa Thị Hoài Phương', idNumber: '014196009999', phone: '0912345999' };

/** A case of hers that was refused at the counter: it ended at once. */
async function refuse({ clerk }: Desk): Promise<{ id: number; caseCode: string; citizenId: number }> {
  const { slips: _, ...form } = reception({ applicant: { kind: 'citizen', ...gone } });
  const decision = { kind: 'reject', reason: 'Không thuộc thẩm quyền', ground: 'Luật' } as const;
  const { id, caseCode } = await clerk.cases.register({ ...form, decision, slips: [] });
  return { id, caseCode, citizenId: (await clerk.cases.get({ id })).state.citizenId ?? 0 };
}

const wishOf = ({ clerk }: Desk, citizenId: number, words = 'Xin xóa') =>
  clerk.subjects.receive({
    ...{ formKey: randomUUID(), citizenId, wish: 'delete', asker: { capacity: 'self' }, words },
  });

test('an erasure that may take nothing is refused with what holds it, and done once alone', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const { citizenId, caseCode } = await refuse(desk);
  const { id: requestId } = await wishOf(desk, citizenId);
  const erase = async () =>
    clerk.retention.erasePerson(await personAsShown(clerk, { citizenId, requestId, ...why, approval }));
  // The year of the register book is open.
  await expect(erase()).rejects.toMatchObject({
    message: 'actNotAllowed',
    cause: { data: { erasure: 'nothing', held: [caseCode] } },
  });
  expect(await clerk.subjects.get({ id: requestId })).toMatchObject({ erased: null });
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  expect(await erase()).toEqual({ cases: 1, citizens: 1 });
  await expect(erase()).rejects.toThrow('actNotAllowed');
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({ cases: 0, citizens: 0 });
  expect(await clerk.subjects.get({ id: requestId })).toMatchObject({ erased: { cases: 1, citizens: 1 } });
});

test('her name and numbers go from what she wrote to the office, but not while it waits for an answer', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, folder } = desk;
  const { citizenId } = await refuse(desk);
  const said = 'xa thi hoai phuong (014 196 009 999, 0912.345.999) xin xóa';
  const wish = await wishOf(desk, citizenId, said);
  const note = `Gọi ${gone.phone} gặp ${gone.name}`;
  await clerk.subjects.act({ id: wish.id, version: 1, act: { kind: 'acknowledge', note } });
  const complain = (content: string, name: string) =>
    clerk.feedback.receive({
      ...{ formKey: randomUUID(), nature: 'proposal', channel: 'phone', topic: 'fee', content },
      sender: { name, phone: gone.phone },
    });
  const ended = await complain('Bức xúc vì con là Quàng Bí Mật phải chờ', gone.name);
  await clerk.feedback.act({ id: ended.id, version: 1, act: { kind: 'withdraw', reason: 'Chị Bí Mật rút' } });
  const ofHusband = await complain('Chồng gọi', 'Quàng Văn Chồng');
  await clerk.feedback.act({ id: ofHusband.id, version: 1, act: { kind: 'withdraw', reason: 'Rút' } });
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({
    feedback: 1,
    openFeedback: [],
  });
  const open = await complain('Đang chờ trả lời', gone.name);
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({
    ...{ cases: 1, citizens: 0, openFeedback: ['PA-2026-0001'] },
  });
  const asked = { citizenId, requestId: wish.id, ...why, approval };
  const erase = async () => clerk.retention.erasePerson(await personAsShown(clerk, asked));
  await expect(erase()).rejects.toMatchObject({
    cause: { data: { erasure: 'feedbackOpen', feedback: ['PA-2026-0001'] } },
  });
  await clerk.feedback.act({ id: open.id, version: 1, act: { kind: 'withdraw', reason: 'Rút' } });
  expect(await erase()).toEqual({ cases: 1, citizens: 1 });
  expect(await clerk.subjects.get({ id: wish.id })).toMatchObject({
    words: '*** (***, ***) xin xóa',
    timeline: [{ words: '*** (***, ***) xin xóa' }, { words: 'Gọi *** gặp ***' }],
  });
  expect(JSON.stringify(await clerk.feedback.get({ id: ended.id }))).not.toMatch(
    /Hoài Phương|Bí Mật|0912345999/,
  );
  expect(JSON.stringify(await clerk.feedback.get({ id: ofHusband.id }))).toContain('Chồng gọi');
  expect(JSON.stringify(await clerk.feedback.get({ id: open.id }))).not.toContain(gone.name);
  const db = connect(join(folder, 'register.db'), 'read');
  expect(checkRegister(db).faults).toEqual([]);
  db.close();
});
