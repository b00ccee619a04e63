import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DigitalPage, HelpRow } from '../../../shared/views-digital.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';
import { findUnfoldedDigital } from '../../register/digital/digital-verify.ts';

const levels = ['forThem', 'guided', 'alone'] as const;
const criteria = ['vneid', 'dvcqg', 'healthBook', 'bank', 'payment', 'sim'] as const;
const numbers = Array.from({ length: 8 }, (_, index) => `0141960021${String(10 + index)}`);
const areas = ['Tiểu khu 1', 'Bản Nà Tòng', ''];
const days = ['2025-03-02', '2025-03-30', '2025-04-01', '2025-04-20'];
const period = { from: '2025-03-15', to: '2025-04-10' };
const periods = [period, { from: '2025-03-01', to: '2025-04-30' }];

const personArb = fc.nat({ max: numbers.length - 1 });
const dayArb = fc.constantFrom(...days);
const actArb = fc.oneof(
  fc.record({
    kind: fc.constant('help' as const),
    who: personArb,
    on: dayArb,
    level: fc.constantFrom(...levels),
    topic: fc.constantFrom(...criteria),
  }),
  fc.record({
    kind: fc.constant('mark' as const),
    who: personArb,
    on: dayArb,
    criterion: fc.constantFrom(...criteria),
  }),
  fc.record({
    kind: fc.constant('unmark' as const),
    who: personArb,
    criterion: fc.constantFrom(...criteria),
  }),
  fc.record({ kind: fc.constant('takeBack' as const), who: personArb }),
  fc.record({ kind: fc.constant('merge' as const), who: personArb, other: personArb }),
);
type Act = typeof actArb extends fc.Arbitrary<infer Each> ? Each : never;

/** Citizens with a case each, so that they can be merged. */
async function citizensOf(desk: Desk): Promise<number[]> {
  const ids: number[] = [];
  for (const [index, idNumber] of numbers.entries()) {
    const name = `Lò Văn ${'ABCDEFGH'[index]}`;
    const { applicant } = reception();
    const { id } = await desk.clerk.cases.receive(reception({ applicant: { ...applicant, name, idNumber } }));
    ids.push((await desk.clerk.cases.get({ id })).state.citizenId ?? 0);
  }
  return ids;
}

async function perform(desk: Desk, citizens: readonly number[], act: Act): Promise<void> {
  const { digital } = desk.clerk;
  const met = {
    name: `Lò Văn ${'ABCDEFGH'[act.who]}`,
    idNumber: numbers[act.who] ?? '',
    area: areas[act.who % areas.length] ?? '',
  };
  const { personId } = await digital.personOf({ idNumber: met.idNumber });
  if (act.kind === 'help')
    await digital.help({
      formKey: randomUUID(),
      whose: { met },
      topic: act.topic,
      level: act.level,
      on: act.on,
    });
  else if (act.kind === 'mark')
    await digital.mark({
      formKey: randomUUID(),
      whose: { met },
      criterion: act.criterion,
      check: 'seen',
      on: act.on,
    });
  else if (act.kind === 'merge') {
    const [survivorId = 0, mergedId = 0] = [citizens[act.who], citizens[act.other]];
    // Refused when they are one already.
    await desk.clerk.citizens.merge({ survivorId, mergedId, take: [] }).catch(() => {});
  } else if (personId !== null && act.kind === 'unmark')
    await digital.unmark({ personId, criterion: act.criterion, reason: 'Nhầm' });
  else if (personId !== null && act.kind === 'takeBack') {
    const [help] = (await digital.card({ personId })).helps;
    if (help) await digital.takeBack({ helpId: help.id, reason: 'Nhầm' });
  }
}

/** Every page of a list, two rows at a time. */
async function all<Row, Id = number>(
  page: (after: { key: string; id: Id } | null) => Promise<DigitalPage<Row, Id>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: { key: string; id: Id } | null = null;
  do {
    const answer: DigitalPage<Row, Id> = await page(after);
    rows.push(...answer.rows);
    after = answer.next;
  } while (after !== null);
  return rows;
}

async function check(desk: Desk, period: (typeof periods)[number]): Promise<void> {
  const { digital } = desk.clerk;
  const figures = await digital.figures(period);
  const known = await all((after) => digital.people({ period, state: 'all', after, limit: 2 }));
  const cards = await Promise.all(known.map(({ id }) => digital.card({ personId: id })));
  expect(figures.known).toBe(cards.length);
  const measures = [figures.complete, ...figures.criteria];
  for (const { measure, people, within } of measures) {
    // By hand, from the cards.
    const reached = cards.flatMap((card) => {
      const wanted = card.criteria.filter(({ id, required }) =>
        measure === 'complete' ? required : id === measure,
      );
      const on = wanted.map(({ mark }) => mark?.on ?? '9999').sort();
      return on.at(-1) ?? '9999';
    });
    expect(people).toBe(reached.filter((on) => on <= period.to).length);
    expect(within).toBe(reached.filter((on) => on <= period.to && on >= period.from).length);
    const counts = { reached: people, within, lacking: figures.known - people } as const;
    for (const state of ['reached', 'within', 'lacking'] as const)
      expect(await all((after) => digital.people({ period, measure, state, after, limit: 2 }))).toHaveLength(
        counts[state],
      );
  }
  for (const { area, complete } of figures.areas)
    expect(
      await all((after) => digital.people({ period, state: 'reached', area, after, limit: 2 })),
    ).toHaveLength(complete.people);
  for (const step of figures.funnel)
    expect(
      await all((after) =>
        digital.people({ period, measure: step.measure, state: 'reached', after, limit: 2 }),
      ),
    ).toHaveLength(step.people);

  const helps = await all<HelpRow, string>((after) => digital.helps({ period, after, limit: 2 }));
  const byHand = cards
    .flatMap((card) => card.helps.map(({ on, level }) => ({ personId: card.personId, on, level })))
    .filter(({ on }) => on >= period.from && on <= period.to);
  expect(helps).toHaveLength(byHand.length);
  expect(figures.helped).toMatchObject({
    helps: byHand.length,
    people: new Set(byHand.map(({ personId }) => personId)).size,
    forThem: byHand.filter(({ level }) => level === 'forThem').length,
  });
  for (const level of levels)
    expect(
      await all<HelpRow, string>((after) => digital.helps({ period, level, after, limit: 2 })),
    ).toHaveLength(figures.helped[level]);
  const helped = await all((after) => digital.helped({ period, after, limit: 2 }));
  expect(helped).toHaveLength(figures.helped.people);
  expect(helped.reduce((sum, row) => sum + row.helps, 0)).toBe(figures.helped.helps);
  expect(figures.ladder.reduce((sum, month) => sum + month.helps, 0)).toBe(figures.helped.helps);
  for (const { month, ...counts } of figures.ladder)
    expect(counts.people).toBe(
      new Set(byHand.filter(({ on }) => on.startsWith(month)).map(({ personId }) => personId)).size,
    );
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(findUnfoldedDigital(db)).toEqual([]);
  db.close();
}

test('whatever is written down, each figure is a recount of the cards and its list has exactly its count', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(actArb, { minLength: 12, maxLength: 30 }), async (acts) => {
      await using desk = await openDesk('2025-04-24T09:15', undefined, false);
      const citizens = await citizensOf(desk);
      for (const act of acts) await perform(desk, citizens, act);
      // Of a period that begins with a month the people are summed up, of any other they are counted.
      for (const period of periods) await check(desk, period);
    }),
    { numRuns: 3 },
  );
}, 60_000);

test('two people who turn out to be one are counted once, and apart again when they are not', async () => {
  await using desk = await openDesk();
  const citizens = await citizensOf(desk);
  const [survivorId = 0, mergedId = 0] = citizens;
  for (const [index, criterion] of (['vneid', 'bank'] as const).entries())
    await perform(desk, citizens, { kind: 'mark', who: index, criterion, on: '2025-04-01' });
  const known = async () => (await desk.clerk.digital.figures(period)).known;
  expect(await known()).toBe(2);
  const { id } = await desk.clerk.citizens.merge({ survivorId, mergedId, take: [] });
  expect(await known()).toBe(1);
  expect(await desk.clerk.digital.personOf({ citizenId: mergedId })).toMatchObject({ reached: 2 });
  await desk.clerk.citizens.unmerge({ id });
  expect(await known()).toBe(2);
});

test('the denominator is the one in force on the last day, of the area, with its source', async () => {
  await using desk = await openDesk();
  const was = await desk.clerk.digital.setup();
  const row = { of: 'over14', area: '', source: 'Công an thị trấn' };
  const denominators = [
    { id: randomUUID(), ...row, on: '2024-01-01', value: 8000 },
    { id: randomUUID(), ...row, on: '2025-04-01', value: 8045 },
    { id: randomUUID(), ...row, on: '2025-01-01', value: 7, area: 'Tiểu khu 1' },
    { id: randomUUID(), ...row, of: 'complete', on: '2025-01-01', value: 1000 },
  ];
  await desk.leader.digital.saveSetup({ was, settings: { ...was, areas: ['Tiểu khu 1'], denominators } });
  const { criteria, complete, areas: byArea, funnel } = await desk.clerk.digital.figures(period);
  const vneid = criteria.find(({ measure }) => measure === 'vneid');
  expect(vneid?.of).toEqual({ value: 8045, on: '2025-04-01', source: 'Công an thị trấn' });
  expect(complete.of?.value).toBe(1000);
  expect(byArea[0]?.criteria[0]?.of?.value).toBe(7);
  expect(funnel.map(({ of }) => of)).toEqual([8045, 0, 0, 0]);
  const earlier = await desk.clerk.digital.figures({ from: '2024-12-01', to: '2024-12-31' });
  expect(earlier.criteria[0]?.of?.value).toBe(8000);
  await expect(desk.leader.digital.saveSetup({ was, settings: was })).rejects.toThrow('stale');
});

test('sums follow when the settings say otherwise what counts, and a change past the door is found', async () => {
  await using desk = await openDesk();
  const citizens = await citizensOf(desk);
  await perform(desk, citizens, { kind: 'mark', who: 0, criterion: 'vneid', on: '2025-04-01' });
  const was = await desk.clerk.digital.setup();
  const settings = {
    ...was,
    criteria: was.criteria.map((one) => ({ ...one, required: one.id === 'vneid' })),
  };
  await desk.leader.digital.saveSetup({ was, settings });
  expect((await desk.clerk.digital.figures(period)).complete.people).toBe(1);
  const db = connect(join(desk.folder, 'register.db'), 'write');
  expect(findUnfoldedDigital(db)).toEqual([]);
  db.exec("UPDATE digitalMarks SET reachedOn = '2025-03-31'");
  expect(findUnfoldedDigital(db)).not.toEqual([]);
  db.close();
});

test('a class has a sheet to sign on', async () => {
  await using desk = await openDesk();
  const row = {
    id: randomUUID(),
    version: 0,
    title: 'Nộp hồ sơ trực tuyến',
    heldOn: '2025-04-26',
    headcount: 30,
  };
  await desk.clerk.digital.classes.save({ ...row, place: 'Nhà văn hóa Tiểu khu 3', teacher: 'Cầm Thị Vân' });
  const { path } = await desk.clerk.digital.classes.signInSheet({ id: row.id });
  const answer = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'window',
  });
  const pdf = Buffer.from(await answer.arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('rows of teams are saved whole, refused when somebody was quicker, and gone when removed', async () => {
  await using desk = await openDesk();
  const { digital } = desk.clerk;
  const team = { id: randomUUID(), version: 0, name: 'Tổ Tiểu khu 1' };
  expect(await digital.teams.save(team)).toEqual({ version: 1 });
  await expect(digital.teams.save(team)).rejects.toThrow('stale');
  const member = { id: randomUUID(), version: 0, teamId: team.id, name: 'Cầm Thị Vân' };
  await digital.members.save(member);
  await expect(digital.members.save({ ...member, id: randomUUID(), teamId: randomUUID() })).rejects.toThrow(
    'notFound',
  );
  const { personId } = await digital.add({ met: { name: 'Lò Văn Chung', birthYear: 1990 } });
  await digital.help({
    formKey: randomUUID(),
    whose: { personId },
    topic: 'bank',
    level: 'guided',
    memberId: member.id,
  });
  const today = { from: '2025-04-24', to: '2025-04-24' };
  const { rows } = await digital.teamFigures(today);
  expect(rows).toEqual([{ teamId: team.id, name: 'Tổ Tiểu khu 1', people: 1, helps: 1 }]);
  expect((await digital.helped({ period: today, teamId: team.id })).rows).toHaveLength(1);
  const visit = {
    id: randomUUID(),
    version: 0,
    household: 'Nhà ông Chung',
    visitedOn: '2025-04-23',
    outOfHours: true,
    nextOn: '2025-05-02',
  };
  await digital.visits.save(visit);
  expect(await digital.visits.list()).toMatchObject([{ outOfHours: true, nextOn: '2025-05-02', version: 1 }]);
  await digital.visits.remove({ id: visit.id, version: 1 });
  expect(await digital.visits.list()).toEqual([]);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(findUnfoldedDigital(db)).toEqual([]);
  db.close();
});
