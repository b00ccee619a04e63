import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatRatingCode } from '../../../shared/domain/rating-code.ts';
import { openDesk, reception } from '../../../tests/desk.ts';
import { answersOf, inRegister, received, screenOf } from '../../../tests/rated.ts';
import { connect, prepared } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';
import { findUncountedRatings, journalRatings, ratingCodeOf } from '../../register/voice/ratings.ts';

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
  expect(answersOf(desk)).toEqual([
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

test('a paper that was answered before its code was issued is refused, and the code stays good', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const paper = { mark: 4, about: { kind: 'code', code } } as const;
  const enter = (answeredOn: string) =>
    desk.clerk.ratings.enterPaper({ ...paper, answeredOn, formKey: randomUUID() });
  await expect(enter('2025-04-23')).rejects.toMatchObject({ message: 'invalidInput' });
  await enter('2025-04-24');
  expect(answersOf(desk)).toMatchObject([{ answeredOn: '2025-04-24', source: 'paper' }]);
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
  expect(answersOf(desk)).toHaveLength(1);
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
  expect(new Set(answersOf(desk).map(({ clerkId }) => clerkId))).toEqual(new Set([person?.id, null]));
});

test('the journal counts answers by day, once the day is over; a paper at once, with its typist', async () => {
  await using desk = await openDesk();
  const journal = () =>
    inRegister(desk, (db) =>
      prepared(
        db,
        "SELECT personId, device, subject, data FROM journal WHERE kind LIKE 'rating.%' ORDER BY seq",
      ).all(),
    );
  const uncounted = () => inRegister(desk, findUncountedRatings);
  for (const name of ['Lò Văn Ánh', 'Quàng Thị Yêu']) {
    const { code } = await received(desk, name);
    await screenOf(desk).answer({ code, mark: 1 });
  }
  // Between entries whose hour is known none of the screen's answers.
  expect(journal()).toEqual([]);
  expect(uncounted()).toEqual([]);
  await desk.clerk.ratings.enterPaper({
    formKey: randomUUID(),
    mark: 3,
    answeredOn: '2025-04-23',
    about: { kind: 'procedure', procedureCode: '1.004873', stage: 'reception' },
  });
  const { person } = await desk.clerk.session.current();
  const paper = {
    personId: person?.id,
    device: 'window',
    subject: 'ratings:2025-04-23',
    data: '{"answers":1,"source":"uncodedPaper"}',
  };
  expect(journal()).toEqual([paper]);
  expect(uncounted()).toEqual([]);

  // The counter was killed in the evening and opens in the morning.
  const past = connect(`${desk.folder}/register.db`, 'write');
  const morning = { today: '2025-04-25', instant: '2025-04-25T00:30:00Z' };
  past.transaction(() => journalRatings(past, { ...morning, today: '2025-04-24' }))();
  expect(journal()).toEqual([paper]);
  past.transaction(() => journalRatings(past, morning))();
  past.transaction(() => journalRatings(past, morning))();
  const counted = { personId: null, device: '', subject: 'ratings:2025-04-24', data: '{"answers":2}' };
  expect(journal()).toEqual([paper, counted]);
  expect(inRegister(desk, findBrokenLink)).toBeNull();
  expect(uncounted()).toEqual([]);
  past.prepare("DELETE FROM ratings WHERE source = 'uncodedPaper'").run();
  expect(uncounted()).toEqual(['2025-04-23']);
  past.close();
});

test('a used code knows its case no more, and is used all the same', async () => {
  await using desk = await openDesk();
  const { id, code } = await received(desk);
  await screenOf(desk).answer({ code, mark: 4 });
  inRegister(desk, (db) => {
    expect(ratingCodeOf(db, id, 'reception')).toBeNull();
    expect(prepared(db, 'SELECT code, caseId, used FROM ratingCodes').all()).toEqual([
      { code, caseId: null, used: 1 },
    ]);
  });
  await expect(screenOf(desk).open({ code })).rejects.toMatchObject({ message: 'ratingCodeUsed' });
});

test('an answer is announced to no window', async () => {
  await using desk = await openDesk();
  const { code } = await received(desk);
  const heard: string[] = [];
  const stop = new AbortController();
  const reply = await desk.counter.fetch(
    new Request('http://counter/api/changes.watch', { signal: stop.signal }),
    { kind: 'loopback', device: 'leader-desk' },
  );
  const listening = (async () => {
    for await (const part of reply.body ?? []) heard.push(new TextDecoder().decode(part));
  })().catch(() => {});
  await expect.poll(() => heard.join()).toContain('connected');
  await screenOf(desk).answer({ code, mark: 1 });
  await received(desk, 'Lò Văn Ánh');
  await expect.poll(() => heard.join()).toContain('cases');
  expect(heard.join()).not.toContain('ratings');
  stop.abort();
  await listening;
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

test('the code that the clerk offers is no guess', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.cases.act({
    id,
    version: 1,
    act: { kind: 'handover', toPersonId: desk.officerId, note: '' },
  });
  await desk.officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  await desk.clerk.cases.act({
    id,
    version: 3,
    act: { kind: 'return', recipient: { name: 'Lường Thị Thu Hằng' }, via: 'counter' },
  });
  const code = inRegister(desk, (db) => ratingCodeOf(db, id, 'return')) ?? '';
  const screen = screenOf(desk);
  for (let serial = 1; serial <= 5; serial++)
    await screen.open({ code: formatRatingCode(String(serial).padStart(8, '0')) }).catch(() => {});
  await expect(screen.open({ code })).rejects.toMatchObject({ message: 'tooManyTries' });
  await desk.clerk.secondScreen.offerRating({ caseId: id });
  await screen.answer({ code, mark: 5 });
});
