import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDesk, optionsFor, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { openCounter } from '../../counter.ts';

const patient = { timeout: 20_000 };

test('after a restore the copies of what was given up are its own, and the way back says what it costs', async () => {
  const desk = await openDesk();
  const { folder } = desk;
  let minute = 15;
  const clock = () => Date.parse(`2025-04-24T09:${minute}:00+07:00`);
  let { counter, clerk }: Pick<typeof desk, 'counter' | 'clerk'> = desk;
  const backUp = async () => {
    minute += 1;
    desk.setTime(`2025-04-24T09:${minute}`);
    return (await clerk.backups.write()).name;
  };
  const restore = async (name: string) => {
    await clerk.backups.restore({ kind: 'here', name });
    const found = await clerk.backups.restored();
    const { at = '', head = '', lack = null } = found ?? {};
    await clerk.backups.take({ at, head, lack, approval: { personId: 3, password: passwordOfTests } });
    await counter.close();
    minute += 1;
    const backups = { everyMs: 3_600_000, atClosing: false };
    counter = await openCounter({ ...optionsFor(folder), backups, clock, log: () => {} });
    clerk = counter.caller({ kind: 'loopback', device: 'window' });
    await clerk.session.signIn({ personId: 1, password: passwordOfTests });
    return { found, told: (await clerk.session.current()).restored };
  };
  const standing = async (name: string) =>
    (await clerk.backups.list()).copies.find((copy) => copy.name === name);

  await clerk.cases.receive(reception());
  const first = await backUp();
  const given = await clerk.cases.receive(reception());
  const second = await backUp();
  await restore(first);
  const givenUpAt = `2025-04-24T09:${minute - 1}`;
  // Nobody waits a quarter of an hour for the first copy of what has just come into its place.
  await expect
    .poll(async () => (await clerk.backups.list()).copies[0], patient)
    .toMatchObject({
      ...{ cases: 1, owner: 'own', lack: { entries: 0 } },
    });
  expect(await standing(first)).toMatchObject({ owner: 'own', givenUpAt: null });
  expect(await standing(second)).toMatchObject({ owner: 'past', givenUpAt, lack: { cases: 0, entries: 0 } });

  const anew = await clerk.cases.receive(reception());
  const third = await backUp();
  expect(await standing(second)).toMatchObject({
    owner: 'past',
    lack: { cases: 1, lastCode: anew.caseCode },
  });
  const { found, told } = await restore(second);
  expect(found).toMatchObject({ owner: 'past', givenUpAt, lack: { cases: 1, firstCode: anew.caseCode } });
  expect(told?.loss).toMatchObject({ cases: 1, lastCode: anew.caseCode });
  // What both hold ends before the copy that was gone back to: the case after it is in no copy of the middle.
  expect(await standing(third)).toMatchObject({
    owner: 'past',
    lack: { cases: 1, lastCode: given.caseCode },
  });
  await counter.close();
  rmSync(folder, { recursive: true, force: true });
});
