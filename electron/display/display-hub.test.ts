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
  hub.at('a').show('form', citizen('Mai'), 90);
  vi.advanceTimersByTime(89_000);
  hub.at('a').show('form', citizen('Mai'), 90);
  vi.advanceTimersByTime(89_000);
  expect(shown(hub.at('a').state())).toBe('mirror Mai');
  vi.advanceTimersByTime(1_000);
  expect(hub.at('a').state()).toEqual({ kind: 'idle' });
});

test('a new form takes the whole place of the one before, whose word comes too late', () => {
  hub.at('a').show('first', citizen('Mai'), 90);
  hub.at('a').show('second', citizen('Hùng'), 90);
  hub.at('a').clear('first', true);
  hub.at('a').thank('first', thanks('Mai'));
  expect(shown(hub.at('a').state())).toBe('mirror Hùng');
  hub.at('a').show('first', citizen('Mai'), 90);
  expect(shown(hub.at('a').state())).toBe('mirror Hùng');
});

test('an ended form never comes back, an emptied one may', () => {
  hub.at('a').show('form', citizen('Mai'), 90);
  hub.at('a').clear('form', false);
  expect(shown(hub.at('a').state())).toBe('idle');
  hub.at('a').show('form', citizen('Mai'), 90);
  expect(shown(hub.at('a').state())).toBe('mirror Mai');
  hub.at('a').clear('form', true);
  hub.at('a').show('form', citizen('Mai'), 90);
  expect(shown(hub.at('a').state())).toBe('idle');
});

test('also the form before the last that ended never comes back', () => {
  hub.at('a').show('A', citizen('Mai'), 90);
  hub.at('a').clear('A', true);
  hub.at('a').show('B', citizen('Hùng'), 90);
  hub.at('a').clear('B', true);
  hub.at('a').show('A', citizen('Mai'), 90);
  expect(shown(hub.at('a').state())).toBe('idle');
});

test('of two windows at a desk the one that is typed in holds it for ten seconds, or until it is emptied', () => {
  expect(hub.at('a').mayType('A', 0)).toBe(true);
  expect(hub.at('a').mayType('B', 4_000)).toBe(false);
  expect(hub.at('a').mayType('A', 9_000)).toBe(true);
  expect(hub.at('a').mayType('B', 18_999)).toBe(false);
  expect(hub.at('b').mayType('B', 18_999)).toBe(true);
  expect(hub.at('a').mayType('B', 19_000)).toBe(true);
  hub.at('a').clear('B', false);
  expect(hub.at('a').mayType('A', 19_001)).toBe(true);
  hub.at('a').show('A', citizen('Mai'), 90);
  hub.at('a').thank('A', thanks('Mai'));
  expect(hub.at('a').mayType('B', 19_002)).toBe(true);
});

test('when somebody else sits down nobody stays on the screen; a rating does', () => {
  hub.at('a').show('A', citizen('Mai'), 90);
  hub.at('a').offerRating(offer);
  hub.at('a').clearForms();
  expect(shown(hub.at('a').state())).toBe('rating');
  hub.at('a').keepRating(offer.code);
  hub.at('a').show('B', citizen('Hùng'), 90);
  hub.at('a').clearForms();
  hub.at('a').endRating(offer.code);
  expect(shown(hub.at('a').state())).toBe('idle');
});

test('thanks stand for their time; what the emptied form still says does not touch them', () => {
  hub.at('a').show('form', citizen('Mai'), 90);
  hub.at('a').thank('form', thanks('Mai'));
  hub.at('a').show('form', citizen('Mai'), 90);
  hub.at('a').clear('form', false);
  expect(shown(hub.at('a').state())).toBe('thanks Mai');
  vi.advanceTimersByTime(25_000);
  expect(shown(hub.at('a').state())).toBe('idle');
});

test('a case whose form does not show thanks nobody', () => {
  hub.at('a').thank('form', thanks('Mai'));
  expect(shown(hub.at('a').state())).toBe('idle');
  hub.at('a').show('form', citizen('Mai'), 90);
  vi.advanceTimersByTime(90_000);
  hub.at('a').thank('form', thanks('Mai'));
  expect(shown(hub.at('a').state())).toBe('idle');
});

test('an offered rating ends when it is answered, by the next form, or after a minute', () => {
  hub.at('a').offerRating(offer);
  hub.at('a').endRating('another');
  expect(shown(hub.at('a').state())).toBe('rating');
  hub.at('a').endRating(offer.code);
  expect(shown(hub.at('a').state())).toBe('idle');
  hub.at('a').offerRating(offer);
  hub.at('a').show('form', citizen('Mai'), 90);
  expect(shown(hub.at('a').state())).toBe('mirror Mai');
  hub.at('a').clear('form', true);
  hub.at('a').offerRating(offer);
  vi.advanceTimersByTime(60_000);
  expect(shown(hub.at('a').state())).toBe('idle');
});

describe('a rating in somebody’s hands', () => {
  const now = () => [shown(hub.at('a').state()), hub.at('a').waiting()];

  test('holds the screen for 20 s after each touch; the next form waits and then shows as it stands', () => {
    hub.at('a').offerRating(offer);
    hub.at('a').keepRating(offer.code);
    hub.at('a').show('form', citizen('Hù'), 90);
    expect(now()).toEqual(['rating', 'mirror']);
    vi.advanceTimersByTime(15_000);
    hub.at('a').keepRating(offer.code);
    hub.at('a').show('form', citizen('Hùng'), 90);
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
    hub.at('a').offerRating(offer);
    hub.at('a').keepRating(offer.code);
    hub.at('a').show('form', citizen('Hùng'), 90);
    hub.at('a').thank('form', thanks('Hùng'));
    expect(now()).toEqual(['rating', 'thanks']);
    hub.at('a').endRating(offer.code);
    expect(now()).toEqual(['thanks Hùng', null]);
  });

  test('a form that was emptied or has gone silent while it waited never shows', () => {
    hub.at('a').offerRating(offer);
    hub.at('a').keepRating(offer.code);
    hub.at('a').show('form', citizen('Hùng'), 90);
    hub.at('a').clear('form', true);
    expect(now()).toEqual(['rating', null]);
    hub.at('a').show('other', citizen('Mai'), 10);
    vi.advanceTimersByTime(12_000);
    expect(now()).toEqual(['rating', null]);
    hub.at('a').endRating(offer.code);
    expect(now()).toEqual(['idle', null]);
  });

  test('does not give way to another rating either', () => {
    hub.at('a').offerRating(offer);
    hub.at('a').keepRating(offer.code);
    hub.at('a').offerRating({ ...offer, code: '87654321' });
    expect(hub.at('a').state()).toMatchObject({ offer });
    hub.at('a').endRating(offer.code);
    expect(hub.at('a').state()).toMatchObject({ kind: 'rating', offer: { code: '87654321' } });
  });
});

test('an offered rating waits while a form shows, a minute at most', () => {
  hub.at('a').show('form', citizen('Mai'), 90);
  hub.at('a').offerRating(offer);
  expect([shown(hub.at('a').state()), hub.at('a').waiting()]).toEqual(['mirror Mai', 'rating']);
  hub.at('a').clear('form', true);
  expect(hub.at('a').state()).toMatchObject({ kind: 'rating', lastsSeconds: 60 });
  hub.at('a').endRating(offer.code);
  hub.at('a').show('next', citizen('Hùng'), 90);
  hub.at('a').offerRating(offer);
  vi.advanceTimersByTime(60_000);
  expect(hub.at('a').waiting()).toBeNull();
  hub.at('a').clear('next', true);
  expect(shown(hub.at('a').state())).toBe('idle');
});

test('two desks know nothing of each other', () => {
  hub.at('a').show('form', citizen('Mai'), 90);
  hub.at('b').show('other', citizen('Hùng'), 30);
  hub.at('b').clear('form', true);
  vi.advanceTimersByTime(30_000);
  expect([hub.at('a').state(), hub.at('b').state()].map(shown)).toEqual(['mirror Mai', 'idle']);
});

test('who watches gets the state at once, then the newest at each change, until the counter closes', async () => {
  const seen: string[] = [];
  const watching = (async () => {
    for await (const { state, queueTurn } of hub.at('a').follow(undefined)) {
      seen.push(state ? shown(state) : `queue ${queueTurn}`);
      // Slower than what changes.
      await Promise.resolve();
    }
  })();
  await vi.advanceTimersByTimeAsync(0);
  expect(hub.at('a').isWatched()).toBe(true);
  expect(hub.at('b').isWatched()).toBe(false);
  hub.at('a').show('form', citizen('M'), 90);
  hub.at('a').show('form', citizen('Ma'), 90);
  hub.at('a').show('form', citizen('Mai'), 90);
  await vi.advanceTimersByTimeAsync(0);
  hub.at('a').clear('form', true);
  await vi.advanceTimersByTimeAsync(0);
  hub.turnQueue();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual(['idle', 'mirror Mai', 'idle', 'queue 1']);
  hub.close();
  await watching;
  expect(hub.at('a').isWatched()).toBe(false);
});

test('a watcher that goes away is forgotten', async () => {
  const gone = new AbortController();
  const watching = (async () => {
    for await (const _ of hub.at('a').follow(gone.signal));
  })();
  await vi.advanceTimersByTimeAsync(0);
  gone.abort();
  await watching;
  expect(hub.at('a').isWatched()).toBe(false);
});
