import type { Http2Bindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { ownPageGuard } from '../http/own-page.ts';

/** What reaches the handler of the local network beside the request: the connection it came by. */
export type LanBindings = Http2Bindings;

/**
 * What keeps strangers' pages out of the local network's door.
 * @param hosts 'name:port' and 'address:port', as browsers write them.
 */
export function lanGuard(hosts: () => readonly string[]): MiddlewareHandler<{ Bindings: LanBindings }> {
  return ownPageGuard<{ Bindings: LanBindings }>({
    scheme: 'https',
    hosts,
    named: ({ env }) => {
      const { headers } = env.incoming;
      return [headers[':authority'], headers.host].filter((host) => host !== undefined).map(String);
    },
    isStrict: true,
    spokenAsJson: ['/api/', '/man-hinh/api/', '/ghep/'],
  });
}
