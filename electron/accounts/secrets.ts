import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { codeAlphabet } from '../../shared/domain/account.ts';
import { AppError } from '../../shared/errors.ts';
import { openTurns } from '../turns.ts';

/** Passwords, PINs and codes as they are kept: scrypt, its parameters beside each hash. */
export interface Secrets {
  hash(secret: string): Promise<string>;
  matches(secret: string, stored: string): Promise<boolean>;
  /** Made with other parameters than those of today: to be made anew while the secret is at hand. */
  isOld(stored: string): boolean;
  /** One after the other, in order: each hash takes 128 MiB, and a guess must see the failure of the one before. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** log2 N of scrypt, with r = 8 and p = 1: 128 MiB and about a third of a second. */
export const usualCost = 17;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const pattern = /^\$scrypt\$ln=(\d{1,2}),r=8,p=1\$([\w+/]+=*)\$([\w+/]+=*)$/;
const hashBytes = 32;
/** What waits for its turn; more at once is a flood. */
const mostWaiting = 50;

export function openSecrets(cost: number = usualCost): Secrets {
  const turns = openTurns();
  let waiting = 0;
  return {
    hash: async (secret) => {
      const salt = randomBytes(16);
      const hash = await hashOf(secret, salt, cost);
      return `$scrypt$ln=${cost},r=8,p=1$${salt.toString('base64')}$${hash.toString('base64')}`;
    },
    matches: async (secret, stored) => {
      const [, exponent, salt, hash] = pattern.exec(stored) ?? [];
      if (exponent === undefined || salt === undefined || hash === undefined)
        throw new Error('A stored hash is none of ours');
      const expected = Buffer.from(hash, 'base64');
      const found = await hashOf(secret, Buffer.from(salt, 'base64'), Number(exponent));
      return expected.length === found.length && timingSafeEqual(expected, found);
    },
    isOld: (stored) => pattern.exec(stored)?.[1] !== String(cost),
    inTurn: (work) => {
      if (waiting >= mostWaiting) return Promise.reject(new AppError('tooManyTries', { seconds: 5 }));
      waiting += 1;
      return turns.take(work).finally(() => {
        waiting -= 1;
      });
    },
  };
}

function hashOf(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  // 128 · N · r bytes and some more; Node's own limit of 32 MiB would throw.
  const maxmem = 2 * 128 * 2 ** cost * 8;
  return derive(secret.normalize('NFC'), salt, hashBytes, { N: 2 ** cost, r: 8, p: 1, maxmem });
}

/** A reference of 128 bits that says nothing; the register keeps its SHA-256 alone. */
export const newToken = (): string => randomBytes(16).toString('base64url');

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Letters and digits drawn evenly, to be printed or read out. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
