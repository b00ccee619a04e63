import { EventEmitter, getEventListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { openDisplayHub } from '../display/display-hub.ts';
import { openChangeFeed } from './change-feed.ts';

const streams = 800;

test('800 windows and screens that went away leave no listener and no watcher', async () => {
  const added = vi.spyOn(EventEmitter.prototype, 'on');
  const feed = openChangeFeed();
  const displays = openDisplayHub();
  const gone = new AbortController();
  const read = async (stream: AsyncIterable<unknown>) => {
    for await (const _ of stream);
  };
  const reading = Array.from({ length: streams }, () => [
    read(feed.watch(gone.signal)),
    read(displays.at('a').follow(gone.signal)),
  ]).flat();
  await new Promise(setImmediate);
  feed.announce(['cases']);
  const changes = () => added.mock.contexts.filter((_, at) => added.mock.calls[at]?.[0] === 'change');
  const [emitter] = changes() as EventEmitter[];
  expect(emitter?.listenerCount('change')).toBe(streams);
  expect(displays.at('a').isWatched()).toBe(true);
  gone.abort();
  await Promise.all(reading);
  expect(emitter?.listenerCount('change')).toBe(0);
  expect(emitter?.listenerCount('error')).toBe(0);
  expect(displays.at('a').isWatched()).toBe(false);
  expect(getEventListeners(gone.signal, 'abort')).toEqual([]);
  added.mockRestore();
  displays.close();
});

test('what changes in quick succession is told at once and then gathered, and nothing of it is lost', async () => {
  const feed = openChangeFeed();
  const gone = new AbortController();
  const told: string[] = [];
  const reading = (async () => {
    for await (const area of feed.watch(gone.signal)) told.push(area);
  })();
  await new Promise(setImmediate);
  for (let time = 0; time < 50; time += 1) feed.announce(['cases', 'slips']);
  await new Promise(setImmediate);
  expect(told).toEqual(['cases', 'slips']);
  feed.announce(['money']);
  while (!told.includes('money')) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual(['cases', 'slips', 'cases', 'slips', 'money']);
  gone.abort();
  await reading;
  feed.close();
});
