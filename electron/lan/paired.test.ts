import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { queueSettingsSchema } from '../../shared/domain/queue-settings.ts';
import { reception } from '../../tests/desk.ts';
import {
  type LanClient,
  type LanDesk,
  lanClient,
  officeNow,
  openLanDesk,
  pairedClient,
} from '../../tests/lan.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { connect } from '../register/connection.ts';
import { entriesOf } from '../register/journal.ts';

let desk: LanDesk;
beforeAll(async () => {
  desk = await openLanDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const open: LanClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
const kept = (client: LanClient) => {
  open.push(client);
  return client;
};
const stranger = () => kept(lanClient(desk.view.url ?? '', desk.ca));
const paired = async (
  ...given: Parameters<typeof pairedClient> extends [unknown, ...infer Rest] ? Rest : never
) => kept(await pairedClient(desk, ...given));

describe('pairing', () => {
  test('who is not paired reaches the page of pairing and nothing else', async () => {
    const client = stranger();
    const page = { accept: 'text/html' };
    expect((await client.ask('/', page)).headers.location).toBe('/ghep');
    expect((await client.ask('/man-hinh', page)).headers.location).toBe('/ghep');
    for (const path of [
      '/api/session.current',
      '/man-hinh/api/screen.office',
      '/files/a.pdf',
      '/healthz',
      '/incoming',
    ])
      expect([path, (await client.ask(path)).status]).toEqual([path, 401]);
    await expect(client.call('session.current')).rejects.toThrow('notPaired');
    expect((await client.ask('/ghep/mot-cua.crt')).headers['content-type']).toBe(
      'application/x-x509-ca-cert',
    );
  });

  test('a code pairs once; its cookie is for this host, its page and this device alone (ASVS 16.3.3)', async () => {
    const { code } = await desk.clerk.lan.newPairingCode({ kind: 'counter', name: 'Bàn 2' });
    const client = stranger();
    const { headers, status } = await client.post('/ghep/pair', {
      code: code.toLowerCase().replace('-', ' '),
    });
    expect(status).toBe(200);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(
      /^__Host-mot-cua-device-\d+=[\w-]{22}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    expect((await stranger().post('/ghep/pair', { code })).status).toBe(401);
    const huge = await stranger().post('/ghep/pair', { code: 'x'.repeat(3000) });
    expect([huge.status, JSON.parse(huge.text).error.message]).toEqual([413, 'tooLarge']);
    const db = connect(`${desk.folder}/register.db`, 'read');
    const token = [...client.cookies.values()][0] ?? '';
    expect(token).toHaveLength(22);
    expect(db.prepare('SELECT count(*) AS n FROM lanDevices WHERE instr(tokenHash, ?)').get(token)).toEqual({
      n: 0,
    });
    const { devices } = await desk.clerk.lan.state();
    const told = entriesOf(db, `lanDevice:${devices[0]?.id}`);
    expect(told.map(({ kind }) => kind)).toEqual(['lan.paired']);
    expect(entriesOf(db, 'lan').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['lan.switchedOn', 'lan.codeMade', 'lan.pairingRefused']),
    );
    db.close();
  });

  test('a code of eleven minutes ago pairs nothing', async () => {
    const { code } = await desk.clerk.lan.newPairingCode({ kind: 'rating', name: 'Bảng' });
    desk.setTime(officeNow(11));
    expect((await stranger().post('/ghep/pair', { code })).status).toBe(401);
    desk.setTime(officeNow());
  });
});

describe('a paired device', () => {
  test('a counter signs in with a cookie of its own, at its own seat', async () => {
    const client = await paired('counter');
    expect(await client.call('session.current')).toMatchObject({ person: null, isRemote: true });
    await client.call('session.signIn', { personId: 1, password: passwordOfTests });
    expect([...client.cookies.keys()].some((name) => /^__Host-mot-cua-\d+$/.test(name))).toBe(true);
    expect(await client.call('session.current')).toMatchObject({ person: { name: 'Lò Thị Mai' } });
    const other = await paired('counter');
    // The sign-in does not travel to another device.
    for (const [name, value] of client.cookies) if (!name.includes('device')) other.cookies.set(name, value);
    expect(await other.call('session.current')).toMatchObject({ person: null });
  });

  test('a counter goes by the name it was paired under: in its window, and where a number is called to', async () => {
    await desk.clerk.setup.save({ queue: queueSettingsSchema.parse({ isOn: true }) });
    const client = await paired('counter', { name: 'Quầy 2' });
    await client.call('session.signIn', { personId: 1, password: passwordOfTests });
    expect(await client.call('session.current')).toMatchObject({ counterName: 'Quầy 2' });
    await client.call('queue.take', { formKey: randomUUID() });
    await client.call('queue.callNext', { serving: null });
    const db = connect(`${desk.folder}/register.db`, 'read');
    expect(entriesOf(db, 'ticket:1').map(({ data }) => data)).toContainEqual({ number: 1, desk: 'Quầy 2' });
    db.close();
    expect(await desk.clerk.session.current()).toMatchObject({ counterName: 'Quầy 1' });
  });

  test('may not what only the PC of the register may, whoever is signed in', async () => {
    const client = await paired('counter');
    await client.call('session.signIn', { personId: 1, password: passwordOfTests });
    expect(await client.call('lan.state')).toMatchObject({ mayChange: false });
    for (const path of ['lan.switchOff', 'lan.newPairingCode', 'backups.take', 'session.recover'])
      await expect(client.call(path, {})).rejects.toThrow('notAllowed');
  });

  test('a counter for leaders is theirs alone, and they have no other role there', async () => {
    const client = await paired('counter', { roles: ['leader'] });
    const signIn = (personId: number) =>
      client.call('session.signIn', { personId, password: passwordOfTests });
    const { text } = await client.post('/api/session.signIn', { personId: 1, password: passwordOfTests });
    const told = { code: 'notAllowed', why: 'device', device: 'Máy counter' };
    expect(JSON.parse(text).error.data.app).toMatchObject(told);
    expect(await signIn(3)).toMatchObject({ person: { roles: ['leader'] } });
  });

  test('a screen reaches its page and its procedures; a tablet for ratings the rating alone', async () => {
    const screen = await paired('display');
    const ask = async (client: LanClient, path: string) => (await client.ask(`/man-hinh/api/${path}`)).status;
    expect(await ask(screen, 'screen.office')).toBe(200);
    expect((await screen.post('/api/session.current', '')).status).toBe(404);
    const tablet = await paired('rating');
    expect(await ask(tablet, 'screen.office')).toBe(200);
    const { status, text } = await tablet.post('/man-hinh/api/lookup.find', { code: '1' });
    expect([status, JSON.parse(text).error.message]).toEqual([403, 'notAllowed']);
    expect((await tablet.ask('/', { accept: 'text/html' })).headers.location).toBe('/man-hinh/danh-gia');
  });

  test('revoked it is a stranger at once: its stream is cut, its sign-in ended', async () => {
    const client = await paired('counter');
    await client.call('session.signIn', { personId: 1, password: passwordOfTests });
    const { devices } = await desk.clerk.lan.state();
    const id = devices[0]?.id ?? 0;
    expect(devices[0]?.isConnected).toBe(true);
    const stream = client.session.request({
      ':path': '/api/changes.watch',
      cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    });
    await new Promise((resolve) => stream.once('data', resolve));
    const cut = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => {});
    await desk.clerk.lan.revokeDevice({ id });
    await cut;
    const again = stranger();
    for (const [name, value] of client.cookies) again.cookies.set(name, value);
    await expect(again.call('session.current')).rejects.toThrow('notPaired');
    const state = JSON.parse((await again.ask('/ghep/state')).text);
    expect(state).toEqual({
      device: null,
      path: null,
      revokedAt: expect.stringMatching(/^\d{4}-.*T\d\d:\d\d$/),
    });
    expect((await stranger().ask('/ghep/state')).text).not.toContain('revokedAt');
    const db = connect(`${desk.folder}/register.db`, 'read');
    const left = db
      .prepare('SELECT count(*) AS n FROM signIns WHERE device = ? AND endedAt IS NULL')
      .get(`lan:${id}`);
    expect(left).toEqual({ n: 0 });
    db.close();
  });

  test('sends no more than 1 MB, and no more than ten requests a second for long (ASVS 2.4.1)', async () => {
    const client = await paired('counter');
    await client.call('session.signIn', { personId: 1, password: passwordOfTests });
    const huge = await client.post('/api/cases.receive', { note: 'x'.repeat(1_100_000) });
    expect([huge.status, JSON.parse(huge.text).error.message]).toEqual([413, 'tooLarge']);
    const replies = await Promise.all(
      [...Array(80)].map(() => client.post('/api/session.touch?batch=1', {})),
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThan(40);
    expect(JSON.parse(refused[0]?.text ?? '').error.data.app).toEqual({ code: 'tooFast', seconds: 1 });
  });
});

describe('receiving', () => {
  test('a line that is cut after the form was sent makes one case, when it is sent again', async () => {
    const client = await paired('counter');
    await client.call('session.signIn', { personId: 1, password: passwordOfTests });
    const before = (await desk.clerk.cases.list({})).total;
    const form = reception();
    const stream = client.session.request({
      ':method': 'POST',
      ':path': '/api/cases.receive',
      'content-type': 'application/json',
      origin: client.url,
      cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    });
    stream.on('error', () => {});
    stream.end(JSON.stringify(form));
    while ((await desk.clerk.cases.list({})).total === before)
      await new Promise((resolve) => setTimeout(resolve, 5));
    client.session.destroy();
    const again = stranger();
    for (const [name, value] of client.cookies) again.cookies.set(name, value);
    const received = (await again.call('cases.receive', form)) as { id: number };
    expect((await desk.clerk.cases.list({})).total).toBe(before + 1);
    expect((await desk.clerk.cases.get({ id: received.id })).state.applicant.name).toBe(form.applicant.name);
  });

  test('two devices that receive at once are given numbers of their own (ASVS 2.3.4)', async () => {
    const devices = await Promise.all([paired('counter'), paired('counter')]);
    const received = await Promise.all(
      devices.map(async (client) => {
        await client.call('session.signIn', { personId: 1, password: passwordOfTests });
        return Promise.all([...Array(10)].map(() => client.call('cases.receive', reception())));
      }),
    );
    const codes = received.flat().map((each) => (each as { caseCode: string }).caseCode);
    expect(new Set(codes).size).toBe(20);
    const serials = received.flat().map((each) => (each as { serial: number }).serial);
    expect(Math.max(...serials) - Math.min(...serials)).toBe(19);
  });
});
