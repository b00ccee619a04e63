import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Staff } from '../../shared/domain/person.ts';
import { admit, everyRole } from '../api/admission.ts';
import type { ApiContext } from '../api/context.ts';
import { apiRouter } from '../api/index.ts';
import { seenBy } from '../api/seen.ts';
import { displayRoutes, keepDisplaysApart, maxBatchSize } from '../display/display-routes.ts';
import type { Door } from '../door.ts';
import { nowAt } from '../now.ts';
import { contentTypes, findFile } from '../register/files.ts';
import { subjectsOfPaper } from '../register/print-jobs.ts';
import { attemptOf } from './attempts.ts';
import { incomingRoutes } from './incoming.ts';
import { inputInBody } from './input-in-body.ts';
import { framedByOwnPage, replyHeaders } from './reply-headers.ts';

const maxBodyBytes = 1_048_576;

/**
 * The counter as a handler of requests, the same at every door.
 * @param files the built renderer.
 */
export function handlerOf(
  dataFolder: string,
  files: Hono,
  contextOf: (door: Door) => ApiContext,
): Hono<{ Bindings: Door }> {
  const app = new Hono<{ Bindings: Door }>();
  app.use(replyHeaders);
  app.use(keepDisplaysApart);
  for (const asked of ['/api/*', '/man-hinh/api/*']) app.use(asked, inputInBody);
  app.route('/man-hinh/api', displayRoutes(contextOf));
  app.get('/healthz', (c) => c.json({ status: 'ok', version: contextOf(c.env).version }));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (c) =>
        c.json({ error: { message: 'tooLarge', code: -32600, data: { app: { code: 'tooLarge' } } } }, 413),
    }),
  );
  app.all('/api/*', (c) =>
    fetchRequestHandler({
      endpoint: '/api',
      req: c.req.raw,
      router: apiRouter,
      allowMethodOverride: true,
      maxBatchSize,
      createContext: () => ({ ...contextOf(c.env), attempt: attemptOf(c.req.raw) }),
    }),
  );
  app.route('/incoming', incomingRoutes(contextOf));
  app.get('/files/:name', (c) => {
    const name = c.req.param('name');
    const context = contextOf(c.env);
    // Electron's hidden windows print what waited, also before anybody has signed in; another program is none of them.
    const person = findPerson(context);
    if (c.env.kind !== 'window' && person === null) return c.notFound();
    const preview = context.previews.find(name);
    const file = preview ? { bytes: preview, kind: 'pdf' as const } : findFile(dataFolder, name);
    if (file === undefined) return c.notFound();
    if (person && !preview && file.kind === 'pdf')
      for (const subject of subjectsOfPaper(context.register.read, name))
        seenBy(context, nowAt(context.clock()), person)('seen.print', subject);
    return c.body(file.bytes, 200, {
      'Content-Type': contentTypes[file.kind],
      'Content-Disposition': file.kind === 'pdf' ? 'inline' : 'attachment',
      ...framedByOwnPage,
    });
  });
  app.route('/', files);
  return app;
}

function findPerson(context: ApiContext): Staff | null {
  try {
    return admit(context, context.register.read, everyRole);
  } catch {
    return null;
  }
}
