import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { connect as connectPlain, createServer } from 'node:net';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { openDesk, optionsFor } from '../../tests/desk.ts';
import { lanClient, lanOfTests, officeNow, openLanDesk, pairedClient } from '../../tests/lan.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { displayRouter } from '../api/display/display.ts';
import { atThisPcAlone, ofRatings, shownOnce } from '../api/door-limits.ts';
import { apiRouter } from '../api/index.ts';
import { openCounter } from '../counter.ts';
import { startCounter } from '../launch/start-counter.ts';
import { connect } from '../register/connection.ts';
import { entriesOf } from '../register/journal.ts';
import { shutLanAfterRestore } from '../register/lan.ts';
import { openRegister } from '../register/register.ts';
import { openLanDoor } from './lan-door.ts';

test('it is shut until an administrator switches it on, and again when he switches it off', async () => {
  await using desk = await openLanDesk();
  await expect(desk.leader.lan.switchOn({ address: '127.0.0.1' })).rejects.toThrow('notAllowed');
  const client = await pairedClient(desk, 'counter');
  expect(await client.call('session.current')).toMatchObject({ isRemote: true });
  expect(await desk.clerk.lan.switchOff()).toMatchObject({ isOn: false, isOpen: false });
  await expect(client.call('session.current')).rejects.toThrow();
  const again = lanClient(desk.view.url ?? '', desk.ca);
  await expect(again.ask('/ghep/state')).rejects.toThrow();
  await expect(desk.clerk.lan.newPairingCode({ kind: 'rating', name: 'Bảng' })).rejects.toThrow('lanFault');
});

test('it opens with the counter where it was on, also at another address of its network; further away is for a person to decide', async () => {
  const desk = await openLanDesk();
  const client = await pairedClient(desk, 'counter');
  client.close();
  await desk.counter.close();

  // The network gives the machine another address, and then one elsewhere.
  let address = '127.0.0.2';
  const lan = { ...lanOfTests, addresses: () => [{ address, interfaceName: 'lo', prefix: 8 }], lookMs: 20 };
  const counter = await openCounter({ ...optionsFor(desk.folder), lan, log: () => {} });
  await counter.startLan();
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  const view = await clerk.lan.state();
  expect(view).toMatchObject({ isOpen: true, address: '127.0.0.2', fault: null });
  // Trusted as before: nobody has to carry a certificate anywhere.
  expect(view.authority).toEqual(desk.view.authority);
  const again = lanClient(view.url ?? '', desk.ca);
  const [token = ''] = client.cookies.values();
  again.cookies.set(`__Host-mot-cua-device-${view.port}`, token);
  expect(await again.call('session.current')).toMatchObject({ isRemote: true, person: null });

  address = '127.9.0.1';
  while ((await clerk.lan.state()).fault === null) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await clerk.lan.state()).toMatchObject({ isOn: true, isOpen: false, fault: 'addressGone' });
  await expect(again.call('session.current')).rejects.toThrow();
  const moved = await clerk.lan.switchOn({ address });
  expect(moved).toMatchObject({ isOpen: true, fault: null, hostName: 'mot-cua.local' });
  expect(moved.authority?.names).toEqual(['mot-cua.local', '127.9.0.0/24']);
  await counter.close();
  const db = connect(`${desk.folder}/register.db`, 'read');
  expect(entriesOf(db, 'lan').map(({ kind }) => kind)).toContain('lan.renewed');
  db.close();
  rmSync(desk.folder, { recursive: true, force: true });
});

test('switched off while the minute gives it another address, it stays off', async () => {
  const desk = await openLanDesk();
  await desk.counter.close();
  let last = 1;
  let asked = () => {};
  const addresses = () => {
    asked();
    return [{ address: `127.0.0.${last}`, interfaceName: 'lo', prefix: 8 }];
  };
  const lan = { ...lanOfTests, addresses, lookMs: 15 };
  const counter = await openCounter({ ...optionsFor(desk.folder), lan, log: () => {} });
  await counter.startLan();
  const clerk = counter.caller({ kind: 'loopback', device: 'window' });
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  for (let round = 0; round < 5; round += 1) {
    const looked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    last += 1;
    await looked;
    await clerk.lan.switchOff();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await clerk.lan.state()).toMatchObject({ isOn: false, isOpen: false });
    await clerk.lan.switchOn({ address: `127.0.0.${last}` });
  }
  await counter.close();
  const db = connect(`${desk.folder}/register.db`, 'read');
  const kinds = entriesOf(db, 'lan').map(({ kind }) => kind);
  expect(
    kinds.filter((kind, index) => kind === 'lan.renewed' && kinds[index - 1] === 'lan.switchedOff'),
  ).toEqual([]);
  db.close();
  rmSync(desk.folder, { recursive: true, force: true });
});

test('a port in use is said in a sentence, and the counter goes on; over a damaged register the door stays shut', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const lan = { ...lanOfTests, port };
  const desk = await openDesk(officeNow(), undefined, true, { lan });
  await expect(desk.clerk.lan.switchOn({ address: '127.0.0.1' })).rejects.toMatchObject({
    cause: { code: 'lanFault', data: { why: 'portInUse', port } },
  });
  expect(await desk.clerk.lan.state()).toMatchObject({ isOn: false, isOpen: false });
  taken.close();
  await once(taken, 'close');
  expect(await desk.clerk.lan.switchOn({ address: '127.0.0.1' })).toMatchObject({ isOpen: true, port });
  const heard = () =>
    new Promise((resolve) => {
      const socket = connectPlain(port, '127.0.0.1', () => resolve(socket.destroy() !== null));
      socket.on('error', () => resolve(false));
    });
  expect(await heard()).toBe(true);
  await desk.counter.close();
  expect(await heard()).toBe(false);

  // A damaged register is for whoever sits at its PC.
  truncateSync(join(desk.folder, 'register.db'), 300_000);
  const damageWorker = new URL('../register/damage/damage-worker.ts', import.meta.url);
  const started = await startCounter({ ...optionsFor(desk.folder), damageWorker, lan, log: () => {} });
  expect([started.finding()?.kind, await heard()]).toEqual(['damaged', false]);
  await started.close();
  rmSync(desk.folder, { recursive: true, force: true });
});

test('a window of the network locks when nobody touches it, as every window', async () => {
  await using desk = await openLanDesk({ signInLimits: {} });
  const client = await pairedClient(desk, 'counter');
  await client.call('session.signIn', { personId: 3, password: passwordOfTests });
  desk.setTime(officeNow(4));
  expect(await client.call('session.current')).toMatchObject({ isLocked: true });
  await expect(client.call('lan.state')).rejects.toThrow('locked');
  desk.setTime(officeNow(9 * 60));
  expect(await client.call('session.current')).toMatchObject({ person: null });
  client.close();
});

test('what a restore brings is shut, and its devices are paired anew', async () => {
  await using desk = await openLanDesk();
  const client = await pairedClient(desk, 'counter');
  const db = connect(`${desk.folder}/register.db`, 'write');
  shutLanAfterRestore(db, Date.now());
  expect(db.prepare('SELECT isOn FROM lanDoor').get()).toEqual({ isOn: 0 });
  expect(db.prepare('SELECT count(*) AS n FROM lanDevices WHERE revokedAt IS NULL').get()).toEqual({ n: 0 });
  db.close();
  await expect(client.call('session.current')).rejects.toThrow('notPaired');
  client.close();
});

test('what the doors limit are procedures that there are', () => {
  const pathsOf = (router: { _def: { procedures: object } }) => Object.keys(router._def.procedures);
  expect([...atThisPcAlone, ...shownOnce].filter((path) => !pathsOf(apiRouter).includes(path))).toEqual([]);
  expect(ofRatings.filter((path) => !pathsOf(displayRouter).includes(path))).toEqual([]);
});

test('a look at the door that fails is written to the log, and the next one comes', async () => {
  await using desk = await openDesk();
  const register = openRegister(mkdtempSync(join(desk.folder, 'door-')), false);
  const told: string[] = [];
  const door = openLanDoor({
    ...lanOfTests,
    ...{ register, files: new Hono(), answer: async () => new Response(), announce: () => {} },
    ...{ clock: Date.now, log: (line: string) => told.push(line), lookMs: 5 },
  });
  await door.start();
  register.close();
  while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(told[0]).toContain('local network: ');
  await expect(door.start()).resolves.toBeUndefined();
  await door.close();
});
