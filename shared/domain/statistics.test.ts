import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedCase, isInSet } from './case-membership.ts';
import { cellTest, lateOnOf, measuresOf, tallyMeasureNames, tallyOf } from './case-tally.ts';
import { dayPlus } from './epoch-day.ts';
import { monthsOf } from './period-parts.ts';
import { type CaseSetName, type CountedPeriod, caseSetNames, caseSets, type Period } from './statistics.ts';
import { timelinessOfEnded } from './timeliness.ts';

const april: Period = { from: '2025-04-01', to: '2025-04-30' };
const later = '2026-01-01T08:00';

const one = (over: Partial<CountedCase> = {}): CountedCase => ({
  acceptedAt: '2025-04-10T09:00',
  dueAt: '2025-04-15T09:00',
  measuredDueAt: '2025-04-15T09:00',
  endedAt: '2025-04-14T16:00',
  timeliness: 'early',
  limitKind: 'workingDays',
  status: 'returned',
  channel: 'direct',
  digitised: false,
  digitalResult: false,
  fullOnline: false,
  ...over,
});
const setsOf = (over: Partial<CountedCase>, now = later) =>
  caseSetNames.filter((name) => isInSet(caseSets[name], one(over), april, now));
const open = { endedAt: null, timeliness: null, status: 'processing' } as const;

test.each<[string, Partial<CountedCase>, CaseSetName[], CaseSetName[]]>([
  ['at the first minute of the period', { acceptedAt: '2025-04-01T00:00' }, ['received'], ['carriedOver']],
  ['at its last', { acceptedAt: '2025-04-30T23:59', ...open }, ['received', 'open'], ['carriedOver']],
  ['a minute before it', { acceptedAt: '2025-03-31T23:59' }, ['carriedOver', 'settled'], ['received']],
  [
    'ended a minute after it',
    { endedAt: '2025-05-01T00:00', timeliness: 'late' },
    ['received', 'open', 'openLate'],
    ['settled', 'receivedSettled'],
  ],
  ['never accepted', { acceptedAt: null, status: 'rejected', timeliness: 'noDeadline' }, [], ['settled']],
  [
    'extended, ended within the new date: it stood late by the first one, before and since',
    { dueAt: '2025-05-09T09:00', endedAt: '2025-05-05T09:00', timeliness: 'late' },
    ['open', 'openLate'],
    ['openInTime'],
  ],
  [
    'withdrawn before its date',
    { status: 'withdrawn' },
    ['settledOnTime', 'settledInTime', 'withdrawn'],
    ['settledEarly', 'withResult', 'stopped'],
  ],
  [
    'without a date',
    { dueAt: null, measuredDueAt: null, limitKind: 'none', timeliness: 'noDeadline' },
    ['settledNoDeadline', 'handledNoDeadline'],
    ['settledEarly', 'settledWithDeadline', 'handledWithDeadline'],
  ],
  [
    'waiting for papers past its date',
    { ...open, measuredDueAt: null, status: 'awaitingSupplement' },
    ['openInTime', 'openAwaiting', 'openWithDeadline'],
    ['openLate', 'openNoDeadline', 'openDueSoon'],
  ],
  [
    'due on the last day',
    { ...open, dueAt: '2025-04-30T08:00', measuredDueAt: '2025-04-30T08:00' },
    ['openInTime', 'openDueToday', 'openDueSoon'],
    ['openLate'],
  ],
  [
    'its hour gone by on the last day',
    { ...open, limitKind: 'hours', dueAt: '2025-04-30T08:00', measuredDueAt: '2025-04-30T08:00' },
    ['openLate'],
    ['openInTime', 'openDueToday'],
  ],
  [
    'ended on its day',
    { endedAt: '2025-04-10T10:00', digitalResult: true, digitised: true, fullOnline: true },
    ['settledSameDay', 'withDigitalResult', 'receivedDigitised', 'receivedFullOnline'],
    [],
  ],
  [
    'withdrawn later, while it waited for papers',
    { measuredDueAt: null, endedAt: '2025-05-10T10:00', status: 'withdrawn', timeliness: 'onTime' },
    ['open', 'openWithDeadline', 'openInTime', 'handledWithDeadline'],
    ['openLate', 'openNoDeadline', 'openDueSoon'],
  ],
  [
    'of which nobody said what was made digital',
    { digitised: null, digitalResult: null, fullOnline: null },
    ['receivedDigitisedUnknown', 'withDigitalResultUnknown', 'receivedFullOnlineUnknown'],
    ['receivedDigitisedKnown', 'withDigitalResultKnown', 'receivedFullOnlineKnown', 'receivedDigitised'],
  ],
  ['stopped on its day', { endedAt: '2025-04-10T10:00', status: 'stopped' }, ['stopped'], ['settledSameDay']],
])('a case %s is where it belongs', (_, over, within, without) => {
  const found = setsOf(over);
  expect(found).toEqual(expect.arrayContaining(within));
  for (const name of without) expect(found).not.toContain(name);
});

test('what became of those received in a month is asked at the end of the period that is shown', () => {
  const may = one({ endedAt: '2025-05-10T09:00', timeliness: 'late' });
  const isIn = (name: CaseSetName, until?: string) =>
    isInSet(caseSets[name], may, { ...april, ...(until && { until }) }, later);
  expect([isIn('receivedLate'), isIn('receivedUnsettled')]).toEqual([false, true]);
  expect([isIn('receivedLate', '2025-12-31'), isIn('receivedUnsettled', '2025-12-31')]).toEqual([
    true,
    false,
  ]);
});

test('while the period runs, a case stands as it does now; one that ended later, by a clock put right, too', () => {
  const ahead = { endedAt: '2025-05-05T10:00', timeliness: 'late' } as const;
  expect(setsOf(ahead, '2025-04-28T09:15')).toEqual(expect.arrayContaining(['open', 'openLate', 'handled']));
  expect(setsOf(ahead, '2025-04-14T09:15')).toEqual(expect.arrayContaining(['open', 'openInTime']));
  const due = { ...open, dueAt: '2025-04-20T09:00', measuredDueAt: '2025-04-20T09:00' };
  expect(setsOf(due, '2025-04-20T16:00')).toContain('openInTime');
  expect(setsOf(due, '2025-04-21T07:00')).toContain('openLate');
  expect(setsOf({ ...due, limitKind: 'hours' }, '2025-04-20T16:00')).toContain('openLate');
});

const dayArbitrary = fc.integer({ min: 0, max: 100 }).map((days) => dayPlus('2025-02-10', days));
const timeArbitrary = fc
  .tuple(dayArbitrary, fc.constantFrom('00:00', '08:15', '16:59', '23:59'))
  .map(([day, hour]) => `${day}T${hour}`);

const factArbitrary = fc.constantFrom(true, false, null);

/** Whatever a fold may say of a case. */
const caseArbitrary: fc.Arbitrary<CountedCase> = fc
  .record({
    accepted: fc.option(timeArbitrary, { freq: 9 }),
    due: fc.option(timeArbitrary, { freq: 4 }),
    extension: fc.integer({ min: 0, max: 30 }),
    ended: fc.option(timeArbitrary, { freq: 2 }),
    waits: fc.boolean(),
    kind: fc.constantFrom('hours' as const, 'workingDays' as const),
    ending: fc.constantFrom(
      'resolved' as const,
      'returned' as const,
      'withdrawn' as const,
      'stopped' as const,
    ),
    channel: fc.constantFrom('direct' as const, 'online' as const, 'postal' as const),
    flags: fc.tuple(factArbitrary, factArbitrary, factArbitrary),
  })
  .map(({ accepted, due, extension, ended, waits, kind, ending, channel, flags }) => {
    const endedAt = accepted === null || ended === null || ended < accepted ? null : ended;
    // Extended, it is measured by its first date still.
    const lastDue = due && `${dayPlus(due.slice(0, 10), extension)}${due.slice(10)}`;
    const [digitised, digitalResult, fullOnline] = flags;
    const stands = waits && due !== null;
    const timeliness = endedAt === null ? null : stands ? 'onTime' : timelinessOfEnded(due, endedAt, kind);
    return {
      acceptedAt: accepted,
      dueAt: lastDue,
      measuredDueAt: stands ? null : due,
      endedAt,
      timeliness,
      limitKind: due === null ? 'none' : kind,
      status:
        endedAt === null ? (waits ? 'awaitingSupplement' : 'processing') : stands ? 'withdrawn' : ending,
      channel,
      digitised,
      digitalResult,
      fullOnline,
    };
  });
const periodArbitrary = fc
  .tuple(dayArbitrary, fc.integer({ min: 0, max: 60 }))
  .map(([from, days]): Period => ({ from, to: dayPlus(from, days) }));

test('whatever the cases, the figures add up (rules §11)', () => {
  fc.assert(
    fc.property(
      fc.array(caseArbitrary, { maxLength: 30 }),
      periodArbitrary,
      fc.integer({ min: 0, max: 40 }),
      fc.oneof(fc.constant(later), timeArbitrary),
      (cases, period, days, now) => {
        const counted = (within: CountedPeriod) => (name: CaseSetName) =>
          cases.filter((item) => isInSet(caseSets[name], item, within, now)).length;
        const n = counted(period);
        expect(n('received')).toBe(n('receivedDirect') + n('receivedOnline') + n('receivedPostal'));
        expect(n('settled')).toBe(
          n('settledEarly') + n('settledOnTime') + n('settledLate') + n('settledNoDeadline'),
        );
        expect(n('settled')).toBe(n('withResult') + n('withdrawn') + n('stopped'));
        expect(n('open')).toBe(n('openInTime') + n('openLate') + n('openNoDeadline'));
        expect(n('received') + n('carriedOver')).toBe(n('settled') + n('open'));
        expect(n('openWithDeadline')).toBe(n('openInTime') + n('openLate'));
        expect(n('handledWithDeadline')).toBe(n('settledWithDeadline') + n('openWithDeadline'));
        expect(n('received')).toBe(n('receivedSettled') + n('receivedUnsettled'));
        expect(n('withResult')).toBe(n('withDigitalResultKnown') + n('withDigitalResultUnknown'));
        for (const set of ['receivedEarly', 'receivedOnTime', 'receivedLate', 'receivedUnsettled'] as const) {
          const ofMonths = monthsOf(period).map((month) => counted({ ...month, until: period.to })(set));
          expect(ofMonths.reduce((sum, month) => sum + month, 0)).toBe(n(set));
        }
        const from = dayPlus(period.to, 1);
        expect(counted({ from, to: dayPlus(from, days) })('carriedOver')).toBe(n('open'));
      },
    ),
    { numRuns: 300 },
  );
});

const flagOf = (fact: boolean | null) => (fact === null ? null : Number(fact));

test('a month of a case is enough to know its set over whole months', () => {
  const months = fc
    .tuple(
      fc.constantFrom('2025-02-01', '2025-03-01', '2025-04-01'),
      fc.constantFrom('2025-03-31', '2025-05-31'),
    )
    .filter(([from, to]) => from < to);
  fc.assert(
    fc.property(caseArbitrary, months, fc.boolean(), (item, [from, to], isLonger) => {
      const period = { from, to, ...(isLonger && { until: '2025-06-30' }) };
      const tally = tallyOf({
        ...item,
        digitised: flagOf(item.digitised),
        digitalResult: flagOf(item.digitalResult),
        fullOnline: flagOf(item.fullOnline),
        lateOn: lateOnOf(item),
        procedureCode: '1',
        field: 'Hộ tịch',
        point: '',
        holderId: 1,
      });
      for (const name of caseSetNames) {
        const set = caseSets[name];
        const measures = measuresOf(set);
        if (measures === undefined) continue;
        const sum = measures.reduce(
          (all, name) => all + (tally?.counts[tallyMeasureNames.indexOf(name)] ?? 0),
          0,
        );
        const says = tally !== null && cellTest(set, period)(tally.key) && sum === 1;
        expect([name, says]).toEqual([name, isInSet(set, item, period, later)]);
      }
    }),
    { numRuns: 1000 },
  );
});
