import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** What opens a sign-in of somebody: hashes alone. */
export interface Account {
  passwordHash: string;
  /** The hash is that of a start code, which the person replaces by a password of his own. */
  mustSet: boolean;
  /** Until when a start code holds, epoch milliseconds. */
  codeUntil: number | null;
  pinHash: string | null;
}

export function findAccount(db: Reader, personId: number): Account | undefined {
  const row = prepared<Omit<Account, 'mustSet'> & { mustSet: number }>(
    db,
    'SELECT passwordHash, mustSet, codeUntil, pinHash FROM accounts WHERE personId = ?',
  ).get(personId);
  return row && { ...row, mustSet: row.mustSet === 1 };
}

/** Whether anybody has a password: a register from before passwords has none. */
export function hasPasswords(db: Reader): boolean {
  return prepared(db, 'SELECT 1 FROM accounts WHERE mustSet = 0 LIMIT 1').get() !== undefined;
}

/** Of everybody who may sign in, by person. */
export function listAccounts(
  db: Reader,
): { personId: number; mustSet: number; codeUntil: number | null; hasPin: number; open: number }[] {
  return prepared<{
    personId: number;
    mustSet: number;
    codeUntil: number | null;
    hasPin: number;
    open: number;
  }>(
    db,
    `SELECT personId, mustSet, codeUntil, pinHash IS NOT NULL AS hasPin,
       (SELECT count(*) FROM signIns WHERE signIns.personId = accounts.personId AND endedAt IS NULL) AS open
     FROM accounts ORDER BY personId`,
  ).all();
}

/** The person's own password; a PIN stays. */
export function setPassword(tx: Writer, personId: number, hash: string, at: string): void {
  prepared(
    tx,
    `INSERT INTO accounts (personId, passwordHash, mustSet, setAt) VALUES (?, ?, 0, ?)
     ON CONFLICT (personId) DO UPDATE SET
       passwordHash = excluded.passwordHash, mustSet = 0, codeUntil = NULL, setAt = excluded.setAt`,
  ).run(personId, hash, at);
}

/** A code instead of the password; the PIN goes with it. */
export function setStartCode(tx: Writer, personId: number, hash: string, untilMs: number, at: string): void {
  prepared(
    tx,
    `INSERT INTO accounts (personId, passwordHash, mustSet, codeUntil, setAt) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (personId) DO UPDATE SET passwordHash = excluded.passwordHash, mustSet = 1,
       codeUntil = excluded.codeUntil, pinHash = NULL, setAt = excluded.setAt`,
  ).run(personId, hash, untilMs, at);
}

export function setPin(tx: Writer, personId: number, hash: string): void {
  prepared(tx, 'UPDATE accounts SET pinHash = ? WHERE personId = ?').run(hash, personId);
}

/** The same password under the parameters of today. */
export function renewHash(tx: Writer, personId: number, hash: string): void {
  prepared(tx, 'UPDATE accounts SET passwordHash = ? WHERE personId = ?').run(hash, personId);
}

export function findRecoveryHash(db: Reader): string | undefined {
  return prepared<{ hash: string }>(db, 'SELECT hash FROM recoveryCode WHERE id = 1').get()?.hash;
}

export function saveRecoveryHash(tx: Writer, hash: string, at: string): void {
  prepared(
    tx,
    `INSERT INTO recoveryCode (id, hash, madeAt) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, madeAt = excluded.madeAt`,
  ).run(hash, at);
}

/** When the sealed code last spoke for a second person, an instant; null where it did not since it was made. */
export function envelopeOpenedAt(db: Reader): string | null {
  const row = prepared<{ at: string | null }>(
    db,
    `SELECT max(at) AS at FROM journal WHERE subject = 'recovery' AND kind = 'approval.given'
     AND at > (SELECT madeAt FROM recoveryCode WHERE id = 1)`,
  ).get();
  return row?.at ?? null;
}

/** When a subject failed since it last succeeded, epoch milliseconds, oldest first. */
export function failuresOf(db: Reader, subject: string): number[] {
  const row = prepared<{ times: string }>(db, 'SELECT times FROM failedTries WHERE subject = ?').get(subject);
  return row === undefined ? [] : (JSON.parse(row.times) as number[]);
}

export function saveFailures(tx: Writer, subject: string, times: readonly number[]): void {
  if (times.length === 0) prepared(tx, 'DELETE FROM failedTries WHERE subject = ?').run(subject);
  else
    prepared(
      tx,
      `INSERT INTO failedTries (subject, times) VALUES (?, ?)
       ON CONFLICT (subject) DO UPDATE SET times = excluded.times`,
    ).run(subject, JSON.stringify(times));
}

/** Whatever device they failed at. */
export function forgetFailuresOf(tx: Writer, personId: number): void {
  prepared(tx, 'DELETE FROM failedTries WHERE substr(subject, 1, length(?)) = ?').run(
    `person:${personId} `,
    `person:${personId} `,
  );
}
