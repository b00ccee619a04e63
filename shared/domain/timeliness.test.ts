import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { hung, Life } from './case-fixture.ts';
import { openOffice } from './deadline-fixture.ts';
import type { LimitKind } from './time-limit.ts';
import {
  isPromiseKept,
  type Timeliness,
  timelinessOfCase,
  timelinessOfEnded,
  timelinessOfOpen,
} from './timeliness.ts';

const dueAt = '2026-03-16T09:00';
const running = {
  dueAt,
  measuredDueAt: dueAt,
  endedAt: null,
  timeliness: null,
  limitKind: 'workingDays',
} as const;
const { calendar } = openOffice(holidays.years);

/** A case due at `dueAt`, with the officer. */
function worked(): Life {
  const life = new Life({
    receivedAt: '2026-03-09T09:00',
    limit: { kind: 'workingDays', value: 5 },
    calendar,
  });
  expect(life.act('2026-03-09T10:00', { kind: 'handover', toPersonId: hung.id })).toBeNull();
  expect(life.state.measuredDueAt).toBe(dueAt);
  return life;
}

describe('timeliness', () => {
  it.each<[string, string, LimitKind, Timeliness]>([
    ['the day before', '2026-03-15T23:59', 'workingDays', 'early'],
    ['the due date, earlier hour', '2026-03-16T07:00', 'workingDays', 'onTime'],
    ['the due date, later hour', '2026-03-16T16:59', 'workingDays', 'onTime'],
    ['the next day', '2026-03-17T00:00', 'workingDays', 'late'],
    ['calendar days: the due date', '2026-03-16T23:59', 'days', 'onTime'],
    ['hours: the due minute', '2026-03-16T09:00:59', 'hours', 'onTime'],
    ['hours: one minute later', '2026-03-16T09:01', 'hours', 'late'],
    ['hours: the day before', '2026-03-13T16:00', 'hours', 'early'],
    ['no rule', '2026-03-13T16:00', 'none', 'noDeadline'],
  ])('ended on %s', (_name, endedAt, kind, expected) => {
    expect(timelinessOfEnded(dueAt, endedAt, kind)).toBe(expected);
  });

  it.each<[string, string, LimitKind, Timeliness]>([
    ['on the due date after the hour', '2026-03-16T17:00', 'workingDays', 'pending'],
    ['the next day', '2026-03-17T00:00', 'workingDays', 'pendingLate'],
    ['hours: the due minute', '2026-03-16T09:00', 'hours', 'pending'],
    ['hours: one minute later', '2026-03-16T09:01', 'hours', 'pendingLate'],
  ])('open %s', (_name, referenceAt, kind, expected) => {
    expect(timelinessOfOpen(dueAt, referenceAt, kind)).toBe(expected);
    expect(timelinessOfCase({ ...running, limitKind: kind }, referenceAt)).toBe(expected);
  });

  it('without a due date is noDeadline, never early', () => {
    expect(timelinessOfEnded(null, '2026-03-13T16:00')).toBe('noDeadline');
    expect(timelinessOfOpen(null, '2026-03-13T16:00')).toBe('noDeadline');
  });

  it('an end after the reporting period has not happened yet; one exactly at its end has', () => {
    const referenceAt = '2026-03-14T17:00';
    const ended = { ...running, timeliness: 'early' } as const;
    expect(timelinessOfCase({ ...ended, endedAt: '2026-03-14T17:01' }, referenceAt)).toBe('pending');
    expect(timelinessOfCase({ ...ended, endedAt: '2026-03-14T17:00' }, referenceAt)).toBe('early');
  });

  it.each(['2026-03-16', '2026-3-16T09:00', '2026-03-16T09:00Z', '2026-03-16T09:00+07:00', '', '16/03/2026'])(
    "'%s' is an error, never a class",
    (text) => {
      expect(() => timelinessOfEnded(dueAt, text)).toThrow(RangeError);
      expect(() => timelinessOfEnded(null, text)).toThrow(RangeError);
      expect(() => timelinessOfOpen(text, dueAt)).toThrow(RangeError);
    },
  );

  it('the end is the result being ready, also when it is collected long after its date', () => {
    const life = worked();
    expect(life.act('2026-03-16T10:00', { kind: 'resolve', outcome: 'granted' })).toBeNull();
    const recipient = { name: 'Lường Thị Thu Hằng' };
    expect(life.act('2026-03-30T10:00', { kind: 'return', recipient, via: 'counter' })).toBeNull();
    expect(life.state).toMatchObject({ endedAt: '2026-03-16T10:00', timeliness: 'onTime' });
  });

  it('waiting for papers is no end: the case is pending, and counted again from the new date', () => {
    const life = worked();
    const items = [{ name: 'Giấy khai sinh' }];
    expect(life.act('2026-03-11T09:30', { kind: 'askSupplement', items, reason: 'Thiếu' })).toBeNull();
    expect(life.state).toMatchObject({ endedAt: null, measuredDueAt: null });
    const { dueAt: due, measuredDueAt, endedAt, timeliness, appointment } = life.state;
    const times = { dueAt: due, measuredDueAt, endedAt, timeliness, limitKind: appointment.limit.kind };
    expect(timelinessOfCase(times, '2026-04-30T09:00')).toBe('pending');
  });

  it('NĐ 118 Đ19.6: after a re-appointment the first date counts', () => {
    const life = worked();
    const extend = { kind: 'extend', newDueAt: '2026-03-20T09:00', reason: 'Chờ xác minh' } as const;
    expect(life.act('2026-03-11T09:00', extend)).toBeNull();
    expect(life.state).toMatchObject({ dueAt: '2026-03-20T09:00', measuredDueAt: dueAt });
    expect(life.act('2026-03-18T09:00', { kind: 'resolve', outcome: 'granted' })).toBeNull();
    expect(life.state.timeliness).toBe('late');
  });

  it('a promise is kept by date', () => {
    expect(isPromiseKept('2026-03-12T17:00', '2026-03-12T16:00')).toBe(true);
    expect(isPromiseKept('2026-03-12T17:00', '2026-03-13T07:00')).toBe(false);
  });
});
