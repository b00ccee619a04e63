import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { at, on, openOffice } from './deadline-fixture.ts';
import { supplementClosing } from './supplement.ts';
import type { TimeLimit } from './time-limit.ts';

const { ask, calendar } = openOffice(holidays.years);
const workingDays = (value: number): TimeLimit => ({ kind: 'workingDays', value });
const restart = { outOfHours: 'shift', supplement: 'restart' } as const;
const pause = { outOfHours: 'shift', supplement: 'pause' } as const;

/** Asked and completed, under one policy. */
function supplemented(
  receivedAt: string,
  limit: TimeLimit,
  policies: typeof restart | typeof pause,
  requestedAt: string,
  completedAt: string,
) {
  const supplements = [{ requestedAt: at(requestedAt), completedAt: at(completedAt) }];
  return ask(receivedAt, limit, { policies, supplements });
}

describe('what a person is told', () => {
  const received = '2026-03-09T09:00';
  it('a case already late when the supplement is asked stays late under pause', () => {
    const appointment = supplemented(received, workingDays(5), pause, '2026-03-17T08:00', '2026-03-18T14:00');
    expect(appointment.warnings.map((warning) => warning.code)).toEqual([
      'supplementAfterDue',
      'supplementNoticeLate',
    ]);
  });

  it('NĐ 118 Đ19.5: a notice later than 3 working days is flagged', () => {
    const late = supplemented(received, workingDays(5), restart, '2026-03-13T08:00', '2026-03-18T14:00');
    expect(late.warnings).toEqual([
      { code: 'supplementNoticeLate', requestedAt: '2026-03-13T08:00', latestOn: '2026-03-12' },
    ]);
    expect(
      supplemented(received, workingDays(5), restart, '2026-03-12T16:59', '2026-03-18T14:00').warnings,
    ).toEqual([]);
  });

  it('an open supplement leaves the date and says so; a second one is flagged', () => {
    const open = ask(received, workingDays(5), { supplements: [{ requestedAt: at('2026-03-11T10:00') }] });
    expect(open.dueAt).toBe('2026-03-16T09:00');
    expect(open.warnings).toEqual([{ code: 'supplementOpen', requestedAt: '2026-03-11T10:00' }]);
    const supplements = [
      { requestedAt: at('2026-03-11T10:00'), completedAt: at('2026-03-12T10:00') },
      { requestedAt: at('2026-03-16T10:00'), completedAt: at('2026-03-18T14:00') },
    ];
    // pause: 2 used (10, 11); 13 = 3, 16 = 4; 1 left after 18/3. restart: 19, 20, 23, 24, 25.
    expect(ask(received, workingDays(5), { supplements, policies: pause }).dueAt).toBe('2026-03-19T14:00');
    const restarted = ask(received, workingDays(5), { supplements });
    expect(restarted.dueAt).toBe('2026-03-25T14:00');
    expect(restarted.warnings).toEqual([{ code: 'secondSupplement', count: 2 }]);
  });

  it('the closing unit is a setting', () => {
    // T4 11/3/2026 + 15 working days: 12, 13, 16-20, 23-27, 30, 31, 1/4.
    const rule = { value: 15, unit: 'workingDays' } as const;
    expect(supplementClosing(on('2026-03-11'), calendar, rule).lastDayOn).toBe('2026-04-01');
  });

  it('events out of order are an error', () => {
    const limit = workingDays(5);
    const one = (requestedAt: string, completedAt?: string) => ({
      requestedAt: at(requestedAt),
      ...(completedAt && { completedAt: at(completedAt) }),
    });
    expect(() => ask(received, limit, { supplements: [one('2026-03-08T10:00')] })).toThrow(RangeError);
    expect(() =>
      ask(received, limit, { supplements: [one('2026-03-11T10:00', '2026-03-11T09:00')] }),
    ).toThrow(RangeError);
    const second = [one('2026-03-11T10:00'), one('2026-03-12T10:00')];
    expect(() => ask(received, limit, { supplements: second })).toThrow(/while another was open/);
  });
});
