import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHash,
  type Hash,
  randomBytes,
} from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { BackupError } from '../register/backup/backup-error.ts';
import { beat } from './beats.ts';

/**
 * A file that leaves the machine: one line that tells what it is, then AES-256-GCM, which proves that line too. What opens it is
 * the key of the place, or the code that the key is wrapped under in the line.
 */

const algorithm = 'aes-256-gcm';
const tagBytes = 16;
const pieceBytes = 1024 * 1024;
const flushedBytes = 32 * 1024 * 1024;
/** A line longer than this is none of ours. */
const longestHead = 64 * 1024;

/** The key under the code: scrypt of it with this salt, 2 to the power of cost. */
export const wrapSchema = z.object({ salt: z.string(), cost: z.int().min(10).max(22), wrapped: z.string() });
export type Wrap = z.infer<typeof wrapSchema>;

const headSchema = z.object({
  format: z.literal('mot-cua-sealed'),
  iv: z.string(),
  wrap: wrapSchema,
  about: z.unknown(),
});
export type SealedHead = z.infer<typeof headSchema>;

export interface SealedWriter {
  write(bytes: Uint8Array): void;
  /** Flushes, reads it back and gives it its name; answers the size. Throws BackupError('different'). */
  finish(): number;
  /** Leaves nothing behind. */
  drop(): void;
}

export function writeSealed(file: string, key: Buffer, wrap: Wrap, about: unknown): SealedWriter {
  const iv = randomBytes(12);
  const head = { format: 'mot-cua-sealed', iv: iv.toString('base64'), wrap, about } satisfies SealedHead;
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const unfinished = `${file}.tmp`;
  const descriptor = openSync(unfinished, 'w+');
  const cipher: CipherGCM = createCipheriv(algorithm, key, iv).setAAD(line);
  const hash: Hash = createHash('sha256');
  let unflushed = 0;
  const put = (bytes: Buffer) => {
    hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    unflushed += bytes.length;
    // A slow stick would otherwise take all of it in one call, and look as if it hung.
    if (unflushed > flushedBytes) {
      fsyncSync(descriptor);
      unflushed = 0;
    }
    beat();
  };
  const drop = () => {
    try {
      closeSync(descriptor);
    } catch {
      // Closed already, or its disk is gone.
    }
    rmSync(unfinished, { force: true });
  };
  put(line);
  return {
    write: (bytes) => put(cipher.update(bytes)),
    finish: () => {
      put(cipher.final());
      put(cipher.getAuthTag());
      fsyncSync(descriptor);
      const written = hash.digest('hex');
      const { size } = fstatSync(descriptor);
      if (hashOf(descriptor) !== written) throw new BackupError('different');
      closeSync(descriptor);
      renameSync(unfinished, file);
      return size;
    },
    drop,
  };
}

function hashOf(descriptor: number): string {
  const hash = createHash('sha256');
  for (const piece of pieces(descriptor, 0, Number.POSITIVE_INFINITY)) hash.update(piece);
  return hash.digest('hex');
}

function* pieces(descriptor: number, from: number, to: number): Generator<Buffer> {
  for (let at = from; at < to; ) {
    const piece = Buffer.alloc(Math.min(pieceBytes, to - at));
    const read = readSync(descriptor, piece, 0, piece.length, at);
    if (read === 0) return;
    beat();
    yield piece.subarray(0, read);
    at += read;
  }
}

/** The line of a sealed file; undefined when it is none. Not proved before the file is opened. Throws where it cannot be read. */
export function readHead(file: string): SealedHead | undefined {
  // A pipe of that name would be waited for.
  beat();
  if (!statSync(file).isFile()) throw new BackupError('different');
  const descriptor = openSync(file, 'r');
  try {
    return headAndLine(descriptor)?.head;
  } finally {
    closeSync(descriptor);
  }
}

function headAndLine(descriptor: number): { head: SealedHead; line: Buffer } | undefined {
  const start = Buffer.alloc(longestHead);
  const read = readSync(descriptor, start, 0, longestHead, 0);
  const end = start.subarray(0, read).indexOf(0x0a);
  if (end < 0) return undefined;
  try {
    const parsed = headSchema.safeParse(JSON.parse(start.toString('utf8', 0, end)));
    return parsed.success ? { head: parsed.data, line: Buffer.from(start.subarray(0, end + 1)) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is inside, piece by piece. Nothing of it may be used before it is all read: only the end proves it. Throws
 * BackupError('different') then when a byte is not what it was, or the key another.
 */
export function* openSealed(file: string, key: Buffer): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    const found = headAndLine(descriptor);
    const { size } = fstatSync(descriptor);
    if (found === undefined || size < found.line.length + tagBytes) throw new BackupError('different');
    const end = size - tagBytes;
    const tag = Buffer.alloc(tagBytes);
    readSync(descriptor, tag, 0, tagBytes, end);
    const decipher = createDecipheriv(algorithm, key, Buffer.from(found.head.iv, 'base64'))
      .setAAD(found.line)
      .setAuthTag(tag);
    for (const piece of pieces(descriptor, found.line.length, end)) yield decipher.update(piece);
    try {
      decipher.final();
    } catch (error) {
      throw new BackupError('different', error);
    }
  } finally {
    closeSync(descriptor);
  }
}
