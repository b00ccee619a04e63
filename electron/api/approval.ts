import { z } from 'zod';
import { normaliseCode, secretSchema } from '../../shared/domain/account.ts';
import type { Role, Staff } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { findAccount, findRecoveryHash } from '../register/accounts/accounts.ts';
import { listPeople } from '../register/accounts/people.ts';
import type { Reader } from '../register/connection.ts';
import { findSetting } from '../register/settings.ts';
import type { LongScope } from './door.ts';
import { heldBackUntil, refuseFreshCode } from './sealed-code.ts';
import { checkSecret } from './secret-check.ts';

/** A person and his password; or, where no other manager could, the sealed recovery code. */
export const approvalSchema = z.union([
  z.object({ personId: z.int().min(1), password: secretSchema }),
  z.object({ recoveryCode: secretSchema }),
]);
type Approval = z.output<typeof approvalSchema>;

/** What an act asks of its second person, beside his role. */
export interface Needed {
  /** Whom it is about: he may approve it, but where he alone could, the code may too. */
  about?: number | undefined;
  /** Who may not approve it. */
  except?: number | undefined;
}

/** Who approved. The recovery code is nobody. */
export interface Approver {
  id: number | null;
  name: string;
}

/** Who could approve something of somebody else, now: with one of the roles and a password of his own; in a sample without. */
function listApprovers(db: Reader, roles: readonly Role[], today: string): Staff[] {
  const isSample = findSetting(db, 'isSample', today) === true;
  return listPeople(db).filter((each) => {
    if (!each.roles.some((role) => roles.includes(role))) return false;
    return isSample || findAccount(db, each.id)?.mustSet === false;
  });
}

/** Who could approve this act for whoever sits here, now. */
export function listAble(
  { db, now, person }: Pick<LongScope, 'db' | 'now' | 'person'>,
  approvers: readonly Role[],
  { except }: Needed,
): Staff[] {
  return listApprovers(db, approvers, now.today).filter(({ id }) => id !== person?.id && id !== except);
}

/** Whether the sealed code may speak: where nobody could, but for whom the act is about. */
export const isLeftToCode = (able: readonly Staff[], { about }: Needed): boolean =>
  able.every(({ id }) => id === about);

/**
 * The second person of a sensitive act: another than the caller, with one of the roles, who types his own password. Where no other
 * manager could, the recovery code speaks for him: it lies sealed in the office's safe, so that an unwatched window or a stolen
 * password is not enough. It is not spent by it, as whoever would be told the next one is the caller himself; but the settings say
 * that it was read until another is made (`envelopeOpenedAt`). It is typed at this PC alone. A sample asks for neither.
 * Throws approverNotAllowed, wrongPassword, tooManyTries.
 */
export async function checkApproval(
  scope: LongScope,
  approval: Approval,
  approvers: readonly Role[],
  path: string,
  needed: Needed = {},
): Promise<Approver> {
  const { db, now, person, door } = scope;
  const isSample = findSetting(db, 'isSample', now.today) === true;
  const able = listAble(scope, approvers, needed);
  const refuse = async (subject: string, why?: string, until?: string): Promise<never> => {
    await scope.write(({ record }) => record('approval.refused', subject, { path }));
    throw new AppError('approverNotAllowed', why === undefined ? {} : { why, until });
  };
  if ('recoveryCode' in approval) {
    if (!isLeftToCode(able, needed)) return refuse('recovery', 'someoneCan');
    if (!isSample && door.kind === 'lan') return refuse('recovery', 'remote');
    const stored = findRecoveryHash(db);
    if (!isSample && stored === undefined) return refuse('recovery', 'noCode');
    const secret = normaliseCode(approval.recoveryCode);
    if (!isSample)
      await checkSecret(scope, { subject: 'recovery', what: 'recovery', stored: stored ?? '', secret });
    refuseFreshCode(scope);
    return { id: null, name: 'Mã khôi phục' };
  }
  const { personId, password } = approval;
  const approver = able.find(({ id }) => id === personId);
  if (approver === undefined) {
    const known = listPeople(db).find(({ id }) => id === personId);
    const isWithout =
      known?.roles.some((role) => approvers.includes(role)) &&
      personId !== person?.id &&
      personId !== needed.except;
    return refuse(`person:${personId}`, isWithout ? 'noPassword' : undefined);
  }
  if (isSample) return approver;
  const all = listAble({ db, now, person: null }, approvers, {});
  const until = heldBackUntil(scope, [person?.id, personId], all);
  if (until !== undefined) return refuse(`person:${personId}`, 'recovered', until);
  const stored = findAccount(db, personId)?.passwordHash ?? '';
  await checkSecret(scope, { subject: `person:${personId}`, what: 'password', stored, secret: password });
  return approver;
}
