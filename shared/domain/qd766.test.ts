import { describe, expect, it } from 'vitest';
import {
  formatPoints,
  type Qd766Counts,
  type Qd766Item,
  qd766Estimate,
  qd766Items,
  qd766SettingsSchema,
} from './qd766.ts';

const counts: Qd766Counts = {
  progress: { count: 3716, of: 3717 },
  onlineCases: { count: 3717, of: 3717 },
  digitalResults: { count: 64, of: 100 },
  digitised: { count: 40, of: 100 },
  late: { count: 1, of: 3717 },
  disliked: { count: 0, of: 1208 },
};
const none = qd766SettingsSchema.parse({});
const pointsOf = (item: Qd766Item, some: Partial<Qd766Counts> = {}, settings = none) =>
  qd766Estimate({ ...counts, ...some }, settings).scores.find((score) => score.item === item)?.points;

describe('the estimate of QĐ 766', () => {
  it('has 100 points in the groups of the decision', () => {
    const sums: Record<string, number> = {};
    for (const { group, most } of Object.values(qd766Items)) sums[group] = (sums[group] ?? 0) + most;
    expect(sums).toEqual({
      publication: 18,
      progress: 20,
      online: 12,
      payment: 10,
      satisfaction: 18,
      digital: 22,
    });
  });

  it.each<[Qd766Item, Partial<Qd766Counts>, number | null]>([
    ['progress', {}, 1999],
    ['progress', { progress: { count: 5, of: 5 } }, 2000],
    ['progress', { progress: { count: 0, of: 0 } }, null],
    // All points from half of the cases on, and no more than all.
    ['onlineCases', {}, 600],
    ['onlineCases', { onlineCases: { count: 49, of: 100 } }, 588],
    // What the counter takes without cash is not what was paid on the portal.
    ['paidOnline', {}, null],
    ['digitalResults', {}, 384],
    ['digitised', {}, 200],
    ['digitised', { digitised: { count: 80, of: 100 } }, 400],
    ['digitised', { digitised: { count: 0, of: 0, unknown: 12_000 } }, null],
    ['digitised', { digitised: { count: 1, of: 1, unknown: 2 } }, null],
    ['digitised', { digitised: { count: 1, of: 2, unknown: 2 } }, 250],
    ['progress', { progress: null }, null],
    ['reception', {}, 600],
    ['reception', { late: { count: 5, of: 100 }, disliked: { count: 5, of: 100 } }, 600],
    ['reception', { late: { count: 10, of: 100 }, disliked: { count: 45, of: 100 } }, 300],
    ['reception', { late: { count: 99, of: 100 }, disliked: { count: 99, of: 100 } }, 0],
    ['reception', { disliked: null }, null],
    ['publishedInTime', {}, null],
  ])('%s of %j is %s', (item, some, points) => {
    expect(pointsOf(item, some)).toBe(points);
  });

  it('takes what was typed in before what was counted, and all points where no feedback came', () => {
    const entry = { source: 'Cổng DVCQG', on: '2025-04-01' };
    const settings = qd766SettingsSchema.parse({
      entries: {
        publishedInTime: { count: 1, of: 2, ...entry },
        progress: { count: 1, of: 2, ...entry },
        feedbackInTime: { count: 0, of: 0, ...entry },
        shared: { count: 0, of: 0, ...entry },
      },
    });
    expect(pointsOf('publishedInTime', {}, settings)).toBe(300);
    expect(pointsOf('progress', {}, settings)).toBe(1000);
    expect(pointsOf('feedbackInTime', {}, settings)).toBe(600);
    expect(pointsOf('shared', {}, settings)).toBeNull();
  });

  it('says the maximum that applies and what is missing', () => {
    const { points, mostKnown, mostApplying, missing, scores } = qd766Estimate(counts, none);
    expect(mostApplying).toBe(82);
    expect(mostKnown).toBe(42);
    expect(points).toBe(1999 + 600 + 600 + 384 + 200);
    expect(missing).toEqual(expect.arrayContaining(['casesSynchronised', 'paidOnline']));
    expect(missing).not.toContain('onlineProcedures');
    expect(scores).toHaveLength(20);
    expect(qd766Estimate(counts, { ...none, without: [] }).mostApplying).toBe(100);
  });

  it('tells what is withheld as that, not as missing', () => {
    const { scores, missing } = qd766Estimate({ ...counts, disliked: 'withheld' }, none);
    expect(scores.find(({ item }) => item === 'reception')).toMatchObject({ from: 'withheld', points: null });
    expect(missing).not.toContain('reception');
  });

  it('refuses more than there are', () => {
    const entry = { count: 3, of: 2, source: 'x', on: '2025-04-01' };
    expect(qd766SettingsSchema.safeParse({ entries: { shared: entry } }).success).toBe(false);
    expect(formatPoints(1999)).toBe('19,99');
  });
});
