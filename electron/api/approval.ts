import type { Role, Staff } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { findAccount } from '../register/accounts.ts';
import { findPerson } from '../register/people.ts';
import { findSetting } from '../register/settings.ts';
import type { LongScope } from './door.ts';
import { checkSecret } from './secret-check.ts';

/**
 * The second person of a sensitive act: another than the caller, with one of the roles, who types his own password. A sample asks
 * for none. Throws approverNotAllowed, wrongPassword, tooManyTries.
 */
export async function checkApproval(
  scope: LongScope,
  approval: { personId: number; password: string },
  approvers: readonly Role[],
  path: string,
): Promise<Staff> {
  const { db, now } = scope;
  const approver = findPerson(db, approval.personId);
  const mayApprove =
    approver !== undefined &&
    approver.id !== scope.person?.id &&
    approver.roles.some((role) => approvers.includes(role));
  if (!mayApprove) {
    await scope.write(({ record }) => record('approval.refused', `person:${approval.personId}`, { path }));
    throw new AppError('approverNotAllowed');
  }
  if (findSetting(db, 'isSample', now.today) === true) return approver;
  const account = findAccount(db, approver.id);
  if (account === undefined || account.mustSet)
    throw new AppError('approverNotAllowed', { why: 'noPassword' });
  const { password: secret } = approval;
  const stored = account.passwordHash;
  await checkSecret(scope, { subject: `person:${approver.id}`, what: 'password', stored, secret });
  return approver;
}
