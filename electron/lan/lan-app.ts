import type { Http2ServerRequest } from 'node:http2';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { pairingSchema } from '../../shared/domain/lan.ts';
import type { PairingRefusal, PairingState } from '../../shared/views-lan.ts';
import { newToken, tokenHash } from '../accounts/secrets.ts';
import type { Door } from '../door.ts';
import { replyHeaders } from '../http/reply-headers.ts';
import { type HeldCookie, jarOfRequest, withCookie } from '../http/sign-in-cookie.ts';
import { deviceName, type LanDevice } from '../register/lan.ts';
import { type LanBindings, lanGuard } from './guard.ts';
import type { Connection } from './lines.ts';
import { openRateLimit } from './rate-limit.ts';

/** What the door of the local network is made of. */
export interface LanAppDesk {
  /** 'name:port' and 'address:port'. */
  hosts: () => readonly string[];
  port: () => number;
  findDevice(tokenHash: Buffer): LanDevice | undefined;
  /** When the device of this token was revoked, as an office time. */
  revokedAt(tokenHash: Buffer): string | undefined;
  /** Its requests came by this connection, which ends with the device. */
  connected(device: LanDevice, connection: Connection): void;
  /** Null: no such code. Otherwise the device is paired under this token from now on; `seconds`: come again later. */
  pair(code: string, tokenHash: Buffer, from: string): LanDevice | { seconds: number; isWrong: boolean };
  /** The certificate of the authority, in DER. */
  authority(): Uint8Array<ArrayBuffer>;
  /** The built renderer. */
  files: Hono;
  /** The counter itself. */
  answer(request: Request, door: Door): Promise<Response>;
  /** Requests of one address that is not paired. */
  strangers: Allowance;
  log: (line: string) => void;
}

export interface Allowance {
  perSecond: number;
  burst: number;
}

/** A device keeps its cookie as long as browsers keep any; each page it opens begins that anew. */
const cookieDays = 400;
const pairingBytes = 2048;
const strictly = 'Path=/; Secure; HttpOnly; SameSite=Strict';

const signInCookie = (port: number): HeldCookie => ({ name: `__Host-mot-cua-${port}`, attributes: strictly });
const deviceCookie = (port: number): HeldCookie => ({
  name: `__Host-mot-cua-device-${port}`,
  attributes: `${strictly}; Max-Age=${cookieDays * 86_400}`,
});

interface Env {
  Bindings: LanBindings;
  Variables: { device: LanDevice | undefined };
}

/** The handler of the local network: the guard, the pairing page for everybody, and the counter for what is paired. */
export function lanApp(desk: LanAppDesk): Hono<Env> {
  const app = new Hono<Env>();
  app.use(replyHeaders);
  app.use(async (c, next) => {
    await next();
    c.header('Strict-Transport-Security', 'max-age=31536000');
    // HTTP/2 knows no such header.
    c.res.headers.delete('Connection');
  });
  app.use(lanGuard(desk.hosts));
  app.use(async (c, next) => {
    const { token } = jarOfRequest(c.req.raw, deviceCookie(desk.port()));
    const device = token === null ? undefined : desk.findDevice(tokenHash(token));
    c.set('device', device);
    if (device) desk.connected(device, connectionOf(c));
    await next();
  });
  app.use(slowDown(desk.strangers));
  app.onError((error, c) => {
    desk.log(`local network: ${error.stack ?? error.message}`);
    return c.text('Quầy gặp lỗi ngoài dự kiến.', 500);
  });
  app.get('/assets/*', (c) => desk.files.fetch(c.req.raw));
  app.get('/ghep', async (c) => desk.files.fetch(c.req.raw));
  app.get('/ghep/state', (c) => {
    const state = stateOf(c.get('device'));
    const { token } = jarOfRequest(c.req.raw, deviceCookie(desk.port()));
    const revokedAt = state.device || token === null ? undefined : desk.revokedAt(tokenHash(token));
    return c.json(revokedAt === undefined ? state : { ...state, revokedAt });
  });
  app.get('/ghep/mot-cua.crt', (c) =>
    c.body(desk.authority(), 200, {
      'Content-Type': 'application/x-x509-ca-cert',
      'Content-Disposition': 'attachment; filename="mot-cua.crt"',
    }),
  );
  app.post(
    '/ghep/pair',
    bodyLimit({ maxSize: pairingBytes, onError: (c) => c.json(refusal('tooLarge'), 413) }),
    async (c) => {
      const typed = pairingSchema.safeParse(await c.req.json().catch(() => null));
      const token = newToken();
      const from = addressOf(c);
      const paired = desk.pair(typed.success ? typed.data.code : '', tokenHash(token), from);
      if ('seconds' in paired) {
        const refusal: PairingRefusal = {
          error: { code: paired.isWrong ? 'wrongCode' : 'tooManyTries', seconds: paired.seconds },
        };
        return c.json(refusal, paired.isWrong ? 401 : 429);
      }
      return withCookie(c.json(stateOf(paired)), null, { token }, deviceCookie(desk.port()));
    },
  );
  app.all('*', (c) => {
    const device = c.get('device');
    if (device === undefined) return turnAway(c);
    return isPage(c) ? page(c, device) : handOn(c, device);
  });
  return app;

  /** A page begins the life of the device's cookie anew. A screen's only page is its own. */
  async function page(c: Context<Env>, device: LanDevice): Promise<Response> {
    const { path } = stateOf(device);
    if (device.kind !== 'counter' && !c.req.path.startsWith('/man-hinh')) return c.redirect(path ?? '/ghep');
    const cookie = deviceCookie(desk.port());
    return withCookie(await handOn(c, device), null, jarOfRequest(c.req.raw, cookie), cookie);
  }

  async function handOn(c: Context<Env>, device: LanDevice): Promise<Response> {
    const cookie = signInCookie(desk.port());
    const jar = jarOfRequest(c.req.raw, cookie);
    const before = jar.token;
    const name = deviceName(device.id);
    const door: Door =
      device.kind === 'counter'
        ? { kind: 'lan', device: name, roles: device.roles, jar }
        : { kind: 'display', device: name, desk: device.desk ?? name, ratesOnly: device.kind === 'rating' };
    return withCookie(await desk.answer(c.req.raw, door), before, jar, cookie);
  }
}

/**
 * Ten requests a second of one device for as long as it likes, fewer of who is not paired; at once what a page asks when it opens.
 * What the program is made of is not counted, but of strangers.
 */
function slowDown(strangers: Allowance): MiddlewareHandler<Env> {
  const ofDevices = openRateLimit(10, 60);
  const ofAssets = openRateLimit(5, 60);
  const ofStrangers = openRateLimit(strangers.perSecond, strangers.burst);
  return async (c, next) => {
    const nowMs = performance.now();
    const device = c.get('device');
    const isAsset = c.req.path.startsWith('/assets/');
    if (device && isAsset) return next();
    const seconds = device
      ? ofDevices.waitOf(deviceName(device.id), nowMs)
      : (isAsset ? ofAssets : ofStrangers).waitOf(addressOf(c), nowMs);
    if (seconds === 0) return next();
    return c.json(refusal('tooFast', { seconds }), 429, { 'Retry-After': String(seconds) });
  };
}

/** Who is not paired learns nothing but where to be paired. */
function turnAway(c: Context<Env>): Response {
  return isPage(c) ? c.redirect('/ghep') : c.json(refusal('notPaired'), 401);
}

/** As the door of procedures refuses, so that a window which was paired until now understands it. */
function refusal(code: string, data: Record<string, unknown> = {}) {
  return { error: { message: code, code: -32600, data: { app: { code, ...data } } } };
}

/** Only a navigation accepts HTML. */
const isPage = (c: Context<Env>): boolean =>
  c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');

function stateOf(device: LanDevice | undefined): PairingState {
  if (device === undefined) return { device: null, path: null };
  const { name, kind } = device;
  const path = kind === 'counter' ? '/' : kind === 'display' ? '/man-hinh' : '/man-hinh/danh-gia';
  return { device: { name, kind }, path };
}

function connectionOf(c: Context<Env>): Connection {
  const { incoming } = c.env;
  const { stream } = incoming as Partial<Http2ServerRequest>;
  return stream?.session ?? incoming.socket;
}

const addressOf = (c: Context<Env>): string => c.env.incoming.socket.remoteAddress ?? '';
