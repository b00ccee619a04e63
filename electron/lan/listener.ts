import { once } from 'node:events';
import { constants, createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { LanBindings } from './guard.ts';
import {
  type Connection,
  type LineLimits,
  type Lines,
  openLines,
  streamsOfUnpaired,
  usualLineLimits,
} from './lines.ts';

export interface LanListener {
  address: string;
  port: number;
  /** A paired device has asked on this line: it may stay. */
  vouchFor(connection: Connection): void;
  /** Shows another certificate to whoever connects from now on. */
  renew(tls: ServerKeys): void;
  /** Stops listening and cuts every connection; resolves when all are gone. */
  close(): Promise<void>;
}

/** PEM. */
export interface ServerKeys {
  cert: string;
  key: string;
}

/** In which time whole headers, and a whole request, must be here; making an answer may take as long as it likes. */
export interface RequestTimes {
  headersMs: number;
  requestMs: number;
  /** Of an answer that is there something must be taken in this time, or it is dropped: it holds memory. */
  takingMs: number;
}
const usualTimes: RequestTimes = { headersMs: 10_000, requestMs: 60_000, takingMs: 30_000 };
/** An HTTP/2 connection on which nothing is asked or told any more is closed. */
const idleSessionMs = 10 * 60_000;
const mostConnections = 256;
/** The first byte of a TLS handshake. */
const handshakeByte = 0x16;

/**
 * Serves HTTPS at one address of this machine: HTTP/2, and HTTP/1.1 for who speaks nothing else, over TLS 1.2 and later. Who speaks
 * plain HTTP is told so. Rejects with the system's error, whose `code` is EADDRINUSE, EADDRNOTAVAIL …
 */
export async function listenOnLan(
  { address, port }: { address: string; port: number },
  tls: ServerKeys,
  answer: (request: Request, bindings: LanBindings) => Response | Promise<Response>,
  times: RequestTimes = usualTimes,
  limits: LineLimits = usualLineLimits,
): Promise<LanListener> {
  const secure = createAdaptorServer({
    fetch: (request, bindings) => answer(request, bindings as LanBindings),
    createServer: createSecureServer,
    serverOptions: {
      ...tls,
      allowHTTP1: true,
      minVersion: 'TLSv1.2',
      handshakeTimeout: times.headersMs,
      settings: { maxConcurrentStreams: streamsOfUnpaired },
      maxSessionMemory: 16,
    },
  }) as Http2SecureServer;
  const lines = openLines(limits);
  limitTimes(secure, times, lines);
  const front = createServer((socket) => {
    if (lines.admit(socket)) receive(socket, secure, times);
  });
  front.maxConnections = mostConnections;
  front.listen(port, address);
  await once(front, 'listening');
  // No line could be taken, as when too many files are open: the next one may be.
  front.on('error', () => {});
  const bound = front.address();
  return {
    address,
    port: typeof bound === 'object' && bound ? bound.port : port,
    vouchFor: lines.vouchFor,
    renew: (keys) => secure.setSecureContext({ ...keys, minVersion: 'TLSv1.2' }),
    close: () => closeAll(front, secure, lines),
  };
}

/** Looks at the first byte, so that a plain request gets an answer instead of a cut line. */
function receive(socket: Socket, secure: Http2SecureServer, times: RequestTimes): void {
  // A cut line is no event here: whoever waits for its request learns it there.
  socket.on('error', () => socket.destroy());
  const patience = setTimeout(() => socket.destroy(), times.headersMs).unref();
  socket.once('close', () => clearTimeout(patience));
  socket.once('data', (first: Buffer) => {
    clearTimeout(patience);
    socket.pause();
    if (first[0] !== handshakeByte) {
      socket.end(plainReply, () => socket.destroy());
      return;
    }
    socket.unshift(first);
    secure.emit('connection', socket);
  });
}

const plainText = 'Cửa này chỉ nhận https. Gõ lại địa chỉ, bắt đầu bằng https://';
const plainReply = [
  'HTTP/1.1 400 Bad Request',
  'Content-Type: text/plain; charset=utf-8',
  `Content-Length: ${Buffer.byteLength(plainText)}`,
  'Connection: close',
  '',
  plainText,
].join('\r\n');

/** A line that sends its request slowly, or takes nothing of its answer, is cut; one that listens to a stream is not. */
function limitTimes(
  secure: Http2SecureServer,
  { headersMs, requestMs, takingMs }: RequestTimes,
  lines: Lines,
): void {
  Object.assign(secure, {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: headersMs / 2,
    keepAliveTimeout: 65_000,
  });
  // It never listens itself: Node begins to look after the times of HTTP/1.1 when it is told so.
  secure.emit('listening');
  secure.on('session', (session: ServerHttp2Session) => {
    let open = 0;
    lines.speaks(session);
    session.on('error', () => session.destroy());
    session.on('stream', (stream) => {
      open += 1;
      const late = setTimeout(() => {
        if (!stream.endAfterHeaders && !stream.readableEnded) stream.close();
      }, requestMs).unref();
      stream.once('end', () => clearTimeout(late));
      // Node begins this anew whenever something is written or taken; where nothing waits to be taken, the answer is still being made.
      stream.setTimeout(takingMs, () => {
        if (stream.writableLength > 0) stream.close(constants.NGHTTP2_CANCEL);
      });
      stream.on('error', () => stream.close());
      stream.once('close', () => {
        open -= 1;
        clearTimeout(late);
      });
    });
    session.setTimeout(idleSessionMs, () => {
      if (open === 0) session.close();
    });
  });
}

async function closeAll(front: Server, secure: Http2SecureServer, lines: Lines): Promise<void> {
  const closed = once(front, 'close');
  front.close();
  lines.cutAll();
  await closed;
  secure.close();
}
