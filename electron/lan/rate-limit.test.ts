import { expect, test } from 'vitest';
import { openRateLimit } from './rate-limit.ts';

const asked = (limit: ReturnType<typeof openRateLimit>, who: string, times: number, nowMs: number) =>
  [...Array(times)].filter(() => limit.waitOf(who, nowMs) === 0).length;

test('after a rest many at once, and then so many a second for as long as it likes', () => {
  const limit = openRateLimit(10, 60);
  expect(asked(limit, 'lan:1', 100, 0)).toBe(60);
  expect(limit.waitOf('lan:1', 0)).toBe(1);
  for (let second = 1; second <= 5; second += 1) expect(asked(limit, 'lan:1', 50, second * 1000)).toBe(10);
  expect(asked(limit, 'lan:1', 100, 60_000)).toBe(60);
});

test('one waits for nobody else, and a clock that was set back gives nothing', () => {
  const limit = openRateLimit(2, 20);
  expect(asked(limit, '192.168.1.4', 30, 10_000)).toBe(20);
  expect(asked(limit, '192.168.1.5', 30, 10_000)).toBe(20);
  expect(asked(limit, '192.168.1.4', 30, 0)).toBe(0);
  expect(asked(limit, '192.168.1.4', 30, 1000)).toBe(2);
});
