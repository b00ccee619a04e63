import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { answersOf, inRegister, received, screenOf } from '../../../tests/rated.ts';
import { signInAt } from '../../../tests/sign-in.ts';
import { prepared } from '../../register/connection.ts';
import { ratingCodeOf } from '../../register/voice/ratings.ts';

const aDay = { from: '2025-04-24', to: '2025-04-24' };

test('a minute is stored only when it makes a burst; what comes out of hours, by day', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.leader.setup.save({ rating: { burstAtMinute: 3 } });
  const codes: string[] = [];
  for (const name of ['An', 'Bình', 'Chi', 'Dung', 'Em', 'Giang'])
    codes.push((await received(desk, name)).code);
  const answer = (index: number) => screenOf(desk).answer({ code: codes[index] ?? '', mark: 5 });
  const pulses = () =>
    inRegister(desk, (db) =>
      prepared(db, 'SELECT minute, clerkId, answers, outOfHours FROM ratingPulses').all(),
    );
  await answer(0);
  await answer(1);
  desk.setTime('2025-04-24T09:16');
  await answer(2);
  expect(pulses()).toEqual([]);
  await answer(3);
  await answer(4);
  expect(pulses()).toEqual([{ minute: '2025-04-24T09:16', clerkId: 0, answers: 3, outOfHours: 0 }]);
  desk.setTime('2025-04-24T12:05');
  await answer(5);
  expect(pulses()).toContainEqual({ minute: '2025-04-24T24:00', clerkId: 0, answers: 1, outOfHours: 1 });
  expect((await desk.leader.ratings.report(aDay)).warnings).toEqual([
    { kind: 'burst', day: '2025-04-24', answers: 3, ofOne: 0, clerkName: null },
    { kind: 'outOfHours', day: '2025-04-24', answers: 1 },
  ]);
});

test('a burst names the clerk of many answers alone, and counts none that was refused', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.leader.setup.save({ rating: { burstAtMinute: 3, namesClerk: true } });
  const { people } = await desk.clerk.people.add({ name: 'Cán bộ quầy hai', roles: ['clerk'] });
  const other = desk.counter.caller({ kind: 'loopback', device: 'second' });
  await signInAt(desk.clerk, other, people.at(-1)?.id ?? 0);
  const codes: string[] = [];
  for (const name of ['An', 'Bình', 'Chi']) codes.push((await received(desk, name)).code);
  const { id } = await other.cases.receive(reception({ name: 'Dung' }));
  codes.push(inRegister(desk, (db) => ratingCodeOf(db, id, 'reception')) ?? '');
  const screen = screenOf(desk);
  await expect(screen.answer({ code: codes[0] ?? '', mark: 5, reasons: ['Khác hẳn'] })).rejects.toThrow();
  for (const code of codes.toReversed()) await screen.answer({ code, mark: 5 });
  const { person } = await desk.clerk.session.current();
  const stored = inRegister(desk, (db) => prepared(db, 'SELECT clerkId, answers FROM ratingPulses').all());
  expect(stored).toEqual([
    { clerkId: 0, answers: 4 },
    { clerkId: person?.id, answers: 3 },
  ]);
});

test('paper answers are typed in, once a code and once a form, and stay marked', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const paper = { mark: 4, answeredOn: '2025-04-24', about: { kind: 'code', code } } as const;
  const formKey = randomUUID();
  await desk.officer.ratings.enterPaper({ ...paper, formKey });
  await desk.officer.ratings.enterPaper({ ...paper, formKey });
  const again = (more: object = {}) =>
    desk.clerk.ratings.enterPaper({ ...paper, formKey: randomUUID(), ...more });
  await expect(again()).rejects.toMatchObject({ message: 'ratingCodeUsed' });
  await expect(again({ answeredOn: '2025-04-25' })).rejects.toMatchObject({ message: 'invalidInput' });
  const about = { kind: 'procedure', procedureCode: '1.004873', stage: 'supplement' } as const;
  await again({ about });
  const { figures, codes, warnings } = await desk.leader.ratings.report(aDay);
  expect([figures.ownScreen.n, figures.paper.n, figures.uncoded]).toEqual([0, 2, 1]);
  expect(codes).toEqual({ issued: 1, used: 1 });
  expect(warnings).toEqual([{ kind: 'uncodedPaper', answers: 1, of: 2 }]);
  expect(
    answersOf(desk)
      .map(({ source, stage }) => `${source} ${stage}`)
      .sort(),
  ).toEqual(['paper reception', 'uncodedPaper supplement']);
});

test('a day and a running month are not split; the month that is over is', async () => {
  await using desk = await openDesk();
  for (const name of ['An', 'Bình', 'Chi', 'Dung', 'Em']) {
    const { code } = await received(desk, name);
    await screenOf(desk).answer({ code, mark: 5, ...(name === 'An' && { comment: 'Nhanh' }) });
  }
  const april = { from: '2025-04-01', to: '2025-04-30' };
  expect((await desk.leader.ratings.report(aDay)).figures.splits).toBeNull();
  expect((await desk.leader.ratings.report(april)).figures.splits).toBeNull();
  // A day asks for its month: what was written is told by no narrower span.
  const elsewhere = { from: '2025-04-02', to: '2025-04-02' };
  expect(await desk.leader.ratings.comments(elsewhere)).toMatchObject([
    { month: '2025-04', procedureShortName: null, comment: 'Nhanh' },
  ]);
  desk.setTime('2025-05-02T08:00');
  const { splits } = (await desk.leader.ratings.report(april)).figures;
  expect(splits?.byProcedure.shown).toMatchObject([{ key: '1.004873', n: 5 }]);
  expect(await desk.leader.ratings.comments(aDay)).toMatchObject([
    { procedureShortName: splits?.byProcedure.shown[0]?.name },
  ]);
});

test('a low mark is on the leader’s board the same day; what it was about only among five cases', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  await screenOf(desk).answer({ code, mark: 1, reasons: ['Chờ lâu'], comment: 'Chờ' });
  expect(await desk.leader.ratings.low()).toEqual([{ name: null, reasons: [], count: 1 }]);
  for (const name of ['An', 'Bình', 'Chi', 'Dung']) await received(desk, name);
  expect(await desk.leader.ratings.low()).toEqual([
    { name: expect.any(String), reasons: ['Chờ lâu'], count: 1 },
  ]);
  expect(Object.keys((await desk.leader.ratings.comments(aDay))[0] ?? {}).sort()).toEqual([
    'comment',
    'mark',
    'month',
    'procedureShortName',
    'reasons',
    'scale',
    'source',
  ]);
  desk.setTime('2025-04-25T07:30');
  expect(await desk.leader.ratings.low()).toEqual([]);
});
