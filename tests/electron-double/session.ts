import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { app } from './app.ts';

type Answer = (request: Request) => Response | Promise<Response>;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
type RequestHandler = (
  contents: null,
  permission: string,
  reply: (granted: boolean) => void,
  details: object,
) => void;

/** A partition: its protocol handler is served on 127.0.0.1, because Chromium knows no scheme of ours. */
export class Session {
  #handlers = new Map<string, Answer>();
  #base: Promise<string> | undefined;
  #check: CheckHandler | undefined;
  #request: RequestHandler | undefined;

  protocol = {
    handle: (scheme: string, answer: Answer): void => {
      if (!app.isReady()) throw new Error('protocol.handle before ready');
      if (this.#handlers.has(scheme)) throw new Error(`${scheme} is handled already`);
      this.#handlers.set(scheme, answer);
    },
  };

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setDevicePermissionHandler(_handler: () => boolean): void {}

  /** Electron grants what no handler refuses, each way for itself: both handlers must agree. */
  isGranted(permission: string, url: string): boolean {
    const checked = this.#check?.(null, permission, url, { requestingUrl: url, isMainFrame: true }) ?? true;
    let requested = this.#request === undefined;
    const reply = (granted: boolean): void => {
      requested = granted;
    };
    this.#request?.(null, permission, reply, { requestingUrl: url, isMainFrame: true });
    if (checked !== requested) throw new Error(`the two handlers do not agree on ${permission} for ${url}`);
    return checked;
  }

  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const answer = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (!answer) throw new TypeError(`net::ERR_UNKNOWN_URL_SCHEME ${url}`);
    return answer(new Request(url, init));
  }

  /** Where Chromium finds an address of an own scheme; a partition without a handler has nothing to show. */
  async httpAddressOf(url: string): Promise<string> {
    const { protocol, host, pathname, search, hash } = new URL(url);
    if (!this.#handlers.has(protocol.slice(0, -1)))
      throw new Error(`this partition does not handle ${protocol}`);
    this.#base ??= this.#serve(`${protocol}//${host}`);
    return `${await this.#base}${pathname}${search}${hash}`;
  }

  async #serve(origin: string): Promise<string> {
    let base = '';
    const server = createAdaptorServer({
      fetch: (request) => {
        const { pathname, search } = new URL(request.url);
        const headers = new Headers(request.headers);
        headers.delete('host');
        if (headers.get('origin') === base) headers.set('origin', origin);
        const { method, body, signal } = request;
        const init = { method, headers, body, signal, duplex: 'half' } as RequestInit;
        return this.fetch(`${origin}${pathname}${search}`, init);
      },
    }) as Server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    return base;
  }
}

const sessions = new Map<string, Session>();

export const session = {
  fromPartition(name: string): Session {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    const known = sessions.get(name) ?? new Session();
    sessions.set(name, known);
    return known;
  },
};
