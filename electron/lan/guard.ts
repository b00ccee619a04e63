import type { Http2Bindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

/** What reaches the handler of the local network beside the request: the connection it came by. */
export type LanBindings = Http2Bindings;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const spokenAsJson = ['/api/', '/man-hinh/api/', '/ghep/'];

/**
 * What keeps strangers' pages out. The host must be one of the counter's own names, else 421: any other that resolves to it is DNS
 * rebinding. An unsafe method must come from the counter's own page (ASVS 3.5.1-3), else 403, and what procedures read is JSON, else
 * 415: a form of another site can send none. A page of another site embeds and fetches nothing here.
 * @param hosts 'name:port' and 'address:port', as browsers write them.
 */
export function lanGuard(hosts: () => readonly string[]): MiddlewareHandler<{ Bindings: LanBindings }> {
  return async (context, next) => {
    const { headers } = context.env.incoming;
    const named = [headers[':authority'], headers.host].filter((host) => host !== undefined).map(String);
    const [host] = named;
    if (host === undefined || named.some((each) => !hosts().includes(each.toLowerCase())))
      return context.text('Máy này không phục vụ tên đó.', 421);
    const { method } = context.req;
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isOwn =
      (site ?? 'same-origin') === 'same-origin' && (origin ?? `https://${host}`) === `https://${host}`;
    if (!safeMethods.has(method)) {
      if (!isOwn || (site === undefined && origin === undefined))
        return context.text('Yêu cầu này không đến từ trang của quầy.', 403);
      const { pathname } = new URL(context.req.url);
      const type = context.req.header('content-type') ?? '';
      if (spokenAsJson.some((path) => pathname.startsWith(path)) && !/^application\/json(?:;|$)/i.test(type))
        return context.text('Chỉ nhận JSON.', 415);
    } else if (isFromElsewhere(site) && context.req.header('sec-fetch-mode') !== 'navigate')
      return context.text('Yêu cầu này không đến từ trang của quầy.', 403);
    await next();
  };
}

const isFromElsewhere = (site: string | undefined): boolean => site === 'cross-site' || site === 'same-site';
