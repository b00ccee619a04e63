import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { managers } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { admit } from '../api/admission.ts';
import type { ApiContext } from '../api/context.ts';
import type { Door } from '../door.ts';
import { keepIncoming } from '../excel/incoming.ts';

const maxFileBytes = 64 * 1024 * 1024;

/**
 * PUT of the bytes, by somebody who may: who may not is told so before a byte is read. Answers the name under which commands
 * know the file.
 */
export function incomingRoutes(contextOf: (door: Door) => ApiContext): Hono<{ Bindings: Door }> {
  const refusal = (code: string, data: Record<string, unknown> = {}) => ({ error: { code, ...data } });
  const app = new Hono<{ Bindings: Door }>();
  app.use(async (c, next) => {
    const context = contextOf(c.env);
    admit(context, context.register.read, managers);
    await next();
  });
  app.onError((error, c) => {
    if (error instanceof AppError) return c.json(refusal(error.code, error.data), 400);
    throw error;
  });
  return app.put(
    '/',
    bodyLimit({ maxSize: maxFileBytes, onError: (c) => c.json(refusal('tooLarge'), 413) }),
    async (c) => {
      const { folder } = contextOf(c.env).register;
      return c.json({ file: keepIncoming(folder, new Uint8Array(await c.req.arrayBuffer())) });
    },
  );
}
