import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CitizenView, DisplayState } from '../../shared/views-display.ts';
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

test('also the form before the last that ended never comes back', () => {
  hub.show('a', 'A', citizen('Mai'), 90);
  hub.clear('a', 'A', true);
  hub.show('a', 'B', citizen('Hùng'), 90);
  hub.clear('a', 'B', true);
  hub.show('a', 'A', citizen('Mai'), 90);
  expect(shown(hub.stateOf('a'))).toBe('idle');
});

test('of two windows at a desk the one that is typed in holds it for ten seconds, or until it is emptied', () => {
  expect(hub.mayType('a', 'A', 0)).toBe(true);
  expect(hub.mayType('a', 'B', 4_000)).toBe(false);
  expect(hub.mayType('a', 'A', 9_000)).toBe(true);
  expect(hub.mayType('a', 'B', 18_999)).toBe(false);
  expect(hub.mayType('b', 'B', 18_999)).toBe(true);
  expect(hub.mayType('a', 'B', 19_000)).toBe(true);
  hub.clear('a', 'B', false);
  expect(hub.mayType('a', 'A', 19_001)).toBe(true);
  hub.show('a', 'A', citizen('Mai'), 90);
  hub.thank('a', 'A', thanks('Mai'));
  expect(hub.mayType('a', 'B', 19_002)).toBe(true);
});

test('when somebody else sits down nobody stays on the screen; a rating does', () => {
  hub.show('a', 'A', citizen('Mai'), 90);
  hub.offerRating('a', offer);
  hub.clearDesk('a');
  expect(shown(hub.stateOf('a'))).toBe('rating');
  hub.keepRating('a', offer.code);
  hub.show('a', 'B', citizen('Hùng'), 90);
  hub.clearDesk('a');
  hub.endRating('a', offer.code);
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
  hub.clear('a', 'form', true);
  hub.offerRating('a', offer);
  vi.advanceTimersByTime(60_000);
  expect(shown(hub.stateOf('a'))).toBe('idle');
});

describe('a rating in somebody’s hands', () => {
  const now = () => [shown(hub.stateOf('a')), hub.waitingAt('a')];

  test('holds the screen for 20 s after each touch; the next form waits and then shows as it stands', () => {
    hub.offerRating('a', offer);
    hub.keepRating('a', offer.code);
    hub.show('a', 'form', citizen('Hù'), 90);
    expect(now()).toEqual(['rating', 'mirror']);
    vi.advanceTimersByTime(15_000);
    hub.keepRating('a', offer.code);
    hub.show('a', 'form', citizen('Hùng'), 90);
    vi.advanceTimersByTime(19_000);
    expect(now()).toEqual(['rating', 'mirror']);
    vi.advanceTimersByTime(1_000);
    expect(now()).toEqual(['mirror Hùng', null]);
    vi.advanceTimersByTime(69_000);
    expect(now()).toEqual(['mirror Hùng', null]);
    vi.advanceTimersByTime(1_000);
    expect(now()).toEqual(['idle', null]);
  });

  test('gives way at once when it is answered, also to a form that became a case meanwhile', () => {
    hub.offerRating('a', offer);
    hub.keepRating('a', offer.code);
    hub.show('a', 'form', citizen('Hùng'), 90);
    hub.thank('a', 'form', thanks('Hùng'));
    expect(now()).toEqual(['rating', 'thanks']);
    hub.endRating('a', offer.code);
    expect(now()).toEqual(['thanks Hùng', null]);
  });

  test('a form that was emptied or has gone silent while it waited never shows', () => {
    hub.offerRating('a', offer);
    hub.keepRating('a', offer.code);
    hub.show('a', 'form', citizen('Hùng'), 90);
    hub.clear('a', 'form', true);
    expect(now()).toEqual(['rating', null]);
    hub.show('a', 'other', citizen('Mai'), 10);
    vi.advanceTimersByTime(12_000);
    expect(now()).toEqual(['rating', null]);
    hub.endRating('a', offer.code);
    expect(now()).toEqual(['idle', null]);
  });

  test('does not give way to another rating either', () => {
    hub.offerRating('a', offer);
    hub.keepRating('a', offer.code);
    hub.offerRating('a', { ...offer, code: '87654321' });
    expect(hub.stateOf('a')).toMatchObject({ offer });
    hub.endRating('a', offer.code);
    expect(hub.stateOf('a')).toMatchObject({ kind: 'rating', offer: { code: '87654321' } });
  });
});

test('an offered rating waits while a form shows, a minute at most', () => {
  hub.show('a', 'form', citizen('Mai'), 90);
  hub.offerRating('a', offer);
  expect([shown(hub.stateOf('a')), hub.waitingAt('a')]).toEqual(['mirror Mai', 'rating']);
  hub.clear('a', 'form', true);
  expect(hub.stateOf('a')).toMatchObject({ kind: 'rating', lastsSeconds: 60 });
  hub.endRating('a', offer.code);
  hub.show('a', 'next', citizen('Hùng'), 90);
  hub.offerRating('a', offer);
  vi.advanceTimersByTime(60_000);
  expect(hub.waitingAt('a')).toBeNull();
  hub.clear('a', 'next', true);
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
    for await (const { state, queueTurn } of hub.watch('a', undefined)) {
      seen.push(state ? shown(state) : `queue ${queueTurn}`);
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
  hub.turnQueue();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['idle', 'mirror Mai', 'idle', 'queue 1']);
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
