import { describe, expect, test } from 'vitest';
import { openGuessLimit } from './guess-limit.ts';

const day = 24 * 3_600_000;

/** How many codes can be tried in a time, asking again the moment it is allowed. */
function tries(forMs: number, isFound: (n: number) => boolean, screens = ['one']): number {
  const limit = openGuessLimit();
  let asked = 0;
  let nowMs = 0;
  while (nowMs < forMs) {
    const free = screens.find((who) => limit.waitOf(who, nowMs) === 0);
    if (free === undefined) nowMs += 1000 * Math.min(...screens.map((who) => limit.waitOf(who, nowMs)));
    else (isFound(asked++) ? limit.found : limit.missed)(free, nowMs);
    if (asked > 20_000) break;
  }
  return asked;
}

describe('whoever tries codes is held back', () => {
  test('five mistyped codes are free; then 30 s, 60 s, 120 s, never more than half an hour', () => {
    const limit = openGuessLimit();
    const waits = Array.from({ length: 14 }, () => limit.missed('one', 1_000_000));
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 30, 60, 120, 240]);
    expect(Math.max(...waits)).toBe(1800);
  });

  test('the wait ends, and misses are forgiven after two hours', () => {
    const limit = openGuessLimit();
    for (let n = 0; n < 5; n++) limit.missed('one', 0);
    expect(limit.waitOf('one', 29_000)).toBe(1);
    expect(limit.waitOf('one', 30_000)).toBe(0);
    expect(limit.missed('one', 3 * 3_600_000)).toBe(0);
  });

  test('a code that exists does not forgive the misses before it', () => {
    const limit = openGuessLimit();
    for (let n = 0; n < 4; n++) limit.missed('one', 0);
    limit.found('one', 0);
    expect(limit.missed('one', 0)).toBe(30);
  });

  test('a clock that is set back prolongs no wait', () => {
    const limit = openGuessLimit();
    for (let n = 0; n < 5; n++) limit.missed('one', day);
    expect(limit.waitOf('one', day + 10_000)).toBe(20);
    expect(limit.waitOf('one', day - 1_200_000)).toBe(20);
    expect(limit.waitOf('one', day - 1_180_000)).toBe(0);
  });

  test('another screen goes on', () => {
    const limit = openGuessLimit();
    for (let n = 0; n < 5; n++) limit.missed('one', 0);
    expect(limit.waitOf('one', 0)).toBe(30);
    expect(limit.waitOf('other', 0)).toBe(0);
  });

  test('10.000 guesses cannot be tried: not in a month from one screen, not from many', () => {
    expect(tries(30 * day, () => false)).toBeLessThan(2500);
    const ten = Array.from({ length: 10 }, (_, n) => `screen ${n}`);
    expect(tries(30 * day, () => false, ten)).toBeLessThan(10_000);
  });

  test('who missed nothing does not wait for what others miss; his own first miss makes him wait with them', () => {
    const limit = openGuessLimit();
    for (let n = 0; n < 20; n++) limit.missed(`screen ${n % 4}`, 0);
    expect(limit.waitOf('innocent', 0)).toBe(0);
    limit.found('innocent', 0);
    expect(limit.waitOf('innocent', 0)).toBe(0);
    expect(limit.missed('innocent', 0)).toBe(60);
  });

  test('a busy counter looks up all day: twenty a minute', () => {
    expect(tries(60_000, () => true)).toBe(20);
    const limit = openGuessLimit();
    for (let n = 0; n < 200; n++) {
      expect(limit.waitOf('one', n * 4_000)).toBe(0);
      limit.found('one', n * 4_000);
    }
  });
});
