import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Role, roles } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { type Desk, openDesk } from '../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../tests/sign-in.ts';
import type { TokenJar } from '../door.ts';
import { connect } from '../register/connection.ts';
import { entriesOf } from '../register/journal.ts';
import type { Callers } from './admission.ts';
import { displayRouter } from './display/display.ts';
import { atThisPcAlone } from './door-limits.ts';
import { apiRouter } from './index.ts';

/**
 * Every procedure of both routers, asked by everybody there is: each role, a screen for citizens, a locked window, an ended sign-in
 * and nobody. Only those that it lists may (ASVS 8.2.1, 8.3.1; 7.4.1 ended means ended).
 */
interface Procedure {
  path: string;
  callers: Callers | undefined;
  type: string;
  inputs: number;
}

/** What runs without an input: nothing it is sent can stop it, so that it is asked only by whom it refuses. */
const withoutInput = ['setup.openSample', 'changes.watch'];

function proceduresOf(router: { _def: { procedures: object } }): Procedure[] {
  return Object.entries(router._def.procedures).map(([path, procedure]) => {
    const { meta, type, inputs } = (
      procedure as { _def: { meta?: { callers?: Callers }; type: string; inputs: unknown[] } }
    )._def;
    return { path, callers: meta?.callers, type, inputs: inputs.length };
  });
}

type AnyCaller = (input: unknown) => Promise<unknown>;
const at = (caller: unknown, path: string): AnyCaller =>
  path.split('.').reduce((inner, name) => (inner as Record<string, unknown>)[name], caller) as AnyCaller;

/** No schema takes it, so that whoever may call changes nothing. */
const noInput = Symbol('no input');

/** The code of the refusal; `may` once the question whether he may is behind. */
async function answerTo(caller: unknown, path: string): Promise<string> {
  try {
    await at(caller, path)(noInput);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof z.ZodError) return 'may';
    return cause instanceof AppError ? cause.code : `unexpected: ${String(error)}`;
  }
  return 'ran';
}

const clerks = proceduresOf(apiRouter);
const screens = proceduresOf(displayRouter);
let desk: Desk;
const callers = new Map<Role, unknown>();
beforeAll(async () => {
  desk = await openDesk('2025-04-24T08:00', undefined, false);
  const approval = { personId: 3, password: passwordOfTests };
  for (const role of roles) {
    const { people } = await desk.clerk.people.add({ name: `Người ${role}`, roles: [role], approval });
    const caller = desk.counter.caller({ kind: 'loopback', device: `desk of ${role}` });
    await signInAt(desk.clerk, caller, people.at(-1)?.id ?? 0);
    callers.set(role, caller);
  }
});
afterAll(() => desk[Symbol.asyncDispose]());

test('every procedure says who may call it, and takes an input that can be wrong', () => {
  const all = [...clerks, ...screens];
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter((each) => each.callers === undefined || each.callers.length === 0)).toEqual([]);
  expect(screens.filter((each) => each.callers !== 'display')).toEqual([]);
  expect(clerks.filter((each) => each.callers === 'display')).toEqual([]);
  expect(
    clerks
      .filter((each) => each.inputs === 0)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(withoutInput.toSorted());
});

/** What each of the procedures that take an input should answer, and what it did. */
async function compared(caller: unknown, answer: (callers: Callers | undefined) => string) {
  const asked = clerks.filter(({ inputs }) => inputs > 0);
  const found = await Promise.all(asked.map(async ({ path }) => [path, await answerTo(caller, path)]));
  return {
    found: Object.fromEntries(found),
    expected: Object.fromEntries(asked.map((each) => [each.path, answer(each.callers)])),
  };
}

test.each(roles)("of a clerk's procedures a %s may those that list the role (ASVS 8.2.1)", async (role) => {
  const { found, expected } = await compared(callers.get(role), (may) =>
    may === 'anyone' || may?.includes(role as never) ? 'may' : 'notAllowed',
  );
  expect(found).toEqual(expected);
});

test('nobody, an ended sign-in and a locked window may what anyone may', async () => {
  const open = (may: Callers | undefined, else_: string) => (may === 'anyone' ? 'may' : else_);
  const nobody = desk.counter.caller({ kind: 'loopback', device: 'nobody' });
  const asNobody = await compared(nobody, (may) => open(may, 'notSeated'));
  expect(asNobody.found).toEqual(asNobody.expected);

  const jar: TokenJar = { token: null };
  const ended = desk.counter.caller({ kind: 'loopback', device: 'window', jar });
  await ended.session.signIn({ personId: 1, password: passwordOfTests });
  const { token } = jar;
  await ended.session.signOut();
  jar.token = token;
  const asEnded = await compared(ended, (may) => open(may, 'notSeated'));
  expect(asEnded.found).toEqual(asEnded.expected);

  const locked = desk.counter.caller({ kind: 'loopback', device: 'locked' });
  await locked.session.signIn({ personId: 1, password: passwordOfTests });
  await locked.session.lock();
  const asLocked = await compared(locked, (may) => open(may, 'locked'));
  expect(asLocked.found).toEqual(asLocked.expected);
});

test('a screen for citizens may nothing of a window', async () => {
  const display = desk.counter.caller({ kind: 'display', device: 'display', desk: 'window' });
  for (const { path } of clerks) expect([path, await answerTo(display, path)]).toEqual([path, 'notAllowed']);
});

test('a counter of the local network may what its role may, but for what is for the PC of the register alone', async () => {
  const jar: TokenJar = { token: null };
  const remote = desk.counter.caller({ kind: 'lan', device: 'lan:1', jar });
  const nobody = await compared(remote, (may) => (may === 'anyone' ? 'may' : 'notSeated'));
  const limited = Object.fromEntries(
    Object.entries(nobody.expected).map(([path, answer]) => [
      path,
      answer === 'may' && atThisPcAlone.includes(path) ? 'notAllowed' : answer,
    ]),
  );
  expect(nobody.found).toEqual(limited);

  await remote.session.signIn({ personId: 1, password: passwordOfTests });
  const roles = ['clerk', 'administrator'];
  const mayHere = (may: Callers | undefined) =>
    may === 'anyone' || roles.some((role) => may?.includes(role as never));
  const all = await compared(remote, (may) => (mayHere(may) ? 'may' : 'notAllowed'));
  for (const path of atThisPcAlone) if (path in all.expected) all.expected[path] = 'notAllowed';
  expect(all.found).toEqual(all.expected);
});

test('a device that is limited to some roles is nobody else, whoever signs in', async () => {
  const jar: TokenJar = { token: null };
  const door = { kind: 'lan', device: 'lan:2', jar } as const;
  await desk.counter.caller(door).session.signIn({ personId: 1, password: passwordOfTests });
  const limited = desk.counter.caller({ ...door, roles: ['clerk'] });
  const { found, expected } = await compared(limited, (may) =>
    may === 'anyone' || may?.includes('clerk') ? 'may' : 'notAllowed',
  );
  for (const path of atThisPcAlone) if (path in expected) expected[path] = 'notAllowed';
  expect(found).toEqual(expected);
});

test('what a person may not do is told to the journal (ASVS 16.3.2)', async () => {
  const db = connect(`${desk.folder}/register.db`, 'read');
  const { people } = await desk.clerk.session.current();
  const officer = people.find(({ name }) => name === 'Người officer');
  const told = entriesOf(db, `person:${officer?.id}`).filter(({ kind }) => kind === 'access.refused');
  db.close();
  const refused = clerks.filter(
    (each) => each.inputs > 0 && each.callers !== 'anyone' && !each.callers?.includes('officer' as never),
  );
  expect(new Set(told.map(({ data }) => (data as { path: string }).path))).toEqual(
    new Set(refused.map(({ path }) => path)),
  );
});
