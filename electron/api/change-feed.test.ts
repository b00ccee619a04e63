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
    read(displays.watch('a', gone.signal)),
  ]).flat();
  await new Promise(setImmediate);
  feed.announce(['cases']);
  const changes = () => added.mock.contexts.filter((_, at) => added.mock.calls[at]?.[0] === 'change');
  const [emitter] = changes() as EventEmitter[];
  expect(emitter?.listenerCount('change')).toBe(streams);
  expect(displays.isWatched('a')).toBe(true);
  gone.abort();
  await Promise.all(reading);
  expect(emitter?.listenerCount('change')).toBe(0);
  expect(emitter?.listenerCount('error')).toBe(0);
  expect(displays.isWatched('a')).toBe(false);
  expect(getEventListeners(gone.signal, 'abort')).toEqual([]);
  added.mockRestore();
  displays.close();
});
