import { z } from 'zod';
import { formatCode, mostPinMisses, normaliseCode, secretSchema } from '../../../shared/domain/account.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Session, SessionWithCode } from '../../../shared/views.ts';
import {
  findAccount,
  findRecoveryHash,
  forgetFailuresOf,
  hasPasswords,
  renewHash,
  saveRecoveryHash,
  setPassword,
} from '../../register/accounts/accounts.ts';
import { getPerson, listPeople, seat } from '../../register/accounts/people.ts';
import {
  countPinMiss,
  endSignIn,
  endSignInsOf,
  lockSignIn,
  type SignIn,
  touchSignIn,
  unlockSignIn,
} from '../../register/accounts/sign-ins.ts';
import { findSetting } from '../../register/settings.ts';
import { whoIsHere } from '../admission.ts';
import {
  type CommandScope,
  command,
  type LongScope,
  longCommand,
  query,
  requirePerson,
  seated,
} from '../door.ts';
import { refuseCodeOfOther, refuseFreshCode } from '../sealed-code.ts';
import { checkSecret, hashNewPassword, refusedPassword } from '../secret-check.ts';
import { sessionOf } from './session-view.ts';
import { jarOf, newRecoveryCode, recordAs, requireSignIn, signInHere } from './sign-in-writing.ts';

const personId = z.int().min(1);

export const sessionRoutes = {
  current: query('anyone', z.void(), (scope) => sessionOf(scope)),

  /**
   * Signs in with the password; with a start code only together with the password that takes its place. Throws noPassword,
   * wrongPassword, tooManyTries, codeExpired, newPasswordNeeded, invalidInput.
   */
  signIn: longCommand(
    'anyone',
    ['session'],
    z.object({ personId, password: secretSchema, newPassword: secretSchema.optional() }),
    async (scope, { personId: id, password, newPassword }): Promise<Session> => {
      refuseInSample(scope);
      const person = getPerson(scope.db, id);
      const account = findAccount(scope.db, id);
      if (account === undefined) throw new AppError('noPassword');
      const secret = account.mustSet ? normaliseCode(password) : password;
      const stored = account.passwordHash;
      await checkSecret(scope, { subject: `person:${id}`, what: 'password', stored, secret });
      if (!account.mustSet) {
        const { secrets } = scope.context;
        const hash = secrets.isOld(stored) ? await secrets.inTurn(() => secrets.hash(password)) : undefined;
        const enter = await scope.write((writing) => {
          if (hash !== undefined) renewHash(writing.tx, id, hash);
          return signInHere(writing, person);
        });
        enter();
      } else {
        if ((account.codeUntil ?? 0) <= scope.context.clock()) throw new AppError('codeExpired');
        if (newPassword === undefined) throw new AppError('newPasswordNeeded');
        if (normaliseCode(newPassword) === secret) throw refusedPassword('passwordSame');
        const hash = await hashNewPassword(scope, id, newPassword);
        const enter = await scope.write((writing) => {
          setPassword(writing.tx, id, hash, writing.now.instant);
          recordAs(writing, id, 'account.passwordSet', `person:${id}`, { by: 'startCode' });
          return signInHere(writing, person);
        });
        enter();
      }
      return sessionOf(scope);
    },
  ),

  /**
   * The first password of a register from before passwords, at the PC itself: of an administrator, or of a leader where nobody is
   * one. Answers the recovery code, once.
   */
  claim: longCommand(
    'anyone',
    ['session'],
    z.object({ personId, newPassword: secretSchema }),
    async (scope, { personId: id, newPassword }): Promise<SessionWithCode> => {
      refuseInSample(scope);
      if (hasPasswords(scope.db)) throw new AppError('notAllowed');
      const person = requireManager(scope, id);
      const hash = await hashNewPassword(scope, id, newPassword);
      const recovery = await newRecoveryCode(scope);
      const enter = await scope.write((writing) => {
        if (hasPasswords(writing.tx)) throw new AppError('notAllowed');
        setPassword(writing.tx, id, hash, writing.now.instant);
        saveRecoveryHash(writing.tx, recovery.hash, writing.now.instant);
        recordAs(writing, id, 'account.passwordSet', `person:${id}`, { by: 'first' });
        return signInHere(writing, person);
      });
      enter();
      return { ...sessionOf(scope), recoveryCode: formatCode(recovery.code) };
    },
  ),

  /**
   * The sealed code sets a new password of an administrator; it is spent, and a new one is answered, once. Throws wrongPassword,
   * tooManyTries, approverNotAllowed while the code does not hold.
   */
  recover: longCommand(
    'anyone',
    ['session'],
    z.object({ personId, code: secretSchema, newPassword: secretSchema }),
    async (scope, { personId: id, code, newPassword }): Promise<SessionWithCode> => {
      refuseInSample(scope);
      const stored = findRecoveryHash(scope.db);
      if (stored === undefined) throw new AppError('notAllowed');
      const person = requireManager(scope, id);
      const hash = await hashNewPassword(scope, id, newPassword);
      const secret = normaliseCode(code);
      await checkSecret(scope, { subject: 'recovery', what: 'recovery', stored, secret });
      refuseFreshCode(scope);
      refuseCodeOfOther(scope, id);
      const recovery = await newRecoveryCode(scope);
      const enter = await scope.write((writing) => {
        // Spent meanwhile by somebody else.
        if (findRecoveryHash(writing.tx) !== stored)
          throw new AppError('wrongPassword', { what: 'recovery', seconds: 1 });
        setPassword(writing.tx, id, hash, writing.now.instant);
        forgetFailuresOf(writing.tx, id);
        saveRecoveryHash(writing.tx, recovery.hash, writing.now.instant);
        endSignInsOf(writing.tx, id, 'passwordSet', writing.context.clock());
        recordAs(writing, id, 'session.recovered', `person:${id}`, { name: person.name });
        return signInHere(writing, person);
      });
      enter();
      return { ...sessionOf(scope), recoveryCode: formatCode(recovery.code) };
    },
  ),

  /** A key or the pointer was touched here: all that counts as somebody being there. */
  touch: command(seated, [], z.void(), ({ tx, context }): null => {
    const { signIn } = whoIsHere(context, tx);
    if (signIn !== null) touchSignIn(tx, signIn.tokenHash, context.clock());
    return null;
  }),

  /** Locks this window; what is typed in it stays. Whom its clerk served goes from the screen. */
  lock: command('anyone', ['session'], z.void(), (scope): Session => {
    const { tx, context, door } = scope;
    const { signIn } = whoIsHere(context, tx);
    if (signIn !== null && signIn.lockedAt === null) {
      lockSignIn(tx, signIn.tokenHash, context.clock());
      recordAs(scope, signIn.person.id, 'session.locked', `person:${signIn.person.id}`, {});
      scope.after(() => context.displays.at(door.device).clearForms());
    }
    return sessionOf({ ...scope, db: tx });
  }),

  /** Opens the same sign-in again, by PIN or password; after five wrong PINs only by password. */
  unlock: longCommand(
    'anyone',
    ['session'],
    z.union([z.object({ pin: z.string().max(12) }), z.object({ password: secretSchema })]),
    async (scope, input): Promise<Session> => {
      const signIn = requireSignIn(scope);
      const account = findAccount(scope.db, signIn.person.id);
      if (account === undefined) throw new AppError('notSeated');
      if ('pin' in input) await checkPin(scope, signIn, account.pinHash, input.pin);
      else {
        const attempt = {
          subject: `person:${signIn.person.id}`,
          what: 'password',
          stored: account.passwordHash,
        } as const;
        await checkSecret(scope, { ...attempt, secret: input.password });
      }
      await scope.write((writing) => {
        unlockSignIn(writing.tx, signIn.tokenHash, writing.context.clock());
        const by = 'pin' in input ? 'pin' : 'password';
        recordAs(writing, signIn.person.id, 'session.unlocked', `person:${signIn.person.id}`, { by });
      });
      return sessionOf(scope);
    },
  ),

  /** Ends this sign-in, also from the lock. */
  signOut: command('anyone', ['session'], z.void(), (scope): Session => {
    const { tx, context, door } = scope;
    const { signIn } = whoIsHere(context, tx);
    if (signIn !== null) {
      endSignIn(tx, signIn.tokenHash, 'signedOut', context.clock());
      recordAs(scope, signIn.person.id, 'session.signedOut', `person:${signIn.person.id}`, {});
      scope.after(() => {
        jarOf(scope).token = null;
        context.displays.at(door.device).clearForms();
      });
    }
    return sessionOf({ ...scope, db: tx });
  }),

  /** Ends every sign-in of whoever sits here, at every device, this one too. */
  signOutEverywhere: command(seated, ['session'], z.void(), (scope): Session => {
    const { tx, context, door } = scope;
    const person = requirePerson(scope);
    const count = endSignInsOf(tx, person.id, 'everywhere', context.clock());
    scope.record('session.signedOutEverywhere', `person:${person.id}`, { count });
    scope.after(() => {
      jarOf(scope).token = null;
      context.displays.at(door.device).clearForms();
    });
    return sessionOf({ ...scope, db: tx });
  }),

  /** Says who sits at this window of a sample from now on: names only, for it holds nobody's data. */
  sit: command('anyone', ['session'], z.object({ personId }), (scope, { personId: id }): Session => {
    if (findSetting(scope.tx, 'isSample', scope.now.today) !== true) throw new AppError('notAllowed');
    const person = getPerson(scope.tx, id);
    seat(scope.tx, scope.door.device, person.id);
    if (scope.person?.id !== person.id)
      scope.after(() => scope.context.displays.at(scope.door.device).clearForms());
    scope.record('session.seated', `person:${person.id}`, { name: person.name });
    return sessionOf({ ...scope, db: scope.tx });
  }),
};

function refuseInSample({ db, now }: LongScope): void {
  if (findSetting(db, 'isSample', now.today) === true) throw new AppError('notAllowed');
}

/** An administrator, or a leader where nobody is one. Throws notFound, notAllowed. */
function requireManager({ db }: LongScope, id: number): ReturnType<typeof getPerson> {
  const person = getPerson(db, id);
  const isRun = listPeople(db).some(({ roles }) => roles.includes('administrator'));
  if (!person.roles.includes(isRun ? 'administrator' : 'leader')) throw new AppError('notAllowed');
  return person;
}

/** In turn, so that of many at once no more than five are compared. Throws wrongPassword, pinSpent. */
async function checkPin(
  scope: LongScope,
  { person, tokenHash }: SignIn,
  stored: string | null,
  pin: string,
): Promise<void> {
  const { secrets } = scope.context;
  await secrets.inTurn(async () => {
    const { pinMisses } = requireSignIn(scope);
    if (stored === null || pinMisses >= mostPinMisses) throw new AppError('pinSpent');
    if (await secrets.matches(pin, stored)) return;
    await scope.write((writing: CommandScope) => {
      countPinMiss(writing.tx, tokenHash, writing.context.clock());
      recordAs(writing, person.id, 'signIn.failed', `person:${person.id}`, {
        what: 'pin',
        failures: pinMisses + 1,
      });
    });
    const left = mostPinMisses - pinMisses - 1;
    throw left === 0 ? new AppError('pinSpent') : new AppError('wrongPassword', { what: 'pin', left });
  });
}
