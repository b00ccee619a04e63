import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Credential, makeAuthority, makeLeaf, pemOf, tlsOf } from './certificates.ts';
import { type LanListener, listenOnLan } from './listener.ts';

const host = { hostName: 'mot-cua.local', address: '127.0.0.1', prefix: 8 };
const times = { headersMs: 150, requestMs: 300 };
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
): Promise<LanListener> {
  const keys = tlsOf(leaf, authority.certificate);
  const listener = await listenOnLan({ address: '127.0.0.1', port }, keys, answer, times);
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
