import type { Counter, CounterOptions } from '../electron/counter.ts';

/** Hashes that cost nothing, and sign-ins that outlive every jump of a test's clock. */
export const quickSignIns = {
  secretCost: 4,
  signInLimits: { idleMs: Number.POSITIVE_INFINITY, absoluteMs: Number.POSITIVE_INFINITY },
} satisfies Partial<CounterOptions>;

/** Of everybody in tests: long, and nobody's name. */
export const passwordOfTests = 'hàng cau trước ngõ';

type Caller = ReturnType<Counter['caller']>;

/** Signs somebody in at a desk the way an office does it: a manager gives a code, the person makes a password of his own. */
export async function signInAt(manager: Caller, desk: Caller, personId: number): Promise<void> {
  const { code } = await manager.accounts.startCode({ personId });
  await desk.session.signIn({ personId, password: code, newPassword: passwordOfTests });
}
