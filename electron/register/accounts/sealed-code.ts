import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** What the journal knows of the sealed code: how the one in force was made, and whose accounts one opened. */

/** When the code in force was made, an instant; by whom with his password alone, null where not so. */
export function findCodeMaking(db: Reader): { madeAt: string; aloneId: number | null } | undefined {
  return prepared<{ madeAt: string; aloneId: number | null }>(
    db,
    `SELECT madeAt, (SELECT personId FROM journal WHERE subject = 'settings' AND kind = 'account.recoveryCode'
         AND at = madeAt AND data ->> '$.alone' = 1 ORDER BY seq DESC LIMIT 1) AS aloneId
     FROM recoveryCode WHERE id = 1`,
  ).get();
}

/** When a sealed code last made a password of somebody, an instant. */
export function recoveredAt(db: Reader, personId: number): string | undefined {
  return prepared<{ at: string }>(
    db,
    `SELECT at FROM journal WHERE subject = ? AND kind = 'session.recovered' ORDER BY seq DESC LIMIT 1`,
  ).get(`person:${personId}`)?.at;
}
