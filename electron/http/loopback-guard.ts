import type { MiddlewareHandler } from 'hono';

/**
 * What keeps the other pages of this machine's browsers out of the counter. The host must be the counter's own
 * address, else 421: a foreign name that resolves to 127.0.0.1 is DNS rebinding. An unsafe method must come from
 * the counter's own page (ASVS 3.5.1), else 403; without a word from the browser about that, it does not.
 */
export function loopbackGuard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host');
    if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`) {
      return context.text('Máy này không phục vụ tên đó.', 421);
    }
    if (!safeMethods.has(context.req.method) && !isFromOwnPage(context.req.raw.headers, host)) {
      return context.text('Yêu cầu này không đến từ trang của quầy.', 403);
    }
    await next();
  };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Sec-Fetch-Site decides where the browser sends it, because no page can write it; older ones send Origin alone. */
function isFromOwnPage(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  return headers.get('origin') === `http://${host}`;
}
