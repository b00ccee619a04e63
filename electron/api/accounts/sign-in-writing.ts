import { recoveryCodeLength } from '../../../shared/domain/account.ts';
import type { Staff } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { newCode, newToken, tokenHash } from '../../accounts/secrets.ts';
import type { TokenJar } from '../../door.ts';
import { dropOldSignIns, endSignIn, type SignIn, startSignIn } from '../../register/accounts/sign-ins.ts';
import { appendEntry } from '../../register/journal.ts';
import { findLanDevice, idOfDevice } from '../../register/lan.ts';
import { whoIsHere } from '../admission.ts';
import type { CommandScope, LongScope } from '../door.ts';

const keptMs = 30 * 24 * 3600_000;

/** Where this caller keeps his reference. Throws notAllowed at a door where nobody can sign in. */
export function jarOf({ door }: Pick<CommandScope, 'door'>): TokenJar {
  if (door.kind === 'display' || door.jar === undefined) throw new AppError('notAllowed');
  return door.jar;
}

/**
 * Signs somebody in here under a new reference, in the transaction of `scope`; whoever was here before is signed out, and whom he
 * served goes from the screen. Answers what hands the reference to the window, to be called once that is on disk.
 */
export function signInHere(
  scope: CommandScope,
  person: Pick<Staff, 'id' | 'name'> & Partial<Staff>,
): () => void {
  const { tx, door, context } = scope;
  const jar = jarOf(scope);
  // A device that is limited to other roles than his.
  if (door.kind === 'lan' && door.roles && !person.roles?.some((role) => door.roles?.includes(role)))
    throw new AppError('notAllowed', {
      why: 'device',
      device: findLanDevice(tx, idOfDevice(door.device) ?? 0)?.name,
    });
  const atMs = context.clock();
  const before = whoIsHere(context, tx);
  if (before.signIn !== null) endSignIn(tx, before.signIn.tokenHash, 'changed', atMs);
  dropOldSignIns(tx, atMs - keptMs);
  const token = newToken();
  startSignIn(tx, { tokenHash: tokenHash(token), personId: person.id, device: door.device, atMs });
  recordAs(scope, person.id, 'session.signedIn', `person:${person.id}`, { name: person.name });
  return () => {
    jar.token = token;
    if (before.person?.id !== person.id) context.displays.at(door.device).clearForms();
  };
}

/** An entry in the name of somebody who only now signs in, or out of a locked window. */
export function recordAs(
  scope: CommandScope,
  personId: number,
  kind: string,
  subject: string,
  data: unknown,
): void {
  const { tx, now, door } = scope;
  appendEntry(tx, { at: now.instant, personId, device: door.device, kind, subject, data });
}

/** A new recovery code and its hash; the code itself is shown once and kept nowhere. */
export async function newRecoveryCode({
  context,
}: Pick<LongScope, 'context'>): Promise<{ code: string; hash: string }> {
  const code = newCode(recoveryCodeLength);
  return { code, hash: await context.secrets.inTurn(() => context.secrets.hash(code)) };
}

/** Throws notSeated; also in a sample, which has none. */
export function requireSignIn({ context, db }: Pick<LongScope, 'context' | 'db'>): SignIn {
  const { signIn } = whoIsHere(context, db);
  if (signIn === null) throw new AppError('notSeated');
  return signIn;
}
