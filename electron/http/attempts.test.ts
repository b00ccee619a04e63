import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { openAttempts } from './attempts.ts';

async function sender() {
  const desk = await openDesk();
  const send = async (path: string, attempt: string, body: unknown, device = 'window') => {
    const headers = { 'content-type': 'application/json', 'mot-cua-attempt': attempt };
    const request = new Request(`http://counter/api/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const reply = await desk.counter.fetch(request, { kind: 'loopback', device });
    return { status: reply.status, text: await reply.text() };
  };
  return { desk, send };
}

it('does a command once under its key and answers the same again, also a refusal', async () => {
  const { desk, send } = await sender();
  await using _ = desk;
  const { id, caseCode } = await desk.clerk.cases.receive(reception());
  const act = { id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } };
  const [key, other] = [randomUUID(), randomUUID()];
  const [first, again] = await Promise.all([send('cases.act', key, act), send('cases.act', key, act)]);
  expect(first.text).toContain(caseCode);
  expect(again).toEqual(first);
  expect(await send('cases.act', key, act)).toEqual(first);
  expect((await desk.clerk.cases.get({ id })).state.version).toBe(2);
  const refused = await send('cases.act', other, act);
  expect(refused.text).toContain('stale');
  expect(await send('cases.act', other, act)).toEqual(refused);
});

it('gives nobody the answer of another device or person', async () => {
  const { desk, send } = await sender();
  await using _ = desk;
  const key = randomUUID();
  const first = await send('people.add', key, { name: 'Tòng Văn Dũng', roles: ['clerk'] });
  expect(first.status).toBe(200);
  expect(
    (await send('people.add', key, { name: 'Tòng Văn Dũng', roles: ['clerk'] }, 'officer-desk')).text,
  ).toContain('notAllowed');
  await desk.clerk.session.lock();
  expect((await send('people.add', key, {})).text).toContain('locked');
});

it('takes another body under the same key for another command, also in one request', async () => {
  const { desk, send } = await sender();
  await using _ = desk;
  const key = randomUUID();
  const [one, other] = [reception(), reception()];
  const both = await send('cases.receive,cases.receive?batch=1', key, { 0: one, 1: other });
  const codes = [...both.text.matchAll(/"caseCode":"([^"]+)"/g)].map(([, code]) => code);
  expect(new Set(codes).size).toBe(2);
  expect((await send('cases.receive', key, reception())).text).not.toContain(codes[0]);
  expect((await desk.clerk.cases.list({})).total).toBe(3);
});

it('gives a code that is shown once to nobody twice', async () => {
  const { desk, send } = await sender();
  await using _ = desk;
  const key = randomUUID();
  const asked = { personId: desk.officerId };
  const [first, again] = [
    await send('accounts.startCode', key, asked),
    await send('accounts.startCode', key, asked),
  ];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.text).not.toBe(first.text);
});

it('lets go an answer after a while, and never what is still at work', async () => {
  const attempts = openAttempts(20);
  let acts = 0;
  const act = async () => {
    acts += 1;
    return acts;
  };
  const long = Promise.withResolvers<number>();
  const first = attempts.once('window', 'long', () => long.promise);
  for (let number = 0; number < 30; number += 1) await attempts.once('window', `key ${number}`, act);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const again = attempts.once('window', 'long', act);
  long.resolve(0);
  expect([await first, await again, await attempts.once('window', 'key 29', act)]).toEqual([0, 0, 31]);
});

it('keeps the last few answers of each device', async () => {
  const attempts = openAttempts();
  let acts = 0;
  const act = async () => {
    acts += 1;
    return acts;
  };
  for (let number = 0; number < 21; number += 1) await attempts.once('window', `key ${number}`, act);
  expect(await attempts.once('window', 'key 1', act)).toBe(2);
  expect(await attempts.once('lan:1', 'key 1', act)).toBe(22);
  expect(await attempts.once('window', 'key 0', act)).toBe(23);
});

it('tells whether a form has made its case', async () => {
  const { desk } = await sender();
  await using _ = desk;
  const form = reception();
  expect(await desk.clerk.cases.ofForm({ formKey: form.formKey })).toBeNull();
  const made = await desk.clerk.cases.receive(form);
  expect(await desk.clerk.cases.ofForm({ formKey: form.formKey })).toEqual(made);
});
