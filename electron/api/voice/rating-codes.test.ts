import { expect, test } from 'vitest';
import { ratingStages } from '../../../shared/domain/rating.ts';
import { parseRatingCode } from '../../../shared/domain/rating-code.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';
import { ratingCodeOf } from '../../register/voice/ratings.ts';

function codesOf({ folder }: Desk, caseId: number): (string | null)[] {
  const db = connect(`${folder}/register.db`, 'read');
  try {
    return ratingStages.map((stage) => ratingCodeOf(db, caseId, stage));
  } finally {
    db.close();
  }
}

test('each act that hands out a slip makes its own code, once', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const [first, ...rest] = codesOf(desk, id);
  expect(first === undefined || first === null ? undefined : parseRatingCode(first)).toBe(first);
  expect(rest).toEqual([null, null, null]);
  await desk.clerk.cases.act({
    id,
    version: 1,
    act: { kind: 'handover', toPersonId: desk.officerId, note: '' },
  });
  const asked = await desk.officer.cases.act({
    id,
    version: 2,
    act: { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh', originals: 1 }], reason: 'Thiếu giấy' },
  });
  const after = codesOf(desk, id);
  expect(after[0]).toBe(first);
  expect(after[1]).not.toBeNull();
  expect(after[1]).not.toBe(first);
  expect(after.slice(2)).toEqual([null, null]);
  expect(asked.state.version).toBe(3);
});

test('a dossier that is only filed has no code; refused at once it has one', async () => {
  await using desk = await openDesk();
  const filed = await desk.clerk.cases.register({ ...reception({ name: 'Lò Văn Ánh' }), slips: [] });
  expect(codesOf(desk, filed.id)).toEqual([null, null, null, null]);
  const refused = await desk.clerk.cases.register({
    ...reception({ name: 'Quàng Thị Yêu' }),
    decision: { kind: 'reject', reason: 'Không thuộc thẩm quyền', papersReturned: true },
    slips: [],
  });
  const codes = codesOf(desk, refused.id);
  expect([codes[0], codes[1], codes[3]]).toEqual([null, null, null]);
  expect(codes[2]).toMatch(/^\d{4}-\d{4}-\d$/);
});
