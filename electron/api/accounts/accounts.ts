import { z } from 'zod';
import { formatCode, pinSchema, secretSchema, startCodeLength } from '../../../shared/domain/account.ts';
import { isManager, managers, staffSchema } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountRow, EnvelopeView, Session, SessionWithCode } from '../../../shared/views.ts';
import { newCode } from '../../accounts/secrets.ts';
import {
  findAccount,
  forgetFailuresOf,
  listAccounts,
  saveRecoveryHash,
  setPassword,
  setPin,
  setStartCode,
} from '../../register/accounts/accounts.ts';
import { getPerson, listPeople, setRoles } from '../../register/accounts/people.ts';
import { endSignInsOf } from '../../register/accounts/sign-ins.ts';
import { listAble } from '../approval.ts';
import { approvedCommand, sometimesApprovedLong } from '../approved.ts';
import { longCommand, query, requirePerson, seated } from '../door.ts';
import { envelopeOf } from '../sealed-code.ts';
import { checkSecret, hashNewPassword, refusedPassword } from '../secret-check.ts';
import { sessionOf } from './session-view.ts';
import { newRecoveryCode, requireSignIn } from './sign-in-writing.ts';

const personId = z.int().min(1);
/** Assumed: time for somebody who is away to come back and replace it. */
const startCodeMs = 7 * 24 * 3600_000;

export const accountRoutes = {
  /** How everybody stands who may sign in; who is not listed has no password yet. */
  list: query(managers, z.void(), ({ db }): AccountRow[] =>
    listAccounts(db).map(({ personId: id, mustSet, codeUntil, hasPin, open }) => ({
      personId: id,
      state: mustSet === 1 ? 'code' : 'set',
      codeUntil: codeUntil === null ? null : new Date(codeUntil).toISOString(),
      hasPin: hasPin === 1,
      open,
    })),
  ),

  /**
   * A code that its person replaces by a password of his own: for somebody new, or who forgot. Whoever manages never chooses a
   * password. Ends the person's sign-ins; the code is answered once. Of a manager who has a password it needs a second one: whoever
   * holds the code is that manager. Throws notAllowed for oneself.
   */
  startCode: sometimesApprovedLong(
    managers,
    ['session'],
    z.object({ personId }),
    ({ db, person }, { personId: id }) =>
      id !== person?.id && isManager(getPerson(db, id)) && findAccount(db, id)?.mustSet === false
        ? { about: id }
        : null,
    async (scope, { personId: id }): Promise<{ code: string }> => {
      if (id === requirePerson(scope).id) throw new AppError('notAllowed');
      requireSignIn(scope);
      getPerson(scope.db, id);
      const { secrets } = scope.context;
      const code = newCode(startCodeLength);
      const hash = await secrets.inTurn(() => secrets.hash(code));
      await scope.write(({ tx, now, context, record }) => {
        const nowMs = context.clock();
        setStartCode(tx, id, hash, nowMs + startCodeMs, now.instant);
        forgetFailuresOf(tx, id);
        endSignInsOf(tx, id, 'passwordSet', nowMs);
        record('account.startCode', `person:${id}`, {});
      });
      return { code: formatCode(code) };
    },
  ),

  envelope: query(managers, z.void(), (scope): EnvelopeView => envelopeOf(scope)),

  /** What somebody may do from now on. Needs a second manager; the person signs in anew. Never without a clerk and a manager. */
  setRoles: approvedCommand(
    managers,
    managers,
    ['session'],
    z.object({ personId, roles: staffSchema.shape.roles }),
    (scope, { personId: id, roles }): Session => {
      const { tx, context, approver } = scope;
      const before = getPerson(tx, id);
      setRoles(tx, id, roles);
      const held = listPeople(tx).flatMap((person) => person.roles);
      if (!held.includes('clerk') || !managers.some((role) => held.includes(role)))
        throw new AppError('notAllowed');
      if (id !== scope.person?.id) endSignInsOf(tx, id, 'roles', context.clock());
      const data = { before: before.roles, after: roles, approvedBy: approver.id };
      scope.record('person.rolesChanged', `person:${id}`, data);
      return sessionOf({ ...scope, db: tx });
    },
  ),

  /**
   * Another sealed code in the place of the one before; answered once. It speaks for a second person, so it needs one too, or the code
   * before where nobody else could. Whom that leaves alone without the paper (`isLost`) gets one that does nothing for a week.
   */
  newRecoveryCode: sometimesApprovedLong(
    managers,
    ['session'],
    z.object({ password: secretSchema, isLost: z.boolean().default(false) }),
    (scope, { isLost }) => (isLost && listAble(scope, managers, {}).length === 0 ? null : {}),
    async (scope, { password }): Promise<SessionWithCode> => {
      const { id } = requirePerson(scope);
      const { approver } = scope;
      requireSignIn(scope);
      await checkOwn(scope, id, password);
      const recovery = await newRecoveryCode(scope);
      await scope.write(({ tx, now, record }) => {
        saveRecoveryHash(tx, recovery.hash, now.instant);
        record('account.recoveryCode', 'settings', { alone: approver === null });
      });
      return { ...sessionOf(scope), recoveryCode: formatCode(recovery.code) };
    },
  ),

  /** A new password of one's own; the other sign-ins end. */
  setPassword: longCommand(
    seated,
    ['session'],
    z.object({ password: secretSchema, newPassword: secretSchema }),
    async (scope, { password, newPassword }): Promise<null> => {
      const { id } = requirePerson(scope);
      const { tokenHash } = requireSignIn(scope);
      await checkOwn(scope, id, password);
      if (password === newPassword) throw refusedPassword('passwordSame');
      const hash = await hashNewPassword(scope, id, newPassword);
      await scope.write(({ tx, now, record, context }) => {
        setPassword(tx, id, hash, now.instant);
        endSignInsOf(tx, id, 'passwordSet', context.clock(), tokenHash);
        record('account.passwordSet', `person:${id}`, { by: 'self' });
      });
      return null;
    },
  ),

  /** Six digits that reopen a locked window. */
  setPin: longCommand(
    seated,
    ['session'],
    z.object({ password: secretSchema, pin: pinSchema }),
    async (scope, { password, pin }): Promise<null> => {
      const { id } = requirePerson(scope);
      requireSignIn(scope);
      await checkOwn(scope, id, password);
      const { secrets } = scope.context;
      const hash = await secrets.inTurn(() => secrets.hash(pin));
      await scope.write(({ tx, record }) => {
        setPin(tx, id, hash);
        record('account.pinSet', `person:${id}`, {});
      });
      return null;
    },
  ),
};

async function checkOwn(scope: Parameters<typeof checkSecret>[0], id: number, secret: string): Promise<void> {
  const stored = findAccount(scope.db, id)?.passwordHash;
  if (stored === undefined) throw new AppError('noPassword');
  await checkSecret(scope, { subject: `person:${id}`, what: 'password', stored, secret });
}
