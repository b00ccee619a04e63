import { expect, test } from 'vitest';
import { formatRatingCode } from '../../shared/domain/rating-code.ts';
import { type Desk, openDesk, reception } from '../../tests/desk.ts';
import { connect, prepared, type Reader } from '../register/connection.ts';
import { findBrokenLink } from '../register/journal.ts';
import { findUncountedRatings, ratingCodeOf } from '../register/ratings.ts';

function inRegister<T>({ folder }: Desk, read: (db: Reader) => T): T {
  const db = connect(`${folder}/register.db`, 'read');
  try {
    return read(db);
  } finally {
    db.close();
  }
}

async function received(desk: Desk, name?: string): Promise<{ id: number; code: string }> {
  const { id } = await desk.clerk.cases.receive(reception(name === undefined ? {} : { name }));
  const code = inRegister(desk, (db) => ratingCodeOf(db, id, 'reception'));
  if (code === null) throw new Error('a received case has no code');
  return { id, code };
}

const rows = (desk: Desk) =>
  inRegister(desk, (db) => prepared<Record<string, unknown>>(db, 'SELECT * FROM ratings').all());
const screenOf = ({ counter }: Desk) => counter.displayCaller('window').rating;
const aDay = { from: '2025-04-24', to: '2025-04-24' };

test('the screen asks nothing about the person, and one code is one answer', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const screen = screenOf(desk);
  const asked = await screen.open({ code: code.replaceAll('-', '') });
  expect(Object.keys(asked).sort()).toEqual(['procedureName', 'scale', 'set']);
  expect(JSON.stringify(asked)).not.toContain('Lường');
  await screen.answer({ code, mark: 2, reasons: ['Chờ lâu'], comment: 'Đợi hơn một giờ' });
  await expect(screen.answer({ code, mark: 5 })).rejects.toMatchObject({ message: 'ratingCodeUsed' });
  await expect(screen.open({ code })).rejects.toMatchObject({ message: 'ratingCodeUsed' });
  expect(rows(desk)).toEqual([
    {
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
      answeredOn: '2025-04-24',
      stage: 'reception',
      procedureCode: '1.004873',
      procedureShortName: expect.any(String),
      field: 'Hộ tịch',
      point: 'Quầy 1',
      clerkId: null,
      source: 'ownScreen',
      questionSet: 'kiosk',
      scale: 5,
      mark: 2,
      isLow: 1,
      answers: '{"marks":{},"reasons":["Chờ lâu"],"comment":"Đợi hơn một giờ"}',
    },
  ]);
});

test('what was not asked is refused, and the code stays good', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const screen = screenOf(desk);
  const fields = async (answer: object) => {
    const error: unknown = await screen.answer({ code, mark: 4, ...answer }).catch((each: unknown) => each);
    return error;
  };
  expect(await fields({ marks: { access: 5 } })).toMatchObject({
    cause: { data: { fields: { 'marks.access': 'choice' } } },
  });
  expect(await fields({ reasons: ['Cán bộ Lò Thị Mai'] })).toMatchObject({
    cause: { data: { fields: { reasons: 'choice' } } },
  });
  await desk.leader.setup.save({ rating: { scale: 3 } });
  expect(await fields({})).toMatchObject({ cause: { data: { fields: { mark: 'tooBig' } } } });
  await screen.answer({ code, mark: 3 });
  expect(rows(desk)).toHaveLength(1);
});

test('the clerk is kept only where the office says so', async () => {
  await using desk = await openDesk();
  const first = await received(desk);
  await desk.leader.setup.save({ rating: { namesClerk: true } });
  const second = await received(desk, 'Lò Văn Ánh');
  await screenOf(desk).answer({ code: second.code, mark: 5 });
  await desk.leader.setup.save({ rating: { namesClerk: false } });
  await screenOf(desk).answer({ code: first.code, mark: 5 });
  const { person } = await desk.clerk.session.current();
  expect(new Set(rows(desk).map(({ clerkId }) => clerkId))).toEqual(new Set([person?.id, null]));
});

test('the journal counts answers and tells nothing of them', async () => {
  await using desk = await openDesk();
  for (const name of ['Lò Văn Ánh', 'Quàng Thị Yêu']) {
    const { code } = await received(desk, name);
    await screenOf(desk).answer({ code, mark: 1 });
  }
  await desk.clerk.ratings.enterPaper({
    mark: 3,
    answeredOn: '2025-04-23',
    about: { kind: 'procedure', procedureCode: '1.004873' },
  });
  inRegister(desk, (db) => {
    const entries = prepared(
      db,
      `SELECT at, personId, device, subject, data FROM journal WHERE kind = 'rating.answered' ORDER BY seq`,
    ).all();
    const blank = { at: '2025-04-23T17:00:00Z', personId: null, device: '', data: '{}' };
    expect(entries).toEqual([
      { ...blank, subject: 'ratings:2025-04-24' },
      { ...blank, subject: 'ratings:2025-04-24' },
      { ...blank, subject: 'ratings:2025-04-23' },
    ]);
    expect(findBrokenLink(db)).toBeNull();
    expect(findUncountedRatings(db)).toEqual([]);
  });
  const past = connect(`${desk.folder}/register.db`, 'write');
  past.prepare("DELETE FROM ratings WHERE source = 'paper'").run();
  expect(findUncountedRatings(past)).toEqual(['2025-04-23']);
  past.close();
});

test('guessing codes is slowed down; a slip of the finger is not', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const screen = screenOf(desk);
  const wrong = (serial: number) => formatRatingCode(String(serial).padStart(8, '0'));
  const guesses = [1, 2, 3, 4, 5].map(wrong).filter((guess) => guess !== code);
  const slip = `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;
  for (let times = 0; times < 8; times++)
    await expect(screen.open({ code: slip })).rejects.toMatchObject({ message: 'ratingCodeUnknown' });
  for (const guess of guesses)
    await expect(screen.open({ code: guess })).rejects.toMatchObject({ message: 'ratingCodeUnknown' });
  await expect(screen.open({ code })).rejects.toMatchObject({ cause: { data: { seconds: 30 } } });
  // Another desk's screen is not held up.
  await desk.counter.displayCaller('officer-desk').rating.open({ code });
  desk.setTime('2025-04-24T09:16');
  await expect(screen.open({ code: wrong(6) })).rejects.toMatchObject({ message: 'ratingCodeUnknown' });
  await expect(screen.open({ code })).rejects.toMatchObject({ cause: { data: { seconds: 60 } } });
  desk.setTime('2025-04-24T09:17');
  await screen.answer({ code, mark: 5 });
});

test('a minute is stored only when it makes a burst; what comes out of hours, by day', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.leader.setup.save({ rating: { burstAtMinute: 3 } });
  const codes: string[] = [];
  for (const name of ['An', 'Bình', 'Chi', 'Dung', 'Em', 'Giang'])
    codes.push((await received(desk, name)).code);
  const answer = (index: number) => screenOf(desk).answer({ code: codes[index] ?? '', mark: 5 });
  const pulses = () =>
    inRegister(desk, (db) => prepared(db, 'SELECT minute, answers, outOfHours FROM ratingPulses').all());
  await answer(0);
  await answer(1);
  desk.setTime('2025-04-24T09:16');
  await answer(2);
  expect(pulses()).toEqual([]);
  await answer(3);
  await answer(4);
  expect(pulses()).toEqual([{ minute: '2025-04-24T09:16', answers: 3, outOfHours: 0 }]);
  desk.setTime('2025-04-24T12:05');
  await answer(5);
  expect(pulses()).toContainEqual({ minute: '2025-04-24T24:00', answers: 1, outOfHours: 1 });
  expect((await desk.leader.ratings.report(aDay)).warnings).toEqual([
    { kind: 'burst', day: '2025-04-24', answers: 3, oneClerk: false, clerkName: null },
    { kind: 'outOfHours', day: '2025-04-24', answers: 1 },
  ]);
});

test('paper answers are typed in, once a code, and stay marked', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const paper = { mark: 4, answeredOn: '2025-04-24', about: { kind: 'code', code } } as const;
  await desk.officer.ratings.enterPaper(paper);
  await expect(desk.clerk.ratings.enterPaper(paper)).rejects.toMatchObject({ message: 'ratingCodeUsed' });
  await expect(desk.clerk.ratings.enterPaper({ ...paper, answeredOn: '2025-04-25' })).rejects.toMatchObject({
    message: 'invalidInput',
  });
  const { figures, codes } = await desk.leader.ratings.report(aDay);
  expect([figures.ownScreen, figures.paper]).toEqual([0, 1]);
  expect(codes).toEqual({ issued: 1, used: 1 });
});

test('a low mark is on the leader’s board the same day, without name or hour', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  await screenOf(desk).answer({ code, mark: 1, reasons: ['Chờ lâu'], comment: 'Chờ' });
  expect(await desk.leader.ratings.low()).toEqual([
    { procedureShortName: expect.any(String), reasons: ['Chờ lâu'], count: 1 },
  ]);
  expect(Object.keys((await desk.leader.ratings.comments(aDay))[0] ?? {}).sort()).toEqual([
    'answeredOn',
    'comment',
    'mark',
    'procedureShortName',
    'reasons',
    'scale',
    'source',
  ]);
  desk.setTime('2025-04-25T07:30');
  expect(await desk.leader.ratings.low()).toEqual([]);
});
