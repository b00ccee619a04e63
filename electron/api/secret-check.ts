import {
  deviceWaitAfter,
  keptFailures,
  type PasswordFault,
  passwordFault,
  waitAfter,
} from '../../shared/domain/account.ts';
import { AppError } from '../../shared/errors.ts';
import { failuresOf, saveFailures } from '../register/accounts/accounts.ts';
import { nameOfPerson } from '../register/accounts/people.ts';
import type { Reader } from '../register/connection.ts';
import { findSettings } from '../register/settings.ts';
import type { LongScope } from './door.ts';

/** One try of a secret. */
export interface Attempt {
  /** Whose it is: 'person:3', 'recovery'. */
  subject: string;
  what: 'password' | 'recovery';
  stored: string;
  secret: string;
}

/**
 * Checks a secret, one after the other. A wrong one is journaled and makes its account wait at this device, whatever is tried
 * meanwhile and whether or not the counter is opened anew. Throws wrongPassword, tooManyTries.
 */
export async function checkSecret(
  scope: Pick<LongScope, 'context' | 'db' | 'door' | 'write'>,
  attempt: Attempt,
): Promise<void> {
  const { context, db, door } = scope;
  const { subject, what, stored, secret } = attempt;
  const [ofAccount, ofDevice] = [`${subject} ${door.device}`, `device ${door.device}`];
  await context.secrets.inTurn(async () => {
    const nowMs = context.clock();
    const waitMs = Math.max(
      waitAfter(failuresOf(db, ofAccount), nowMs),
      deviceWaitAfter(failuresOf(db, ofDevice), nowMs),
    );
    if (waitMs > 0) throw new AppError('tooManyTries', { seconds: Math.ceil(waitMs / 1000) });
    if (await context.secrets.matches(secret, stored)) {
      if (failuresOf(db, ofAccount).length > 0)
        await scope.write(({ tx }) => saveFailures(tx, ofAccount, []));
      return;
    }
    const seconds = await scope.write(({ tx, record }) => {
      const failures = keptFailures([...failuresOf(tx, ofAccount), nowMs], nowMs);
      saveFailures(tx, ofAccount, failures);
      saveFailures(tx, ofDevice, keptFailures([...failuresOf(tx, ofDevice), nowMs], nowMs));
      record('signIn.failed', subject, { what, failures: failures.length });
      return Math.ceil(waitAfter(failures, nowMs) / 1000);
    });
    throw new AppError('wrongPassword', { what, seconds });
  });
}

/** The hash of a new password of somebody who works here. Throws invalidInput at `newPassword`. */
export function hashNewPassword(scope: LongScope, personId: number, password: string): Promise<string> {
  return hashPassword(scope, password, ownNames(scope.db, scope.now.today, personId));
}

/** The same of somebody who is only being added; `own`: names that it may not be made of. */
export async function hashPassword(
  { context }: LongScope,
  password: string,
  own: readonly string[],
): Promise<string> {
  const fault = passwordFault(password, own);
  if (fault !== null) throw refusedPassword(fault);
  return context.secrets.inTurn(() => context.secrets.hash(password));
}

export const refusedPassword = (fault: PasswordFault | 'passwordSame'): AppError =>
  new AppError('invalidInput', { fields: { newPassword: fault } });

function ownNames(db: Reader, today: string, personId: number): string[] {
  const office = findSettings(db, today)?.office;
  return [nameOfPerson(db, personId), ...(office ? [office.unit, office.place, office.province] : [])];
}
