import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from 'node:http2';
import type { CounterOptions } from '../electron/counter.ts';
import type { LanDeviceKind } from '../shared/domain/lan.ts';
import type { LanView } from '../shared/views-lan.ts';
import { type Desk, openDesk } from './desk.ts';

/** A counter whose door for the local network stands open on this machine, by the clock of this machine. */
export async function openLanDesk(more: Partial<CounterOptions> = {}): Promise<LanDesk> {
  const desk = await openDesk(officeNow(), undefined, true, { lan: lanOfTests, ...more });
  const view = await desk.clerk.lan.switchOn({ address: '127.0.0.1', hostName: 'mot-cua.local' });
  const { pem = '' } = (await desk.clerk.lan.certificate()) ?? {};
  return { ...desk, view, ca: pem };
}

export type LanDesk = Desk & { view: LanView; ca: string };

/** The time in the office, some minutes from now. */
export const officeNow = (minutes = 0): string =>
  new Date(Date.now() + 7 * 3600_000 + minutes * 60_000).toISOString().slice(0, 16);

export const lanOfTests = {
  port: 0,
  // All of them come from one address here.
  strangers: { perSecond: 1000, burst: 1000 },
  addresses: () => [{ address: '127.0.0.1', interfaceName: 'lo', prefix: 8 }],
};

export interface LanReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A device: one HTTP/2 connection and its cookies, as a browser has them. */
export interface LanClient {
  url: string;
  session: ClientHttp2Session;
  cookies: Map<string, string>;
  ask(path: string, headers?: Record<string, string>): Promise<LanReply>;
  /** From the counter's own page, with its cookies. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<LanReply>;
  /** The data of a procedure; throws the code of a refusal. */
  call(path: string, input?: unknown): Promise<unknown>;
  close(): void;
}

export function lanClient(url: string, ca: string): LanClient {
  const session = connect(url, { ca });
  session.on('error', () => {});
  const cookies = new Map<string, string>();
  const send = (headers: Record<string, string>, body?: string) =>
    new Promise<LanReply>((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const stream = session.request({ ...(cookie && { cookie }), ...headers });
      let [status, replied, text]: [number, IncomingHttpHeaders, string] = [0, {}, ''];
      stream.setEncoding('utf8');
      stream.on('response', (reply) => {
        status = Number(reply[':status']);
        replied = reply;
        for (const each of reply['set-cookie'] ?? []) {
          const [name = '', value = ''] = each.split(';')[0]?.split('=') ?? [];
          if (value === '') cookies.delete(name);
          else cookies.set(name, value);
        }
      });
      stream.on('data', (piece: string) => {
        text += piece;
      });
      stream.on('end', () => resolve({ status, headers: replied, text }));
      stream.on('error', reject);
      stream.on('close', () => reject(new Error('cut')));
      stream.end(body);
    });
  const client: LanClient = {
    url,
    session,
    cookies,
    ask: (path, headers = {}) => send({ ':path': path, ...headers }),
    post: (path, body, headers = {}) => {
      const own = { ':method': 'POST', ':path': path, 'content-type': 'application/json', origin: url };
      return send({ ...own, ...headers }, typeof body === 'string' ? body : JSON.stringify(body));
    },
    call: async (path, input) => {
      const own = { 'sec-fetch-site': 'same-origin' };
      const { text } = await client.post(
        `/api/${path}?batch=1`,
        input === undefined ? {} : { 0: input },
        own,
      );
      const replied = JSON.parse(text);
      const reply = Array.isArray(replied) ? replied[0] : replied;
      if (reply.error) throw new Error(reply.error.data.app.code);
      return reply.result.data;
    },
    close: () => session.destroy(),
  };
  return client;
}

/** A client that an administrator has paired. */
export async function pairedClient(
  { clerk, view, ca }: LanDesk,
  kind: LanDeviceKind,
  more: object = {},
): Promise<LanClient> {
  const { code } = await clerk.lan.newPairingCode({ kind, name: `Máy ${kind}`, ...more } as never);
  const client = lanClient(view.url ?? '', ca);
  const { status, text } = await client.post('/ghep/pair', { code });
  if (status !== 200) throw new Error(text);
  return client;
}
