import type { MiddlewareHandler } from 'hono';
import { ownPageGuard } from './own-page.ts';

/** What keeps the other pages of this machine's browsers out of the counter. */
export function loopbackGuard(port: () => number): MiddlewareHandler {
  return ownPageGuard({
    scheme: 'http',
    hosts: () => [`127.0.0.1:${port()}`, `localhost:${port()}`],
    named: ({ req }) => [req.header('host')].filter((host) => host !== undefined),
    isStrict: false,
    spokenAsJson: [],
  });
}
