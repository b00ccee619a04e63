import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush, flushFolder } from './flush.ts';

/** Stored PDFs: content-addressed files, written and flushed before the row that names them. */
const namePattern = /^[0-9a-f]{64}\.pdf$/;

/** Writes the bytes once and answers the file's name, its SHA-256. */
export function storeFile(folder: string, bytes: Uint8Array): string {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.pdf`;
  const files = join(folder, 'files');
  const path = join(files, name);
  if (existsSync(path)) return name;
  mkdirSync(files, { recursive: true });
  writeFileSync(`${path}.tmp`, bytes);
  flush(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
  flushFolder(files);
  return name;
}

/** The bytes of a stored file; undefined for any other name, so no path is ever joined from a URL. */
export function findFile(folder: string, name: string): Uint8Array<ArrayBuffer> | undefined {
  if (!namePattern.test(name)) return undefined;
  const path = join(folder, 'files', name);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}
