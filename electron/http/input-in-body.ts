import type { MiddlewareHandler } from 'hono';

/**
 * What is asked stands in the body: an address is kept by browsers, proxies and logs, and a question may name a person (ASVS 14.2.1).
 * Refused by every method; a question without an input, and a stream, have nothing to tell.
 */
export const inputInBody: MiddlewareHandler = async (context, next) => {
  if (context.req.query('input') === undefined) return next();
  return context.json(
    { error: { message: 'invalidInput', code: -32600, data: { app: { code: 'invalidInput', fields: {} } } } },
    400,
  );
};
