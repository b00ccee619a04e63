import { longestSignInMs, type SignInLimits, standingOf } from '../../shared/domain/account.ts';
import type { Role, Staff } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { tokenHash } from '../accounts/secrets.ts';
import type { CounterDoor } from '../door.ts';
import { nowAt } from '../now.ts';
import { findSeated } from '../register/accounts/people.ts';
import { findSignIn, type SignIn } from '../register/accounts/sign-ins.ts';
import type { Reader } from '../register/connection.ts';
import { isTeamLaptop } from '../register/digital/campaigns.ts';
import { appendEntry } from '../register/journal.ts';
import type { Register } from '../register/register.ts';
import { findSetting } from '../register/settings.ts';
import type { ApiContext } from './context.ts';

/**
 * Who may call: roles, anyone at a window even before the first run and while it is locked; or a screen for citizens, which may
 * call nothing else.
 */
export type Callers = readonly Role[] | 'anyone' | 'display';
export const everyRole: readonly Role[] = ['clerk', 'officer', 'cashier', 'leader', 'administrator'];

type Asking = Pick<ApiContext, 'door' | 'clock' | 'signInLimits'>;

export interface Present {
  /** Who is signed in here, also while the window is locked. */
  person: Staff | null;
  /** Null where nobody is, and in a sample or on a team's laptop, which ask for no password. */
  signIn: SignIn | null;
  isLocked: boolean;
}
const nobody: Present = { person: null, signIn: null, isLocked: false };

/** The only place that turns a door into a person. */
export function whoIsHere(ctx: Asking, db: Reader): Present {
  const { door } = ctx;
  if (door.kind === 'display') return nobody;
  const nowMs = ctx.clock();
  const { today } = nowAt(nowMs);
  if (findSetting(db, 'isSample', today) === true || isTeamLaptop(db))
    return { ...nobody, person: withRolesOf(door, findSeated(db, door.device) ?? null) };
  const token = door.jar?.token;
  const signIn = token ? findSignIn(db, tokenHash(token)) : undefined;
  // A token that was carried to another device is nobody's.
  if (signIn === undefined || signIn.device !== door.device) return nobody;
  const standing = standingOf(signIn, limitsOf(ctx, db, today), nowMs);
  if (standing === 'ended') return nobody;
  return { person: withRolesOf(door, signIn.person), signIn, isLocked: standing === 'locked' };
}

/** At a device of the local network that is limited to some roles nobody has others. */
function withRolesOf({ roles }: CounterDoor, person: Staff | null): Staff | null {
  if (person === null || !roles) return person;
  return { ...person, roles: person.roles.filter((role) => roles.includes(role)) };
}

export function limitsOf(
  { signInLimits }: Pick<Asking, 'signInLimits'>,
  db: Reader,
  today: string,
): SignInLimits {
  const idleMs = signInLimits.idleMs ?? (findSetting(db, 'idleMinutes', today) ?? 3) * 60_000;
  return { idleMs, absoluteMs: signInLimits.absoluteMs ?? longestSignInMs };
}

/**
 * Who calls, if he may: somebody signed in whose window is not locked, with one of the roles; where `anyone` may, perhaps nobody.
 * Throws notSeated, locked, notAllowed.
 */
export function admit(ctx: Asking, db: Reader, callers: Callers): Staff | null {
  if ((ctx.door.kind === 'display') !== (callers === 'display')) throw new AppError('notAllowed');
  if (callers === 'display') return null;
  const { person, isLocked } = whoIsHere(ctx, db);
  if (callers === 'anyone') return isLocked ? null : person;
  if (person === null) throw new AppError('notSeated');
  if (isLocked) throw new AppError('locked');
  if (!person.roles.some((role) => callers.includes(role))) throw new AppError('notAllowed');
  return person;
}

const toldAgainMs = 600_000;
const told = new WeakMap<Register, Map<string, number>>();

/** The journal says who asked for what he may not do; the same again within ten minutes says nothing new. */
export function tellRefusal(ctx: ApiContext, path: string, error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'notAllowed' || ctx.door.kind === 'display') return;
  const { register, door } = ctx;
  const { person } = whoIsHere(ctx, register.read);
  if (person === null) return;
  const nowMs = ctx.clock();
  const before = told.get(register) ?? new Map<string, number>();
  told.set(register, before);
  const key = `${person.id} ${door.device} ${path}`;
  const lastMs = before.get(key);
  if (lastMs !== undefined && Math.abs(nowMs - lastMs) < toldAgainMs) return;
  if (before.size >= 1000) before.clear();
  before.set(key, nowMs);
  try {
    const entry = { at: nowAt(nowMs).instant, personId: person.id, device: door.device };
    register.transact((tx) =>
      appendEntry(tx, { ...entry, kind: 'access.refused', subject: `person:${person.id}`, data: { path } }),
    );
  } catch (fault) {
    ctx.log(`refusal of ${path}: ${String(fault)}`);
  }
}
