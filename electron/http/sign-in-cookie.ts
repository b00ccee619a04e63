import type { TokenJar } from '../door.ts';

/** A cookie that pages cannot read and no other site sends. */
export interface HeldCookie {
  name: string;
  /** What stands behind its value. */
  attributes: string;
}

/**
 * Its name carries the port, because a browser gives the cookies of 127.0.0.1 to every port, and a sample may be open beside
 * the real register.
 */
export const loopbackCookie = (port: number): HeldCookie => ({
  name: `mot-cua-${port}`,
  attributes: 'Path=/; HttpOnly; SameSite=Strict',
});

/** The jar of one request of a browser. */
export function jarOfRequest(request: Request, { name }: HeldCookie): TokenJar {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  return { token: found === undefined || found === '' ? null : found };
}

/** The reply with the cookie, where the jar holds another token than the request brought. */
export function withCookie(
  reply: Response,
  before: string | null,
  jar: TokenJar,
  cookie: HeldCookie,
): Response {
  if (jar.token === before) return reply;
  const life = jar.token === null ? '; Max-Age=0' : '';
  const headers = new Headers(reply.headers);
  headers.append('Set-Cookie', `${cookie.name}=${jar.token ?? ''}; ${cookie.attributes}${life}`);
  return new Response(reply.body, { status: reply.status, statusText: reply.statusText, headers });
}
