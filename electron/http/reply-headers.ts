import type { MiddlewareHandler } from 'hono';

/**
 * What every reply carries, on every door: its type is not guessed, no address leaks, no other site embeds it. What
 * says nothing else about itself is data: it is never stored and, opened as a page, may run and load nothing.
 */
export const replyHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) context.header('Content-Security-Policy', dataPolicy);
};

const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** For a document that the counter's own page shows in a frame, such as a slip's PDF. */
export const framedByOwnPage = { 'Content-Security-Policy': "frame-ancestors 'self'" };

/** The policy of the window's page. The frame is the slip's preview; the nonce is for Emotion's style elements. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');
}
