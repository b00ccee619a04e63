import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { at, days, on, openOffice, strip } from './deadline-fixture.ts';
import { extendedDueAt, latestExtensionOn } from './extension.ts';
import { latestSupplementNoticeOn, supplementClosing } from './supplement.ts';
import type { TimeLimit } from './time-limit.ts';
import { isPromiseKept, timelinessOfEnded } from './timeliness.ts';

// Worked examples 16 to 24, those with modifiers and events; the others stand in deadline-examples.test.ts.
const { ask, calendar } = openOffice(holidays.years);
const workingDays = (value: number): TimeLimit => ({ kind: 'workingDays', value });

describe('worked examples with events', () => {
  it('16 an online factor of one half saves 2 working days', () => {
    const limit = {
      ...workingDays(5),
      perChannel: { online: { factor: 0.5, confirmed: true } },
    } as TimeLimit;
    const walkIn = ask('2026-08-27T14:00', limit, { channel: 'direct' });
    expect(walkIn.dueAt).toBe('2026-09-08T14:00');
    expect(strip(walkIn)).toMatchObject(
      days(
        '2026-08-28 1 | 2026-08-31 swapped | 2026-09-02 holiday | 2026-09-03 2 | 2026-09-04 3 | 2026-09-07 4 | 2026-09-08 5',
      ),
    );
    const online = ask('2026-08-27T14:00', limit, { channel: 'online' });
    expect(online).toMatchObject({
      dueAt: '2026-09-04T14:00',
      limit: { kind: 'workingDays', value: 3 },
      saved: { kind: 'workingDays', value: 2 },
      statutoryDueAt: '2026-09-08T14:00',
    });
  });

  const supplements = [{ requestedAt: at('2026-03-11T10:00'), completedAt: at('2026-03-18T14:00') }];

  it('17 NĐ 118 Đ19.5: after a supplement the limit restarts from zero', () => {
    const appointment = ask('2026-03-09T09:00', workingDays(5), { supplements });
    expect(appointment).toMatchObject({ dueAt: '2026-03-25T14:00', originalDueAt: '2026-03-16T09:00' });
    expect(strip(appointment)).toEqual(
      days(
        '2026-03-09 start | 2026-03-10 cancelled 1 | 2026-03-11 cancelled 2 | 2026-03-12 paused | 2026-03-13 paused | 2026-03-14 weekend | 2026-03-15 weekend | 2026-03-16 paused | 2026-03-17 paused | 2026-03-18 start | 2026-03-19 1 | 2026-03-20 2 | 2026-03-21 weekend | 2026-03-22 weekend | 2026-03-23 3 | 2026-03-24 4 | 2026-03-25 5',
      ),
    );
  });

  it('17 practice: after a supplement the limit goes on', () => {
    const policies = { outOfHours: 'shift', supplement: 'pause' } as const;
    const appointment = ask('2026-03-09T09:00', workingDays(5), { supplements, policies });
    expect(appointment).toMatchObject({ dueAt: '2026-03-23T14:00', originalDueAt: '2026-03-16T09:00' });
    expect(strip(appointment)).toEqual(
      days(
        '2026-03-09 start | 2026-03-10 1 | 2026-03-11 2 | 2026-03-12 paused | 2026-03-13 paused | 2026-03-14 weekend | 2026-03-15 weekend | 2026-03-16 paused | 2026-03-17 paused | 2026-03-18 paused | 2026-03-19 3 | 2026-03-20 4 | 2026-03-21 weekend | 2026-03-22 weekend | 2026-03-23 5',
      ),
    );
    expect(appointment.reasons).toContainEqual(
      expect.objectContaining({ code: 'supplementPause', used: 2, left: 3, unit: 'workingDays' }),
    );
  });

  it('18 NĐ 118 Đ19.5: an open supplement closes after 15 days', () => {
    expect(supplementClosing(on('2026-04-10'), calendar)).toEqual({
      lastDayOn: '2026-04-28',
      mayStopFrom: '2026-04-29',
    });
  });

  it('19 NĐ 118 Đ19.6: an apology at least 1 day before, over 30/4', () => {
    const appointment = ask('2025-04-24T09:00', workingDays(5));
    const { dueAt, effectiveStartAt } = appointment;
    expect(dueAt).toBe('2025-05-05T09:00');
    expect(strip(appointment)).toMatchObject(
      days(
        '2025-04-25 1 | 2025-04-26 2 workingSaturday | 2025-04-28 3 | 2025-04-29 4 | 2025-04-30 holiday | 2025-05-05 5',
      ),
    );
    expect(latestExtensionOn({ kind: 'workingDays', dueAt, effectiveStartAt, calendar })).toBe('2025-04-29');
    expect(extendedDueAt('2025-05-05T09:00', 2, calendar)).toBe('2025-05-07T09:00');
  });

  it('20 our own part of an inter-agency case', () => {
    const limit = {
      ...workingDays(10),
      phases: [
        { agency: 'commune', kind: 'workingDays', value: 5 },
        { agency: 'department', kind: 'workingDays', value: 5 },
      ],
    } as TimeLimit;
    const appointment = ask('2026-02-02T08:00', limit);
    expect(appointment).toMatchObject({ ownDueAt: '2026-02-09T08:00', dueAt: '2026-02-23T08:00' });
    expect(appointment.trace.find((day) => day.isOwnDue)?.date).toBe('2026-02-09');
  });

  it('22 a no-appointment day promises today and keeps the due date', () => {
    const appointment = ask('2026-03-12T10:00', workingDays(3), {
      noAppointment: {
        procedureCode: '1.004873',
        days: [
          {
            weekdays: [4],
            procedures: ['1.004873'],
            opensAt: '07:00',
            closesAt: '17:00',
            from: '2026-01-01',
          },
        ],
      },
    });
    expect(appointment).toMatchObject({ promisedAt: '2026-03-12T17:00', dueAt: '2026-03-17T10:00' });
    expect(strip(appointment)).toEqual(
      days(
        '2026-03-12 start | 2026-03-13 1 | 2026-03-14 weekend | 2026-03-15 weekend | 2026-03-16 2 | 2026-03-17 3',
      ),
    );
    expect(isPromiseKept('2026-03-12T17:00', '2026-03-13T09:00')).toBe(false);
    expect(timelinessOfEnded(appointment.dueAt, '2026-03-13T09:00', 'workingDays')).toBe('early');
  });

  it('23 NĐ 118 Đ19.5: a supplement notice within 3 working days', () => {
    expect(latestSupplementNoticeOn(at('2026-04-23T09:00'), calendar)).toBe('2026-04-29');
  });

  it('24 a due date in a year without a notice carries a warning', () => {
    expect(ask('2026-12-24T09:00', workingDays(7)).warnings).toEqual([
      { code: 'provisionalYear', years: [2027] },
    ]);
    expect(ask('2025-12-24T09:00', workingDays(7)).warnings).toEqual([]);
  });
});
