import type { Context, Env, MiddlewareHandler } from 'hono';

/** A door as its guard knows it. */
interface GuardedDoor<Kind extends Env> {
  scheme: 'http' | 'https';
  /** The counter's own, as browsers write them. */
  hosts: () => readonly string[];
  /** The host that a request asks; of HTTP/2 there may be two, and both must be ours. */
  named: (context: Context<Kind>) => readonly string[];
  /** Nothing counts as own that a browser does not call so, and an Origin beside it has to fit. */
  isStrict: boolean;
  /** What is read as JSON alone: a form of another site can send none. */
  spokenAsJson: readonly string[];
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What keeps other pages out. The host must be one of the counter's own names, else 421: any other that resolves to it is DNS
 * rebinding. An unsafe method must come from the counter's own page (ASVS 3.5.1-3), else 403, and without a word from the browser
 * about that it does not.
 */
export function ownPageGuard<Kind extends Env>(door: GuardedDoor<Kind>): MiddlewareHandler<Kind> {
  return async (context, next) => {
    const named = door.named(context);
    const [host] = named;
    if (host === undefined || named.some((each) => !door.hosts().includes(each.toLowerCase())))
      return context.text('Máy này không phục vụ tên đó.', 421);
    const { req } = context;
    const isSafe = safeMethods.has(req.method);
    if (isSafe ? door.isStrict && isEmbeddedElsewhere(req.raw) : !isOwn(req.raw, `${door.scheme}://${host}`))
      return context.text('Yêu cầu này không đến từ trang của quầy.', 403);
    if (!isSafe && door.spokenAsJson.some((path) => req.path.startsWith(path)) && !isJson(req.raw))
      return context.text('Chỉ nhận JSON.', 415);
    await next();
  };

  /** Sec-Fetch-Site decides where the browser sends it, because no page can write it; older ones send Origin alone. */
  function isOwn({ headers }: Request, own: string): boolean {
    const [site, origin] = [headers.get('sec-fetch-site'), headers.get('origin')];
    if (site === null) return origin === own;
    if (!door.isStrict) return site === 'same-origin' || site === 'none';
    return site === 'same-origin' && (origin === null || origin === own);
  }
}

/** A page of another site embeds and fetches nothing here; it may lead here. */
function isEmbeddedElsewhere({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  return (site === 'cross-site' || site === 'same-site') && headers.get('sec-fetch-mode') !== 'navigate';
}

const isJson = ({ headers }: Request): boolean =>
  /^application\/json(?:;|$)/i.test(headers.get('content-type') ?? '');
