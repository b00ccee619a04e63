import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Credential, makeAuthority, makeLeaf, pemOf, tlsOf } from './certificates.ts';
import { usualLineLimits } from './lines.ts';
import { type LanListener, listenOnLan } from './listener.ts';

const host = { hostName: 'mot-cua.local', address: '127.0.0.1', prefix: 8 };
const times = { headersMs: 150, requestMs: 300, takingMs: 150 };
const limits = { ofOneAddress: 8, unpairedOfOneAddress: 3, unpaired: 4, unpairedMs: 250, endingMs: 100 };
let authority: Credential;
let leaf: Credential;
beforeAll(async () => {
  authority = await makeAuthority(host, Date.now());
  leaf = await makeLeaf(authority, host, Date.now());
});
const open: LanListener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

async function listen(
  answer: (request: Request) => Response | Promise<Response>,
  port = 0,
  among = usualLineLimits,
): Promise<LanListener> {
  const keys = tlsOf(leaf, authority.certificate);
  const listener = await listenOnLan({ address: '127.0.0.1', port }, keys, answer, times, among);
  open.push(listener);
  return listener;
}

const trust = () => ({ ca: pemOf(authority.certificate), servername: host.hostName });

/** What an HTTP/1.1 line that sends this is told until it is cut. */
async function speak({ port }: LanListener, text: string): Promise<string> {
  const socket = connectTls({ host: '127.0.0.1', port, ...trust(), ALPNProtocols: ['http/1.1'] });
  socket.on('error', () => {});
  let said = '';
  socket.on('data', (piece) => {
    said += piece;
  });
  socket.write(text);
  await once(socket, 'close');
  return said;
}

test('a line that sends its headers or its body slowly is cut', async () => {
  const listener = await listen(async (request) => new Response(await request.text()));
  const [headers, body] = await Promise.all([
    speak(listener, 'GET / HTTP/1.1\r\nHost: a\r\n'),
    speak(listener, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc'),
  ]);
  expect(headers).toMatch(/^HTTP\/1\.1 408/);
  expect(body).toMatch(/^HTTP\/1\.1 408/);

  const session = connectHttp2(`https://127.0.0.1:${listener.port}`, trust());
  session.on('error', () => {});
  const stream = session.request({ ':method': 'POST', ':path': '/' }, { endStream: false });
  stream.on('error', () => {});
  stream.write('abc');
  await once(stream, 'close');
  session.destroy();
});

test('a stream that says little for a long time is not cut', async () => {
  const listener = await listen(() => {
    let timer: NodeJS.Timeout;
    const body = new ReadableStream({
      start: (stream) => {
        timer = setInterval(() => stream.enqueue(new TextEncoder().encode(': hi\n\n')), 250);
      },
      cancel: () => clearInterval(timer),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  });
  const session = connectHttp2(`https://127.0.0.1:${listener.port}`, trust());
  session.on('error', () => {});
  const stream = session.request({ ':path': '/' });
  let pieces = 0;
  stream.on('data', () => {
    pieces += 1;
  });
  stream.on('error', () => {});
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(stream.closed).toBe(false);
  expect(pieces).toBeGreaterThanOrEqual(2);
  session.destroy();
});

test('a line that never says a word is cut, and so are all when it closes', async () => {
  const listener = await listen(() => new Response('ok'));
  const silent = connectTls({ host: '127.0.0.1', port: listener.port, ...trust() });
  silent.on('error', () => {});
  await once(silent, 'secureConnect');
  const closed = once(silent, 'close');
  await listener.close();
  open.pop();
  await closed;
});

test('a port in use rejects with what the system says', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(listen(() => new Response(), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  taken.close();
});

test('another certificate is shown from then on', async () => {
  const listener = await listen(() => new Response('ok'));
  const shown = async () => {
    const socket = connectTls({ host: '127.0.0.1', port: listener.port, ...trust() });
    await once(socket, 'secureConnect');
    const { fingerprint256 } = socket.getPeerCertificate();
    socket.destroy();
    return fingerprint256;
  };
  const before = await shown();
  listener.renew(tlsOf(await makeLeaf(authority, host, Date.now()), authority.certificate));
  expect(await shown()).not.toBe(before);
});

test('an answer of which nobody takes anything is dropped, also in the midst; one that is still being made is not', async () => {
  const listener = await listen(async ({ url }) => {
    if (!url.endsWith('/slow')) return new Response('x'.repeat(200_000));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return new Response('made');
  });
  const session = connectHttp2(`https://127.0.0.1:${listener.port}`, {
    ...trust(),
    settings: { initialWindowSize: 1000 },
  });
  session.on('error', () => {});
  const untaken = session.request({ ':path': '/' });
  untaken.on('error', () => {});
  const slow = session.request({ ':path': '/slow' });
  let said = '';
  slow.on('data', (piece) => {
    said += piece;
  });
  await Promise.all([once(untaken, 'close'), once(slow, 'close')]);
  expect([untaken.rstCode === 0, said]).toEqual([false, 'made']);
  session.destroy();
});

test('who is not paired has few lines, and each for a short time; the oldest makes room', async () => {
  const listener = await listen(() => new Response('ok'), 0, limits);
  const lines = [...Array(5)].map(() => {
    const session = connectHttp2(`https://127.0.0.1:${listener.port}`, trust());
    session.on('error', () => {});
    return session;
  });
  const asked = (session: (typeof lines)[number] | undefined) =>
    new Promise((resolve) => {
      const stream = session?.request({ ':path': '/' });
      stream?.on('response', () => resolve('answered'));
      stream?.on('error', () => resolve('cut'));
      stream?.on('close', () => resolve('cut'));
    });
  expect(await Promise.all(lines.map(asked))).toEqual(['cut', 'cut', 'answered', 'answered', 'answered']);
  const began = performance.now();
  await Promise.all(lines.slice(2).map((session) => session.closed || once(session, 'close')));
  expect(performance.now() - began).toBeLessThan(1000);
});

test('a line of a paired device stays, beside however many of others', async () => {
  const held: { listener?: LanListener } = {};
  const listener = await listenOnLan(
    { address: '127.0.0.1', port: 0 },
    tlsOf(leaf, authority.certificate),
    ({ url }, { incoming }) => {
      if (url.endsWith('/paired') && 'stream' in incoming && incoming.stream.session)
        held.listener?.vouchFor(incoming.stream.session);
      return new Response('ok');
    },
    times,
    limits,
  );
  held.listener = listener;
  open.push(listener);
  const connect = () => {
    const session = connectHttp2(`https://127.0.0.1:${listener.port}`, trust());
    session.on('error', () => {});
    return session;
  };
  const paired = connect();
  const ask = () =>
    new Promise((resolve, reject) => {
      const stream = paired.request({ ':path': '/paired' });
      stream.on('response', () => resolve('answered'));
      stream.on('error', reject);
    });
  await ask();
  const others = [...Array(4)].map(connect);
  await new Promise((resolve) => setTimeout(resolve, 450));
  expect([await ask(), paired.remoteSettings.maxConcurrentStreams]).toEqual(['answered', 200]);
  for (const session of [paired, ...others]) session.destroy();
});
