import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { type Loopback, listenOnLoopback } from './loopback.ts';

const open: Loopback[] = [];
afterEach(async () => {
  for (const loopback of open.splice(0)) await loopback.close();
});

async function listen(
  port: number | undefined,
  answer = async () => new Response('quầy'),
): Promise<Loopback> {
  const loopback = await listenOnLoopback(answer, port);
  open.push(loopback);
  return loopback;
}

test('port 0 is any free port, and the guard knows which', async () => {
  const { port } = await listen(0);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('quầy');
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })).status).toBe(403);
});

test('a wished port in use is refused, without a wish the next one serves', async () => {
  const { port } = await listen(undefined);
  await expect(listenOnLoopback(async () => new Response(), port)).rejects.toThrow(StartError);
  expect((await listen(undefined)).port).not.toBe(port);
});

test('it is not reachable from other machines', async () => {
  const { port } = await listen(0);
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address } of addresses.filter(({ internal, family }) => !internal && family === 'IPv4')) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  }
});

test('closing cuts an event stream that would never end', async () => {
  const endless = new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode(': hi\n\n')),
  });
  const loopback = await listenOnLoopback(async () => new Response(endless), 0);
  const reader = (await fetch(`http://127.0.0.1:${loopback.port}/`)).body?.getReader();
  await reader?.read();
  await loopback.close();
  await expect(reader?.read()).rejects.toThrow();
});
