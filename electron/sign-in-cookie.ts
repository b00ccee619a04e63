import type { TokenJar } from './door.ts';

/**
 * The jar of one request of a browser: a cookie that pages cannot read and no other site sends. Its name carries the port, because
 * a browser gives the cookies of 127.0.0.1 to every port, and a sample may be open beside the real register.
 */
export function jarOfRequest(request: Request, port: number): TokenJar {
  const name = cookieName(port);
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  return { token: found === undefined || found === '' ? null : found };
}

/** The reply with the cookie, where the jar holds another token than the request brought. */
export function withCookie(reply: Response, before: string | null, jar: TokenJar, port: number): Response {
  if (jar.token === before) return reply;
  const life = jar.token === null ? '; Max-Age=0' : '';
  const headers = new Headers(reply.headers);
  headers.append(
    'Set-Cookie',
    `${cookieName(port)}=${jar.token ?? ''}; Path=/; HttpOnly; SameSite=Strict${life}`,
  );
  return new Response(reply.body, { status: reply.status, statusText: reply.statusText, headers });
}

const cookieName = (port: number): string => `mot-cua-${port}`;
