import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { TokenJar } from '../door.ts';
import { StartError } from '../start-error.ts';
import { loopbackGuard } from './loopback-guard.ts';
import { jarOfRequest, loopbackCookie, withCookie } from './sign-in-cookie.ts';

export interface Loopback {
  port: number;
  /** Stops listening; replies under way have a second to end, then their connections are cut. */
  close(): Promise<void>;
}

/** The counter's own port, so that a bookmark keeps working from day to day. */
export const usualPort = 6118;
const portsTried = 20;

/**
 * Serves `answer` on 127.0.0.1 and nowhere else, behind loopbackGuard; the jar is the browser's cookie, so that another program on
 * this PC is nobody. A wished port (0: any free one) that is in
 * use throws `StartError`; without a wish it is the usual port or the next free one.
 */
export async function listenOnLoopback(
  answer: (request: Request, jar: TokenJar) => Promise<Response>,
  wished: number | undefined,
): Promise<Loopback> {
  const guarded = new Hono().use(loopbackGuard(() => port)).all('*', async ({ req }) => {
    const cookie = loopbackCookie(port);
    const jar = jarOfRequest(req.raw, cookie);
    const before = jar.token;
    return withCookie(await answer(req.raw, jar), before, jar, cookie);
  });
  const server = createAdaptorServer({ fetch: guarded.fetch }) as Server;
  // Node's five seconds cut a connection just when a window that rested speaks again.
  server.keepAliveTimeout = 65_000;
  const port = await listenOnFirstFree(server, wished);
  return { port, close: () => closeServer(server) };
}

async function listenOnFirstFree(server: Server, wished: number | undefined): Promise<number> {
  const candidates =
    wished === undefined ? [...Array(portsTried).keys()].map((n) => usualPort + n) : [wished];
  for (const port of candidates) {
    const failure = await listen(server, port);
    const address = server.address();
    if (failure === undefined && typeof address === 'object' && address) return address.port;
    if (failure !== undefined && failure !== 'EADDRINUSE') {
      throw new StartError(
        `Không mở được cổng ${port} trên máy này (${failure}): hãy chọn cổng khác bằng --port.`,
      );
    }
  }
  throw new StartError(
    wished === undefined
      ? `Các cổng từ ${usualPort} đến ${usualPort + portsTried - 1} đều đang có chương trình khác dùng: hãy chọn cổng khác bằng --port.`
      : `Cổng ${wished} đang có chương trình khác dùng: hãy chọn cổng khác, hoặc bỏ --port để quầy tự chọn.`,
  );
}

/** The system's error code, undefined when it listens. */
async function listen(server: Server, port: number): Promise<string | undefined> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(cut);
}
