import { createCipheriv, getCiphers } from 'node:crypto';

/**
 * The pages of a locked register, opened one by one without SQLite: what the cipher refuses because of one changed byte is read all
 * the same, and proved by whoever uses it. Each page ends with its nonce and its proof (sqleet's ChaCha20-Poly1305, as SQLite3
 * Multiple Ciphers writes it); undefined where this runtime has no ChaCha20 of its own.
 */
export function pageOpener(key: Buffer): ((page: Buffer, number: number) => Buffer) | undefined {
  if (!getCiphers().includes('chacha20')) return undefined;
  return (page, number) => {
    const end = page.length - reserved;
    const nonce = page.subarray(end, end + 12);
    const counter = (page.readUInt32LE(end + 12) ^ number) >>> 0;
    const own = stream(key, counter, nonce, Buffer.alloc(64)).subarray(32);
    const from = number === 1 ? openHeader : 0;
    const opened = Buffer.from(page);
    stream(own, (counter + 1) >>> 0, nonce, page.subarray(from, end)).copy(opened, from);
    return opened;
  };
}

/** Nonce and proof at the end of a page. */
export const reserved = 32;
/** What of the first page is never locked. */
const openHeader = 24;

function stream(key: Buffer, counter: number, nonce: Buffer, bytes: Buffer): Buffer {
  const start = Buffer.alloc(16);
  start.writeUInt32LE(counter, 0);
  nonce.copy(start, 4);
  return createCipheriv('chacha20', key, start).update(bytes);
}
