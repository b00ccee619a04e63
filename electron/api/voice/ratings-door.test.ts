import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/person.ts';
import { type Desk, openDesk } from '../../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../../tests/sign-in.ts';
import { apiRouter } from '../index.ts';

/** Who may read answers: leaders and nobody else. Every procedure of the area is knocked at as everybody there is. */

const writers: Readonly<Record<string, readonly Role[]>> = {
  enterPaper: ['clerk', 'officer', 'leader'],
};
const input = {
  formKey: '0f0e0d0c-0b0a-4908-8706-050403020100',
  from: '2025-04-01',
  to: '2025-04-30',
  mark: 5,
  answeredOn: '2025-04-24',
  about: { kind: 'procedure', procedureCode: '1.004873', stage: 'return' },
};

const procedures: Readonly<Record<string, unknown>> = apiRouter._def.procedures;
const names = Object.keys(procedures)
  .filter((path) => path.startsWith('ratings.'))
  .map((path) => path.slice('ratings.'.length));
const callers = ['clerk', 'officer', 'cashier', 'administrator', 'leader', 'nobody', 'display'] as const;

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  for (const role of ['clerk', 'officer', 'cashier', 'administrator', 'leader'] as const) {
    const name = `Người ${role}`;
    const approval = { personId: 3, password: passwordOfTests };
    const { people } = await desk.clerk.people.add({ name, roles: [role], approval });
    const id = people.find((person) => person.name === name)?.id ?? 0;
    await signInAt(desk.clerk, desk.counter.caller({ kind: 'loopback', device: role }), id);
  }
});
afterAll(() => desk[Symbol.asyncDispose]());

async function knock(as: (typeof callers)[number], name: string): Promise<string> {
  const given = name === 'low' ? undefined : input;
  const reply = await desk.counter.fetch(
    new Request(`http://counter/api/ratings.${name}`, {
      method: given ? 'POST' : 'GET',
      ...(given && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) }),
    }),
    as === 'display'
      ? { kind: 'display', device: 'display', desk: 'leader' }
      : { kind: 'loopback', device: as },
  );
  if (reply.ok) return 'ok';
  const body: unknown = reply.status === 404 ? null : await reply.json();
  return body === null ? 'noSuchDoor' : String((body as { error: { message: string } }).error.message);
}

test('the area is known to this test', () => {
  expect(names.sort()).toEqual(['comments', 'enterPaper', 'low', 'report']);
});

test.each(names.flatMap((name) => callers.map((as) => [name, as] as const)))('%s as %s', async (name, as) => {
  const may: readonly string[] = writers[name] ?? ['leader'];
  const answer = await knock(as, name);
  if (may.includes(as)) expect(answer).toBe('ok');
  else expect(answer).toBe({ nobody: 'notSeated', display: 'noSuchDoor' }[as as string] ?? 'notAllowed');
});
