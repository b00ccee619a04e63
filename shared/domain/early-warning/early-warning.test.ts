import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EarlyWarning, estimate, learn } from './early-warning.ts';
import { curveOf, isOpenOn, type LivedCase, readCurves, usualDays } from './finishing-curve.ts';
import { countAhead, readStandings } from './holder-pace.ts';
import { pastWarnings, type RememberedCase } from './past-warnings.ts';

const lived = (receivedOn: number, days: number | null, other: Partial<LivedCase> = {}): LivedCase => ({
  procedureCode: 'HT-1',
  field: 'Hộ tịch',
  holderId: 1,
  receivedOn,
  dueOn: receivedOn + 5,
  endedOn: days === null ? null : receivedOn + days,
  ...other,
});

/** One a day from the first, each taking the next of these numbers of days. */
const steady = (count: number, days: readonly number[], other: Partial<LivedCase> = {}) =>
  Array.from({ length: count }, (_, day) => lived(day + 1, days[day % days.length] ?? 0, other));

function chance(model: EarlyWarning | null, cases: readonly LivedCase[], one: LivedCase, day: number) {
  if (model === null) return null;
  const open = [...cases.filter((other) => isOpenOn(other, day)), one];
  const standings = readStandings([...cases, one], open, day, model);
  return estimate(model, one, standings.get(one.holderId), day)?.chance ?? null;
}

describe('the curve of a procedure', () => {
  test('half are done by the usual day, and who is still open counts as long as he was', () => {
    const cases = steady(200, [2, 4, 6]);
    expect(usualDays(curveOf(readCurves(cases, 400), lived(1, null)))).toBe(4);
    const withOpen = [...cases, ...Array.from({ length: 300 }, () => lived(380, null))];
    expect(usualDays(curveOf(readCurves(withOpen, 400), lived(1, null)))).toBeGreaterThan(4);
  });

  test('what happens after the day it is read as of changes nothing', () => {
    const known = [...steady(100, [3]), lived(98, null)];
    const later = [
      ...steady(100, [3]),
      lived(98, 40),
      ...steady(50, [30]).map((one) => ({ ...one, receivedOn: 150 })),
    ];
    const [before, after] = [known, later].map((cases) => readCurves(cases, 104).overall.chances);
    expect(after).toEqual(before);
  });

  test('a procedure seen once leans on its field; who holds it, on the procedure', () => {
    const rare = lived(1, 30, { procedureCode: 'HT-9' });
    const slow = { procedureCode: 'BT-1', field: 'Bảo trợ' };
    const curves = readCurves([...steady(200, [2]), ...steady(200, [9], slow), rare], 300);
    expect(usualDays(curveOf(curves, rare))).toBe(2);
    expect(usualDays(curveOf(curves, { ...slow, holderId: 7 }))).toBe(9);
  });
});

describe('the chance to be late', () => {
  test('is high where the procedure takes longer than what is left, low where it does not', () => {
    const cases = steady(300, [7, 8, 9], { dueOn: null });
    const model = learn(cases, 320);
    expect(chance(model, cases, lived(315, null, { dueOn: 320 }), 320)).toBeGreaterThan(0.8);
    expect(chance(model, cases, lived(315, null, { dueOn: 335 }), 320)).toBeLessThan(0.1);
  });

  test('is higher with the officer who is slower', () => {
    const [quick, slow] = [steady(220, [2, 3]), steady(220, [5, 6, 7], { holderId: 2 })];
    const cases = [...quick, ...slow];
    const model = learn(cases, 220);
    const [one, other] = [1, 2].map((holderId) => chance(model, cases, lived(218, null, { holderId }), 220));
    expect(other).toBeGreaterThan((one ?? 1) + 0.3);
  });

  test('nothing is said without history, of its field, without a date, or once it is late', () => {
    expect(learn(steady(29, [3]), 100)).toBeNull();
    const cases = steady(100, [3]);
    const model = learn(cases, 110);
    expect(chance(model, cases, lived(109, null), 110)).not.toBeNull();
    expect(chance(model, cases, lived(109, null, { procedureCode: 'X', field: 'Đất đai' }), 110)).toBeNull();
    expect(chance(model, cases, lived(109, null, { dueOn: null }), 110)).toBeNull();
    expect(chance(model, cases, lived(103, null, { dueOn: 109 }), 110)).toBeNull();
  });

  test('is never lower for a case that has been open for longer, in any history', () => {
    const one = fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      holderId: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 40, maxLength: 150 }),
        fc.integer({ min: 1, max: 15 }),
        (found, limit) => {
          const cases = found.map(({ days, holderId }, day) => lived(day + 1, days, { holderId }));
          const day = cases.length + 25;
          const model = learn(cases, day);
          const chances = Array.from({ length: limit }, (_, elapsed) =>
            chance(model, cases, lived(day - elapsed, null, { dueOn: day - elapsed + limit }), day),
          );
          for (const [elapsed, found] of chances.entries()) {
            expect(found).toBeGreaterThanOrEqual(0);
            expect(found).toBeLessThanOrEqual(1);
            expect(found).toBeGreaterThanOrEqual((chances[elapsed - 1] ?? 0) - 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a case that stands for several counts as they do; what was withdrawn was finished by nobody', () => {
  const whole = steady(200, [2, 4, 6]);
  const threefold = whole.flatMap((one) => [one, one, one]);
  const standing = whole.map((one) => ({ ...one, standsFor: 3 }));
  const [model, same] = [threefold, standing].map((cases) => learn(cases, 205));
  expect(same?.curves).toEqual(model?.curves);
  expect(same?.threshold).toBeCloseTo(model?.threshold ?? 0, 9);
  const gone = [...whole, ...Array.from({ length: 300 }, () => lived(100, 1, { isGone: true }))];
  expect(usualDays(curveOf(readCurves(gone, 400), lived(1, null)))).toBe(4);
});

test('how a holder stands: what he holds, usually held, finished lately, and what is due before', () => {
  const finished = steady(120, [4]);
  const open = [
    lived(118, null, { dueOn: 130 }),
    lived(119, null, { dueOn: 125 }),
    lived(119, null, { dueOn: null }),
  ];
  const cases = [...finished, ...open];
  const model = learn(cases, 125);
  const standing = model && readStandings(cases, open, 125, model).get(1);
  expect(standing).toMatchObject({ open: 3, finishedLately: 10, dueLately: 10, lateLately: 0 });
  expect(standing?.usualOpen).toBeCloseTo(4, 0);
  expect(standing && [125, 126, 130, 131].map((day) => countAhead(standing, day))).toEqual([0, 1, 1, 2]);
});

describe('past warnings', () => {
  const usual = steady(300, [2, 3], { dueOn: null }).map((one) => ({ ...one, dueOn: one.receivedOn + 5 }));
  const stuck = [303, 304, 306].map((day) => lived(day, 9, { holderId: 2 }));
  const slow = steady(290, [9, 10], { holderId: 2 });

  test('count what was told of, what came true of it, and all that became late', () => {
    const past = pastWarnings([...usual, ...slow, ...stuck], 302, 330);
    expect(past?.late).toBe(stuck.length);
    expect(past?.warnedLate).toBe(stuck.length);
    expect(past?.warned).toBe(stuck.length);
  });

  test('look at a day with the date and the holder of that day; what was withdrawn after a warning was not late', () => {
    const past = (change: (one: LivedCase) => Partial<RememberedCase>) =>
      pastWarnings([...usual, ...slow, ...stuck.map((one) => ({ ...one, ...change(one) }))], 302, 330);
    const first = ({ receivedOn, dueOn }: LivedCase) => ({ on: receivedOn, holderId: 2, dueOn });
    const dateMoved = past((one) => {
      const dueOn = one.receivedOn + 12;
      return { dueOn, moves: [first(one), { on: one.receivedOn + 4, holderId: 2, dueOn }] };
    });
    expect(dateMoved).toEqual({ warned: 3, warnedLate: 0, late: 0 });
    const handed = past((one) => ({
      holderId: 1,
      moves: [first(one), { on: one.receivedOn + 4, holderId: 1, dueOn: one.dueOn }],
    }));
    expect(handed).toEqual({ warned: 3, warnedLate: 3, late: 3 });
    const withdrawn = past((one) => ({ endedOn: one.dueOn, isGone: true }));
    expect(withdrawn).toEqual({ warned: 3, warnedLate: 0, late: 0 });
  });

  test('what is not due yet is not judged; without history there is nothing to judge', () => {
    const past = pastWarnings([...usual, ...slow, ...stuck], 302, 309);
    expect(past?.late).toBe(1);
    expect(pastWarnings(stuck, 302, 330)).toBeNull();
  });
});
