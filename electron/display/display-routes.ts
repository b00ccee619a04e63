import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { displayRouter } from '../api/display/display.ts';
import type { ApiContext } from '../api/door.ts';
import type { Door } from '../door.ts';

/** The address of the screen for citizens. */
export const displayPath = '/man-hinh';

const maxBodyBytes = 65_536;
/** Questions in one request, at every door: it must not go round what limits requests (ASVS 2.4.1). Pages send no more. */
export const maxBatchSize = 50;

/** A screen's door leads to its own page and what that is made of; to it nothing else of the counter exists. */
export const keepDisplaysApart: MiddlewareHandler<{ Bindings: Door }> = async (context, next) => {
  const path = new URL(context.req.url).pathname;
  if (context.env.kind !== 'display' || isOfDisplay(path)) return next();
  return context.notFound();
};

function isOfDisplay(path: string): boolean {
  return path === displayPath || path.startsWith(`${displayPath}/`) || path.startsWith('/assets/');
}

/** What a screen asks, below its own address; asked from a window of the counter it is that window's screen. */
export function displayRoutes(contextOf: (door: Door) => ApiContext): Hono<{ Bindings: Door }> {
  return new Hono<{ Bindings: Door }>()
    .use(
      bodyLimit({
        maxSize: maxBodyBytes,
        onError: (c) =>
          c.json({ error: { message: 'tooLarge', code: -32600, data: { app: { code: 'tooLarge' } } } }, 413),
      }),
    )
    .all('*', (c) =>
      fetchRequestHandler({
        endpoint: `${displayPath}/api`,
        req: c.req.raw,
        router: displayRouter,
        allowMethodOverride: true,
        maxBatchSize,
        createContext: () => contextOf(displayDoor(c.env)),
      }),
    );
}

function displayDoor(door: Door): Door {
  return door.kind === 'display' ? door : { kind: 'display', device: 'display', desk: door.device };
}
