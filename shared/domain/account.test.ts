import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deviceWaitAfter,
  formatCode,
  idleMinutesSchema,
  longestSignInMs,
  normaliseCode,
  passwordFault,
  pinSchema,
  standingOf,
  waitAfter,
} from './account.ts';

const own = ['Lò Thị Mai', 'Phường Nghĩa Lộ', 'Nghĩa Lộ', 'Lào Cai'];

test.each([
  ['ngắn', 'passwordShort'],
  ['1234567', 'passwordShort'],
  ['ộộộộộộộ', 'passwordShort'],
  ['12345678', 'passwordCommon'],
  ['1234567890', 'passwordCommon'],
  ['0123456789', 'passwordCommon'],
  ['19961209', 'passwordCommon'],
  ['111111111', 'passwordCommon'],
  ['password', 'passwordCommon'],
  ['P@ssw0rd123', 'passwordCommon'],
  ['matkhau1', 'passwordCommon'],
  ['Mật khẩu 2025!', 'passwordCommon'],
  ['Vietnam@2024', 'passwordCommon'],
  ['anhyeuem123', 'passwordCommon'],
  ['qwertyuiop', 'passwordCommon'],
  ['abcdefghij', 'passwordCommon'],
  ['abcabcabc', 'passwordCommon'],
  ['iloveyou', 'passwordCommon'],
  ['lothimai2024', 'passwordOwn'],
  ['Maimai123', 'passwordOwn'],
  ['NghiaLo@2025', 'passwordOwn'],
  ['phuongnghialo', 'passwordOwn'],
])('%s is refused as %s (ASVS 6.2.1, 6.2.4, 6.2.11)', (password, fault) => {
  expect(passwordFault(password, own)).toBe(fault);
});

test.each([
  'hàng cau trước ngõ',
  'con trâu đi trước cái cày',
  'correct horse battery',
  '739204615587',
  'tôm càng rang me',
  'xK3vq9Lm',
  '........ ......!?;:',
])('%s is taken: no rules of composition (ASVS 6.2.5)', (password) => {
  expect(passwordFault(password, own)).toBeNull();
});

test('a password is never refused for being long', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 0, maxLength: 60, unit: 'grapheme' }), (tail) => {
      expect(passwordFault(`hàng cau trước ngõ ${tail}`, own)).toBeNull();
    }),
  );
});

test.each([
  '000000',
  '123456',
  '654321',
  '012345',
  '121212',
  '123123',
  '112211',
  '120996',
  '091996',
  '311299',
])('PIN %s is refused', (pin) => expect(pinSchema.safeParse(pin).success).toBe(false));
test.each(['739204', '480417', '905738'])('PIN %s is taken', (pin) => {
  expect(pinSchema.parse(pin)).toBe(pin);
});
test('a PIN has six digits', () => {
  for (const pin of ['73920', '7392046', '73920a', '']) expect(pinSchema.safeParse(pin).success).toBe(false);
});

test('a failure waits 1, 2, 4 … 300 s', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50].map(
    (count) => waitAfter(Array(count).fill(1000), 1000) / 1000,
  );
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  expect(waitAfter([1000], 2000)).toBe(0);
  expect(waitAfter([], 2000)).toBe(0);
});

const day = 24 * 3600_000;

test('whoever tries as soon as he may fails a hundred times in any 30 days, and may always try again some day', () => {
  const failures: number[] = [];
  for (let now = 0; now < 95 * day; now += waitAfter(failures, now)) failures.push(now);
  for (const [at, first] of failures.entries()) {
    const within = failures.slice(at).filter((time) => time - first < 30 * day);
    expect(within.length).toBeLessThanOrEqual(100);
  }
  expect(failures.length).toBeGreaterThan(300);
});

test('a wait is never longer than 30 days, whatever the clock did', () => {
  const time = fc.integer({ min: 0, max: 400 * day });
  fc.assert(
    fc.property(fc.array(time, { maxLength: 130 }), time, (times, now) => {
      const sorted = times.toSorted((a, b) => a - b);
      expect(waitAfter(sorted, now)).toBeGreaterThanOrEqual(0);
      expect(waitAfter(sorted, now)).toBeLessThanOrEqual(30 * day);
      expect(deviceWaitAfter(sorted, now)).toBeLessThanOrEqual(300_000);
    }),
  );
});

test('thirty failures in five minutes at one device hold up everybody there until the oldest is five minutes ago', () => {
  const failures = Array.from({ length: 30 }, (_, at) => at * 1000);
  expect(deviceWaitAfter(failures.slice(1), 30_000)).toBe(0);
  expect(deviceWaitAfter(failures, 30_000)).toBe(270_000);
});

test('what failed while the clock ran ahead holds nobody up once it is put right', () => {
  const year = 365 * 24 * 3600_000;
  const failures = Array.from({ length: 100 }, (_, at) => year + at);
  expect(waitAfter(failures, year + 100)).toBeGreaterThan(0);
  for (const now of [0, 3600_000, 30 * 24 * 3600_000]) {
    expect(waitAfter(failures, now)).toBe(0);
    expect(deviceWaitAfter(failures, now)).toBe(0);
  }
  // A failure that was written while this question was on its way counts.
  expect(waitAfter([1005], 1000)).toBe(1000);
});

test('a sign-in locks when idle and ends after its longest time, also when the clock is set back', () => {
  const limits = { idleMs: 180_000, absoluteMs: longestSignInMs };
  const times = { startedAt: 10 * day, lastActiveAt: 10 * day, lockedAt: null };
  const at = (ms: number) => standingOf(times, limits, 10 * day + ms);
  expect([at(0), at(179_999), at(180_000), at(-180_000)]).toEqual(['open', 'open', 'locked', 'locked']);
  expect([at(longestSignInMs - 1), at(longestSignInMs), at(-longestSignInMs)]).toEqual([
    'locked',
    'ended',
    'ended',
  ]);
  expect(standingOf({ ...times, lockedAt: 1 }, limits, 10 * day)).toBe('locked');
});

test('the window locks after two to five minutes', () => {
  expect([1, 2, 3, 5, 6].map((minutes) => idleMinutesSchema.safeParse(minutes).success)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('a code is the same however it is typed', () => {
  expect(normaliseCode(' abcde-fgh1o – il ')).toBe('ABCDEFGH1011');
  expect(formatCode('ABCDEFGH1011XYZ')).toBe('ABCDE-FGH10-11XYZ');
});
