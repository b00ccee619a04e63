import { expect, test } from 'vitest';
import { copiesToDrop } from './backup-keeping.ts';

/** Office times of 2025, `MM-DDTHH:mm`, as copies of 10 bytes. */
const copies = (...times: string[]) =>
  times.map((time) => ({
    name: time,
    at: new Date(`${time.length > 11 ? time : `2025-${time}`}:00+07:00`).toISOString(),
    bytes: 10,
  }));
const now = '2025-04-24T09:00:00.000Z';

test.each<[string, string[], string[]]>([
  ['three of today stay', ['04-24T08:00', '04-24T09:00', '04-24T10:00', '04-24T11:00'], ['04-24T08:00']],
  ['the last of a day stays', ['04-23T08:00', '04-23T17:00', '04-24T08:00'], ['04-23T08:00']],
  [
    'the day is the office’s, not that of UTC',
    ['04-23T06:00', '04-23T08:00', '04-24T05:00'],
    ['04-23T06:00'],
  ],
  ['fourteen days back', ['04-09T17:00', '04-10T17:00', '04-23T17:00', '04-24T17:00'], ['04-09T17:00']],
  ['one a month before', ['02-03T17:00', '02-27T17:00', '04-23T17:00', '04-24T17:00'], ['02-03T17:00']],
  [
    'twelve months',
    ['2024-04-30T17:00', '2024-05-02T17:00', '04-23T17:00', '04-24T17:00'],
    ['2024-04-30T17:00'],
  ],
  ['never fewer than two', ['2020-01-01T08:00', '2021-01-01T08:00'], []],
  [
    'and those are the newest',
    ['2019-01-01T08:00', '2020-01-01T08:00', '2021-01-01T08:00'],
    ['2019-01-01T08:00'],
  ],
  [
    'of a clock that had run ahead',
    ['05-24T17:00', '04-24T08:00', '04-24T09:00', '04-24T10:00'],
    ['04-24T08:00'],
  ],
  ['none', [], []],
])('%s', (_, times, dropped) => {
  expect(copiesToDrop(copies(...times), now)).toEqual(dropped);
});

test('where room is wanted the oldest go, down to the last two', () => {
  const kept = copies('02-27T17:00', '03-31T17:00', '04-22T17:00', '04-23T17:00', '04-24T08:00');
  expect(copiesToDrop(kept, now)).toEqual([]);
  expect(copiesToDrop(kept, now, 15)).toEqual(['02-27T17:00', '03-31T17:00']);
  expect(copiesToDrop(kept, now, 1000)).toEqual(['02-27T17:00', '03-31T17:00', '04-22T17:00']);
});

test('of a year of copies each hour as many stay as the rule says', () => {
  const all = Array.from({ length: 365 * 9 }, (_, index) => ({
    name: String(index),
    at: new Date(Date.parse(now) - (Math.floor(index / 9) * 24 + (index % 9)) * 3_600_000).toISOString(),
    bytes: 10,
  }));
  const left = all.length - copiesToDrop(all, now).length;
  // The newest of this month is one of today's, that of the month before one of the days'.
  expect(left).toBe(3 + 14 + 11);
});
