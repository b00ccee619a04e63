import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openLine } from './line.ts';

/** A counter that answers `done`, behind a cable that can be pulled: then nothing comes through, and nothing is refused. */
async function openCable() {
  const keys: (string | undefined)[] = [];
  let late: ServerResponse | undefined;
  let probes = 0;
  const counter = createServer((request, reply) => {
    if (request.method === 'POST') keys.push(request.headers['mot-cua-attempt'] as string | undefined);
    if (request.url === '/late') late = reply;
    else if (late) {
      // The reply that is waited for overtakes the one to the question whether anybody answers.
      probes += 1;
      late.end('done');
      setTimeout(() => reply.end(), 40);
    } else if (request.url !== '/slow') reply.end('done');
  });
  const port = await listen(counter);
  let isPulled = false;
  const ends = new Set<Socket>();
  const cable = createSocketServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => isPulled || to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  const url = `http://127.0.0.1:${await listen(cable)}`;
  return {
    url,
    keys,
    probes: () => probes,
    pull: (pulled: boolean) => {
      isPulled = pulled;
    },
    close: () => {
      for (const end of ends) end.destroy();
      cable.close();
      counter.close();
    },
  };
}

async function listen(server: Server | ReturnType<typeof createSocketServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const opened: Awaited<ReturnType<typeof openCable>>[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

async function openWindow(sendAgainMs = 2000) {
  const cable = await openCable();
  opened.push(cable);
  const quick = { doubtMs: 60, answerMs: 120, askAgainMs: 30, sendAgainMs };
  return { cable, line: openLine({ asks: `${cable.url}/healthz`, ...quick }) };
}

it('notices a cable that was pulled, and that it is back', async () => {
  const { cable, line } = await openWindow();
  expect(await (await line.fetch(cable.url)).text()).toBe('done');
  cable.pull(true);
  await expect(line.fetch(cable.url)).rejects.toThrow();
  expect(line.isOpen()).toBe(false);
  expect(await line.whenOpen(50)).toBe(false);
  cable.pull(false);
  expect(await line.whenOpen(2000)).toBe(true);
});

it('waits for a reply that takes its time while the counter answers', async () => {
  const { cable, line } = await openWindow();
  const asked = line.fetch(`${cable.url}/slow`).then(
    () => 'answered',
    () => 'cut',
  );
  const waited = new Promise((resolve) => setTimeout(resolve, 400, 'waiting'));
  expect(await Promise.race([asked, waited])).toBe('waiting');
  expect(line.isOpen()).toBe(true);
});

it('asks nothing any more once the reply is there', async () => {
  const { cable, line } = await openWindow();
  expect(await (await line.fetch(`${cable.url}/late`)).text()).toBe('done');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(cable.probes()).toBe(1);
});

it('sends a command again under the same key once the counter answers', async () => {
  const { cable, line } = await openWindow();
  await line.send(cable.url, { method: 'POST' });
  cable.pull(true);
  const sent = line.send(cable.url, { method: 'POST' });
  while (line.unsure() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  cable.pull(false);
  expect(await (await sent).text()).toBe('done');
  expect(line.unsure()).toBe(0);
  const [first, ...again] = cable.keys;
  expect(new Set(again).size).toBe(1);
  expect(again).not.toContain(first);
});

it('leaves a command alone when the cut lasts', async () => {
  const { cable, line } = await openWindow(200);
  cable.pull(true);
  await expect(line.send(cable.url, { method: 'POST' })).rejects.toThrow();
  expect(line.unsure()).toBe(0);
});
