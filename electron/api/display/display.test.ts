import { expect, test } from 'vitest';
import { openDesk } from '../../../tests/desk.ts';
import type { Door } from '../../door.ts';
import type { Reader } from '../../register/connection.ts';
import { admit } from '../admission.ts';
import { type ApiContext, seated } from '../door.ts';
import { apiRouter } from '../index.ts';
import { createDisplayCaller, displayRouter } from './display.ts';

const display: Door = { kind: 'display', device: 'display', desk: 'window' };
const windowDoor: Door = { kind: 'loopback', device: 'window' };

const asking = (door: Door) => ({ door, clock: () => 0, signInLimits: {} });

/** Every procedure of a router by its path, with who may call it. */
function proceduresOf(router: { _def: { procedures: object } }): [path: string, callers: unknown][] {
  return Object.entries(router._def.procedures).map(([path, procedure]) => [
    path,
    (procedure as { _def: { meta?: { callers: unknown } } })._def.meta?.callers,
  ]);
}

type AnyCaller = (...input: unknown[]) => Promise<unknown>;

/** The function at a dotted path of a caller. */
function at(caller: unknown, path: string): AnyCaller {
  return path
    .split('.')
    .reduce((inner, name) => (inner as Record<string, unknown>)[name], caller) as AnyCaller;
}

async function outcome(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return 'answered';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('every procedure says who may call it: the screen its own, the clerk all others', () => {
  const own = proceduresOf(displayRouter);
  const clerks = proceduresOf(apiRouter);
  expect(own.length).toBeGreaterThan(4);
  expect(clerks.length).toBeGreaterThan(80);
  expect(own.filter(([, callers]) => callers !== 'display')).toEqual([]);
  expect(clerks.filter(([, callers]) => callers === 'display' || callers === undefined)).toEqual([]);
});

test('each procedure refuses who may not call it before it looks at what was sent', async () => {
  await using desk = await openDesk();
  const answersOf = async (caller: unknown, procedures: [path: string, callers: unknown][]) =>
    Object.fromEntries(
      await Promise.all(
        procedures.map(async ([path]) => [path, await outcome(() => at(caller, path)({ no: 'input' }))]),
      ),
    );
  const all = (procedures: [path: string, callers: unknown][], answer: string) =>
    Object.fromEntries(procedures.map(([path]) => [path, answer]));
  const own = proceduresOf(displayRouter);
  const clerks = proceduresOf(apiRouter);
  expect(await answersOf(desk.counter.caller(display), clerks)).toEqual(all(clerks, 'notAllowed'));
  const asWindow = createDisplayCaller({ door: windowDoor, register: {} } as ApiContext);
  expect(await answersOf(asWindow, own)).toEqual(all(own, 'notAllowed'));
  const seatedOnly = clerks.filter(([, callers]) => callers !== 'anyone');
  const nobody = desk.counter.caller({ kind: 'loopback', device: 'nobody' });
  expect(await answersOf(nobody, seatedOnly)).toEqual(all(seatedOnly, 'notSeated'));
});

test('at its door a screen finds its page and what that is made of, and nothing else', async () => {
  await using desk = await openDesk();
  const status = async (path: string, init: RequestInit = {}, door: Door = display) =>
    (await desk.counter.fetch(new Request(`http://counter${path}`, init), door)).status;
  const html = { headers: { accept: 'text/html' } };
  for (const path of [
    '/',
    '/index.html',
    '/ho-so/1',
    '/healthz',
    '/files/a.pdf',
    '/man-hinhx',
    '/api/session.current',
  ])
    expect([path, await status(path, html)]).toEqual([path, 404]);
  for (const [path] of proceduresOf(apiRouter)) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect([path, await status(`/api/${path}`, post)]).toEqual([path, 404]);
  }
  expect(await status('/incoming', { method: 'PUT', body: 'x' })).toBe(404);
  expect(await status('/man-hinh/api/screen.office')).toBe(200);
  expect(await status('/man-hinh/api/session.current')).toBe(404);
  expect(await status('/man-hinh/api/screen.office', {}, windowDoor)).toBe(200);
});

test('a window is refused what is made for screens, and the reverse', () => {
  const db = {} as Reader;
  expect(() => admit(asking(windowDoor), db, 'display')).toThrow('notAllowed');
  for (const callers of ['anyone', seated] as const)
    expect(() => admit(asking(display), db, callers)).toThrow('notAllowed');
  expect(admit(asking(display), db, 'display')).toBeNull();
});

test('64 KB and more are turned away', async () => {
  await using desk = await openDesk();
  const post = new Request('http://counter/man-hinh/api/lookup.find', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'x'.repeat(70_000) }),
  });
  expect((await desk.counter.fetch(post, display)).status).toBe(413);
});

test('the greeting tells the office, its hours and its sentences', async () => {
  await using desk = await openDesk();
  const office = await desk.counter.displayCaller('window').screen.office();
  expect(office).toMatchObject({
    officeName: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Thị trấn Ít Ong',
    closed: null,
    counterName: 'Quầy 1',
    instant: '2025-04-24T02:15:00Z',
    zalo: null,
    isSample: false,
  });
  expect(office.messages.length).toBe(7);
});
