import { expect, test } from 'vitest';
import { copiesToDrop } from './backup-keeping.ts';

let written = 0;
const next = () => {
  written += 1;
  return written;
};
/** Office times of 2025, `MM-DDTHH:mm`, as copies of 10 bytes; each follows on the one before, whatever its time. */
const copies = (...times: string[]) =>
  times.map((time) => ({
    name: time,
    at: new Date(`${time.length > 11 ? time : `2025-${time}`}:00+07:00`).toISOString(),
    bytes: 10,
    seq: next(),
    isOwn: true,
  }));
const ofEmergency = (emergency: string, ...times: string[]) =>
  copies(...times).map((copy) => ({ ...copy, name: `${emergency} ${copy.name}`, emergency }));
const ofOther = <Copy extends object>(all: readonly Copy[]) => all.map((copy) => ({ ...copy, isOwn: false }));
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
  ['of a clock that had run ahead', ['05-24T17:00', '04-24T08:00', '04-24T09:00', '04-24T10:00'], []],
  [
    'of a clock that had run ahead only what is left of today',
    ['05-24T16:00', '05-24T17:00', '04-24T08:00', '04-24T09:00', '04-24T10:00'],
    ['05-24T16:00'],
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

test('no copy pushes out one of another register, nor takes the room of its last two', () => {
  // Those of an earlier version do not tell.
  const main = ofOther([
    ...copies('04-23T17:00', '04-24T08:00'),
    ...copies('04-24T08:15', '04-24T08:30').map((copy) => ({ ...copy, emergency: null })),
  ]);
  const all = [...main, ...ofEmergency('first', '04-24T09:00', '04-24T09:15', '04-24T09:30', '04-24T09:45')];
  expect(copiesToDrop(all, now)).toEqual(['first 04-24T09:00']);
  expect(copiesToDrop(all, now, 1000)).toEqual([
    'first 04-24T09:00',
    ...['04-23T17:00', '04-24T08:00', 'first 04-24T09:15'],
  ]);
});

test('of a register that writes no more nothing is kept for ever', () => {
  const old = ofEmergency('first', '2024-03-30T17:00', '2024-03-31T17:00');
  expect(copiesToDrop(old, now)).toEqual([]);
  expect(copiesToDrop([...ofOther(old), ...copies('04-24T08:00')], now).toSorted()).toEqual(
    old.map(({ name }) => name),
  );
});

test.each([
  [1, ['04-26T09:00']],
  [2, ['04-26T09:15', '04-26T09:00']],
  [5, ['04-26T09:15', '04-26T09:00', '04-24T10:15', '04-24T10:00']],
])('a clock put back costs no new copy: what is from later leaves first, %i after it', (count, dropped) => {
  const ahead = copies('04-26T09:00', '04-26T09:15', '04-26T09:30');
  const since = copies('04-24T10:00', '04-24T10:15', '04-24T10:30', '04-24T10:45', '04-24T11:00');
  expect(copiesToDrop([...ahead, ...since.slice(0, count)], now)).toEqual(dropped);
});

test('the last two by the chain stay, also where the clock has lost its battery and nothing else is left', () => {
  const before = copies('03-31T17:00', '04-22T17:00', '04-23T17:00', '04-24T08:00');
  const since = copies('2009-01-01T00:05', '2009-01-01T00:10', '2009-01-01T00:15', '2009-01-01T00:20');
  const then = since.at(-1)?.at ?? '';
  expect(copiesToDrop([...before, ...since], then)).toEqual(['2009-01-01T00:05']);
  // What was written with the right clock is no worse for it, and goes first only where room is wanted.
  expect(copiesToDrop([...before, ...since], then, 25)).toEqual([
    '2009-01-01T00:05',
    ...['03-31T17:00', '04-22T17:00'],
  ]);
  expect(copiesToDrop([...before, ...since], then, 1000)).not.toContain('2009-01-01T00:15');
  expect(copiesToDrop([...before, ...since], now)).toEqual(['2009-01-01T00:10', '2009-01-01T00:05']);
});

test('a past that was given up takes no place of the last two', () => {
  const own = copies('04-23T17:00', '04-24T08:00');
  const givenUp = ofOther(copies('04-24T08:30', '04-24T08:45'));
  expect(copiesToDrop([...own, ...givenUp], now, 1000).toSorted()).toEqual(['04-24T08:30', '04-24T08:45']);
});

test('a copy from before a restore takes no room of others on its day, and on the next is one like them', () => {
  const asked = copies('04-23T17:00', '04-24T08:00', '04-24T08:15', '04-24T08:30');
  const before = copies('04-24T09:00', '04-24T09:15', '04-24T09:30', '04-24T09:45').map((copy) => ({
    ...copy,
    reason: 'restore',
  }));
  expect(copiesToDrop([...asked, ...before], now)).toEqual([]);
  expect(copiesToDrop([...asked, ...before, ...copies('04-24T10:00')], now)).toEqual(['04-24T08:00']);
  const tomorrow = '2025-04-25T09:00:00.000Z';
  expect(copiesToDrop([...asked, ...before], tomorrow)).toHaveLength(5);
});

test('the copy that lies put together stays, whatever its age and whatever is wanted', () => {
  const all = copies('2020-01-01T08:00', '04-22T17:00', '04-23T17:00', '04-24T08:00');
  const looking = (of: string) => all.map((copy) => ({ ...copy, isLookedAt: copy.name === of }));
  expect(copiesToDrop(all, now)).toEqual(['2020-01-01T08:00']);
  expect(copiesToDrop(looking('2020-01-01T08:00'), now)).toEqual([]);
  expect(copiesToDrop(looking('2020-01-01T08:00'), now, 1000)).toEqual(['04-22T17:00']);
});

test('of a year of copies each hour as many stay as the rule says', () => {
  const all = Array.from({ length: 365 * 9 }, (_, index) => ({
    name: String(index),
    at: new Date(Date.parse(now) - (Math.floor(index / 9) * 24 + (index % 9)) * 3_600_000).toISOString(),
    bytes: 10,
    seq: 365 * 9 - index,
    isOwn: true,
  }));
  const left = all.length - copiesToDrop(all, now).length;
  // The newest of this month is one of today's, that of the month before one of the days'.
  expect(left).toBe(3 + 14 + 11);
});
