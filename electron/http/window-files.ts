import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { pagePolicy } from './reply-headers.ts';

interface WindowFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
}

/**
 * Serves the built renderer from a map made once, here: no path is ever joined from an address. The page is made
 * anew for each reply, with a nonce of its own; any address of a screen gives the page.
 * @param shown the counter's page, or the one of a damaged register.
 */
export function openWindowFiles(rendererFolder: string, shown: 'counter' | 'damage' = 'counter'): Hono {
  const files = readFiles(rendererFolder);
  const pageOf = (name: string): string | undefined => {
    const page = files.get(name);
    files.delete(name);
    return page && new TextDecoder().decode(page.bytes);
  };
  const pages = { counter: pageOf('/index.html'), damage: pageOf('/so-hong.html') };
  const displayPage = pageOf('/man-hinh.html');
  const pairingPage = pageOf('/ghep.html');
  const app = new Hono();
  app.get('*', (context) => {
    const path = new URL(context.req.url).pathname;
    const file = files.get(path);
    if (file) {
      const headers = {
        'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ETag: file.etag,
      };
      if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
      const told = { ...headers, 'Content-Type': file.type, 'Content-Length': String(file.bytes.length) };
      return context.body(file.bytes.length > pieceBytes ? inPieces(file.bytes) : file.bytes, 200, told);
    }
    if (!isScreen(path, context.req.header('accept'))) return context.notFound();
    const template = isDisplay(path) ? displayPage : path === '/ghep' ? pairingPage : pages[shown];
    if (template === undefined) return context.text('Màn hình chưa được dựng: hãy chạy npm start.', 503);
    const nonce = randomBytes(16).toString('base64');
    return context.html(withNonce(template, nonce), 200, {
      'Content-Security-Policy': pagePolicy(nonce),
      'Cache-Control': 'no-store',
    });
  });
  return app;
}

const pieceBytes = 32_768;

/** A reply that nobody takes holds a piece of the file, and not a copy of all of it. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull: (stream) => {
      stream.enqueue(bytes.subarray(sent, sent + pieceBytes));
      sent += pieceBytes;
      if (sent >= bytes.length) stream.close();
    },
  });
}

/** Vite puts a hash of the content into the name of everything under assets/. */
function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}

/** The screen for citizens is a page of its own. */
function isDisplay(path: string): boolean {
  return path === '/man-hinh' || path.startsWith('/man-hinh/');
}

/** Only a navigation accepts HTML. A dot says nothing: case codes have dots. */
function isScreen(path: string, accept: string | undefined): boolean {
  if (path === '/' || path === '/index.html') return true;
  return !isHashed(path) && (accept ?? '').includes('text/html');
}

/** The nonce where the renderer reads it and where the browser checks it. Browsers hide it from scripts' getAttribute. */
function withNonce(html: string, nonce: string): string {
  return html
    .replace(/<head>/i, `<head><meta property="csp-nonce" nonce="${nonce}">`)
    .replace(/<(script|style|link)(?=[\s>])/gi, `<$1 nonce="${nonce}"`);
}

function readFiles(folder: string): Map<string, WindowFile> {
  const files = new Map<string, WindowFile>();
  // Its own walk: a recursive readdir is not sure to see into Electron's archive.
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(inner);
      else files.set(encodeURI(inner), readWindowFile(join(folder, inner)));
    }
  };
  if (existsSync(folder)) walk('');
  return files;
}

function readWindowFile(path: string): WindowFile {
  const bytes = new Uint8Array(readFileSync(path));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  return { bytes, etag, type: getMimeType(path) ?? 'application/octet-stream' };
}
