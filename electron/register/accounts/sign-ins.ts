import type { SignInTimes } from '../../../shared/domain/account.ts';
import type { Staff } from '../../../shared/domain/person.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { findPerson } from './people.ts';

/** One sign-in of somebody at a device; its token is known by a hash alone. */
export interface SignIn extends SignInTimes {
  tokenHash: Buffer;
  person: Staff;
  device: string;
  pinMisses: number;
}

export type EndOfSignIn = 'signedOut' | 'changed' | 'everywhere' | 'passwordSet' | 'left' | 'roles';

/** Undefined also when it ended, or its person left. How old it may grow is not decided here. */
export function findSignIn(db: Reader, tokenHash: Buffer): SignIn | undefined {
  const row = prepared<Omit<SignIn, 'person'> & { personId: number }>(
    db,
    `SELECT tokenHash, personId, device, startedAt, lastActiveAt, lockedAt, pinMisses
     FROM signIns WHERE tokenHash = ? AND endedAt IS NULL`,
  ).get(tokenHash);
  if (row === undefined) return undefined;
  const { personId, ...signIn } = row;
  const person = findPerson(db, personId);
  return person && { ...signIn, person };
}

export function startSignIn(
  tx: Writer,
  signIn: { tokenHash: Buffer; personId: number; device: string; atMs: number },
): void {
  prepared(
    tx,
    `INSERT INTO signIns (tokenHash, personId, device, startedAt, lastActiveAt)
     VALUES (@tokenHash, @personId, @device, @atMs, @atMs)`,
  ).run(signIn);
}

/** Somebody touched a key or the pointer. */
export function touchSignIn(tx: Writer, tokenHash: Buffer, atMs: number): void {
  prepared(tx, 'UPDATE signIns SET lastActiveAt = ? WHERE tokenHash = ?').run(atMs, tokenHash);
}

export function lockSignIn(tx: Writer, tokenHash: Buffer, atMs: number): void {
  prepared(tx, 'UPDATE signIns SET lockedAt = ? WHERE tokenHash = ?').run(atMs, tokenHash);
}

export function unlockSignIn(tx: Writer, tokenHash: Buffer, atMs: number): void {
  prepared(tx, 'UPDATE signIns SET lockedAt = NULL, pinMisses = 0, lastActiveAt = ? WHERE tokenHash = ?').run(
    atMs,
    tokenHash,
  );
}

/** Locks it as well, for good measure: a wrong PIN is typed at a lock. */
export function countPinMiss(tx: Writer, tokenHash: Buffer, atMs: number): void {
  prepared(
    tx,
    'UPDATE signIns SET pinMisses = pinMisses + 1, lockedAt = coalesce(lockedAt, ?) WHERE tokenHash = ?',
  ).run(atMs, tokenHash);
}

export function endSignIn(tx: Writer, tokenHash: Buffer, why: EndOfSignIn, atMs: number): void {
  prepared(tx, 'UPDATE signIns SET endedAt = ?, endedWhy = ? WHERE tokenHash = ? AND endedAt IS NULL').run(
    atMs,
    why,
    tokenHash,
  );
}

/** Everywhere; answers how many. `but`: the one that stays. */
export function endSignInsOf(
  tx: Writer,
  personId: number,
  why: EndOfSignIn,
  atMs: number,
  but: Buffer | null = null,
): number {
  return prepared(
    tx,
    `UPDATE signIns SET endedAt = @atMs, endedWhy = @why
     WHERE personId = @personId AND endedAt IS NULL AND (@but IS NULL OR tokenHash <> @but)`,
  ).run({ personId, why, atMs, but }).changes;
}

/** Of everybody, in a register that was restored: who was signed out after the copy must not be in again. */
export function endEverySignIn(tx: Writer, atMs: number): void {
  // A copy of an older version has none yet.
  const isThere = prepared(tx, "SELECT 1 FROM sqlite_schema WHERE name = 'signIns'").get();
  if (isThere === undefined) return;
  prepared(tx, "UPDATE signIns SET endedAt = ?, endedWhy = 'everywhere' WHERE endedAt IS NULL").run(atMs);
}

/** What ended or was begun before a moment; the journal keeps what happened. */
export function dropOldSignIns(tx: Writer, beforeMs: number): void {
  prepared(tx, 'DELETE FROM signIns WHERE startedAt < ?').run(beforeMs);
}
