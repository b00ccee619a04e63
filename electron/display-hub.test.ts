import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CitizenView, DisplayState } from '../shared/views-display.ts';
import { type DisplayHub, openDisplayHub } from './display-hub.ts';

const citizen = (name: string): CitizenView => ({
  name,
  procedureName: 'Xác nhận tình trạng hôn nhân',
  missing: [],
  originals: 1,
  copies: 0,
  receivedAt: '2025-04-24T09:15',
  appointment: null,
  promisedAt: null,
  fee: { amountVnd: null, method: 'cash', lines: [], transfer: null },
});
const shown = (state: DisplayState): string =>
  state.kind === 'mirror' || state.kind === 'thanks' ? `${state.kind} ${state.citizen.name}` : state.kind;
const thanks = (name: string) => ({ citizen: citizen(name), caseCode: 'H52-1', lastsSeconds: 25 });
const offer = { code: '12345678', procedureName: 'Khai sinh' };

let hub: DisplayHub;
beforeEach(() => {
  vi.useFakeTimers();
  hub = openDisplayHub();
});
afterEach(() => {
  hub.close();
  vi.useRealTimers();
});

test('a mirror goes away after its silence, and each word about it counts anew', () => {
  hub.show('a', 'form', citizen('Mai'), 90);
  vi.advanceTimersByTime(89_000);
  hub.show('a', 'form', citizen('Mai'), 90);
  vi.advanceTimersByTime(89_000);
  expect(shown(hub.stateOf('a'))).toBe('mirror Mai');
  vi.advanceTimersByTime(1_000);
  expect(hub.stateOf('a')).toEqual({ kind: 'idle' });
});

test('a new form takes the whole place of the one before, whose word comes too late', () => {
  hub.show('a', 'first', citizen('Mai'), 90);
  hub.show('a', 'second', citizen('Hùng'), 90);
  hub.clear('a', 'first', true);
  hub.thank('a', 'first', thanks('Mai'));
  expect(shown(hub.stateOf('a'))).toBe('mirror Hùng');
  hub.show('a', 'first', citizen('Mai'), 90);
  expect(shown(hub.stateOf('a'))).toBe('mirror Hùng');
});

test('an ended form never comes back, an emptied one may', () => {
  hub.show('a', 'form', citizen('Mai'), 90);
  hub.clear('a', 'form', false);
  expect(shown(hub.stateOf('a'))).toBe('idle');
  hub.show('a', 'form', citizen('Mai'), 90);
  expect(shown(hub.stateOf('a'))).toBe('mirror Mai');
  hub.clear('a', 'form', true);
  hub.show('a', 'form', citizen('Mai'), 90);
  expect(shown(hub.stateOf('a'))).toBe('idle');
});

test('thanks stand for their time; what the emptied form still says does not touch them', () => {
  hub.show('a', 'form', citizen('Mai'), 90);
  hub.thank('a', 'form', thanks('Mai'));
  hub.show('a', 'form', citizen('Mai'), 90);
  hub.clear('a', 'form', false);
  expect(shown(hub.stateOf('a'))).toBe('thanks Mai');
  vi.advanceTimersByTime(25_000);
  expect(shown(hub.stateOf('a'))).toBe('idle');
});

test('a case whose form does not show thanks nobody', () => {
  hub.thank('a', 'form', thanks('Mai'));
  expect(shown(hub.stateOf('a'))).toBe('idle');
  hub.show('a', 'form', citizen('Mai'), 90);
  vi.advanceTimersByTime(90_000);
  hub.thank('a', 'form', thanks('Mai'));
  expect(shown(hub.stateOf('a'))).toBe('idle');
});

test('an offered rating ends when it is answered, by the next form, or after a minute', () => {
  hub.offerRating('a', offer);
  hub.endRating('a', 'another');
  expect(shown(hub.stateOf('a'))).toBe('rating');
  hub.endRating('a', offer.code);
  expect(shown(hub.stateOf('a'))).toBe('idle');
  hub.offerRating('a', offer);
  hub.show('a', 'form', citizen('Mai'), 90);
  expect(shown(hub.stateOf('a'))).toBe('mirror Mai');
  hub.offerRating('a', offer);
  vi.advanceTimersByTime(60_000);
  expect(shown(hub.stateOf('a'))).toBe('idle');
});

test('two desks know nothing of each other', () => {
  hub.show('a', 'form', citizen('Mai'), 90);
  hub.show('b', 'other', citizen('Hùng'), 30);
  hub.clear('b', 'form', true);
  vi.advanceTimersByTime(30_000);
  expect([hub.stateOf('a'), hub.stateOf('b')].map(shown)).toEqual(['mirror Mai', 'idle']);
});

test('who watches gets the state at once, then the newest at each change, until the counter closes', async () => {
  const seen: string[] = [];
  const watching = (async () => {
    for await (const state of hub.watch('a', undefined)) {
      seen.push(shown(state));
      // Slower than what changes.
      await Promise.resolve();
    }
  })();
  await vi.advanceTimersByTimeAsync(0);
  expect(hub.isWatched('a')).toBe(true);
  expect(hub.isWatched('b')).toBe(false);
  hub.show('a', 'form', citizen('M'), 90);
  hub.show('a', 'form', citizen('Ma'), 90);
  hub.show('a', 'form', citizen('Mai'), 90);
  await vi.advanceTimersByTimeAsync(0);
  hub.clear('a', 'form', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['idle', 'mirror Mai', 'idle']);
  hub.close();
  await watching;
  expect(hub.isWatched('a')).toBe(false);
});

test('a watcher that goes away is forgotten', async () => {
  const gone = new AbortController();
  const watching = (async () => {
    for await (const _ of hub.watch('a', gone.signal));
  })();
  await vi.advanceTimersByTimeAsync(0);
  gone.abort();
  await watching;
  expect(hub.isWatched('a')).toBe(false);
});
