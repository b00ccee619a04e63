import { describe, expect, it } from 'vitest';
import { bareRule, timeLimitSchema } from './time-limit.ts';

describe('time limits', () => {
  it.each([
    { kind: 'sameDay', value: 0, cutoff: '15:00' },
    { kind: 'onTheSpot' },
    { kind: 'none' },
    { kind: 'hours', value: 8, wallClock: true, note: 'giờ' },
    {
      kind: 'workingDays',
      value: 5,
      perChannel: { online: { factor: 0.5, confirmed: false }, postal: { rule: { kind: 'days', value: 3 } } },
    },
    { kind: 'days', value: 24, phases: [{ agency: 'xã', kind: 'workingDays', value: 2, own: true }] },
    {
      kind: 'workingDays',
      value: 5,
      local: [{ rule: { kind: 'workingDays', value: 3 }, from: '2026-01-01' }],
    },
  ])('are read unchanged: %o', (limit) => {
    expect(timeLimitSchema.parse(limit)).toEqual(limit);
  });

  it.each([
    { kind: 'workingDays' },
    { kind: 'workingDays', value: 0 },
    { kind: 'workingDays', value: 2.5 },
    { kind: 'days', value: -1 },
    { kind: 'sameDay', value: 1 },
    { kind: 'sameDay', value: 0, cutoff: '3 giờ' },
    { kind: 'weeks', value: 1 },
    { kind: 'days', value: 5, maxWithVerificaton: { kind: 'days', value: 9 } },
    { kind: 'days', value: 5, perChannel: { online: { factor: 1.5 } } },
    { kind: 'days', value: 5, perChannel: { fax: { factor: 0.5 } } },
    { kind: 'days', value: 5, phases: [] },
  ])('are refused: %o', (limit) => {
    expect(timeLimitSchema.safeParse(limit).success).toBe(false);
  });

  it('leave only the rule when stripped of names and modifiers', () => {
    const limit = timeLimitSchema.parse({ kind: 'workingDays', value: 3, cutoff: '15:00', note: 'x' });
    expect(bareRule(limit)).toEqual({ kind: 'workingDays', value: 3, cutoff: '15:00' });
    expect(bareRule({ kind: 'none' })).toEqual({ kind: 'none', value: 0 });
  });
});
