import { describe, expect, it } from 'vitest';
import type { LimitKind } from './time-limit.ts';
import {
  dueForTimeliness,
  endInstantOf,
  isPromiseKept,
  type Timeliness,
  timelinessOf,
  timelinessOfEnded,
  timelinessOfOpen,
} from './timeliness.ts';

const dueAt = '2026-03-16T09:00';

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
    expect(timelinessOf({ dueAt, endedAt: null, referenceAt, kind })).toBe(expected);
  });

  it('without a due date is noDeadline, never early', () => {
    expect(timelinessOfEnded(null, '2026-03-13T16:00')).toBe('noDeadline');
    expect(timelinessOfOpen(null, '2026-03-13T16:00')).toBe('noDeadline');
  });

  it('an end after the reporting period has not happened yet; one exactly at its end has', () => {
    const referenceAt = '2026-03-14T17:00';
    expect(timelinessOf({ dueAt, endedAt: '2026-03-14T17:01', referenceAt })).toBe('pending');
    expect(timelinessOf({ dueAt, endedAt: '2026-03-14T17:00', referenceAt })).toBe('early');
  });

  it.each(['2026-03-16', '2026-3-16T09:00', '2026-03-16T09:00Z', '2026-03-16T09:00+07:00', '', '16/03/2026'])(
    "'%s' is an error, never a class",
    (text) => {
      expect(() => timelinessOfEnded(dueAt, text)).toThrow(RangeError);
      expect(() => timelinessOfEnded(null, text)).toThrow(RangeError);
      expect(() => timelinessOfOpen(text, dueAt)).toThrow(RangeError);
    },
  );

  it('the end is the result being ready, then the return, the stop, the rejection, the request', () => {
    const all = {
      resolvedAt: '2026-03-10T09:00',
      returnedAt: '2026-03-11T09:00',
      stoppedAt: '2026-03-12T09:00',
      rejectedAt: '2026-03-13T09:00',
      awaitingFirstSupplementSince: '2026-03-14T09:00',
    };
    expect(endInstantOf(all)).toBe('2026-03-10T09:00');
    expect(endInstantOf({ ...all, resolvedAt: null })).toBe('2026-03-11T09:00');
    expect(endInstantOf({ awaitingFirstSupplementSince: '2026-03-14T09:00' })).toBe('2026-03-14T09:00');
    expect(endInstantOf({})).toBeNull();
  });

  it('NĐ 118 Đ19.6: after a re-appointment the first date counts, unless the setting says the new one', () => {
    const dates = { dueAt: '2026-03-20T09:00', dueBeforeExtensionAt: dueAt };
    expect(dueForTimeliness(dates)).toBe(dueAt);
    expect(dueForTimeliness(dates, 'newDate')).toBe('2026-03-20T09:00');
    expect(dueForTimeliness({ dueAt })).toBe(dueAt);
  });

  it('a promise is kept by date', () => {
    expect(isPromiseKept('2026-03-12T17:00', '2026-03-12T16:00')).toBe(true);
    expect(isPromiseKept('2026-03-12T17:00', '2026-03-13T07:00')).toBe(false);
  });
});
