import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { MirrorInput } from '../../../shared/domain/second-screen.ts';
import { parseVietQr, purposeOfForm } from '../../../shared/domain/vietqr.ts';
import type { DisplayState } from '../../../shared/views-display.ts';
import { officeOfTests, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import type { Counter } from '../../counter.ts';
import { listenOnLoopback } from '../../http/loopback.ts';

const idNumber = '014196002187';
const phone = '0900000214';
const address = 'Tiểu khu 3, thị trấn Ít Ong';
const bank = { bin: '970415', bankName: 'Ngân hàng Mẫu', account: '113366668888', holder: 'UBND Ít Ong' };

const form = (override: Partial<MirrorInput> = {}): MirrorInput => ({
  formKey: randomUUID(),
  name: 'Lường Thị Thu Hằng',
  procedureCode: '1.004873',
  originals: 1,
  fee: { amountVnd: 10_000, method: 'transfer' },
  ...override,
});

/** What the screen of a desk would show now. */
async function shown(counter: Counter, desk = 'window'): Promise<DisplayState> {
  for await (const { state } of await counter.displayCaller(desk).screen.watch()) if (state) return state;
  throw new Error('the screen was told nothing');
}

test('the mirror tells name, procedure, appointment and fee of the form, found by the counter itself', async () => {
  await using desk = await openDesk();
  await desk.clerk.setup.save({ bank });
  const input = form();
  expect(await desk.clerk.secondScreen.show(input)).toEqual({ isWatched: false });
  const state = await shown(desk.counter);
  expect(state).toMatchObject({
    kind: 'mirror',
    lastsSeconds: 90,
    citizen: {
      name: 'Lường Thị Thu Hằng',
      procedureName: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
      receivedAt: '2025-04-24T09:15',
      appointment: { dueAt: '2025-04-28T09:15' },
      fee: { amountVnd: 10_000, transfer: { account: bank.account, holder: bank.holder } },
    },
  });
  const payload = state.kind === 'mirror' ? (state.citizen.fee.transfer?.payload ?? '') : '';
  expect(parseVietQr(payload)).toEqual({
    bin: '970415',
    account: bank.account,
    amountVnd: 10_000,
    purpose: purposeOfForm(input.formKey),
  });
});

test('no QR without an account, for cash, or where nothing is due', async () => {
  await using desk = await openDesk();
  const formKey = randomUUID();
  const transferOf = async (override: Partial<MirrorInput>) => {
    await desk.clerk.secondScreen.show(form({ formKey, ...override }));
    const state = await shown(desk.counter);
    return state.kind === 'mirror' ? state.citizen.fee.transfer : undefined;
  };
  expect(await transferOf({})).toBeNull();
  await desk.clerk.setup.save({ bank });
  expect(await transferOf({})).not.toBeNull();
  expect(await transferOf({ fee: { amountVnd: 10_000, method: 'cash' } })).toBeNull();
  expect(await transferOf({ fee: { amountVnd: 0, method: 'transfer' } })).toBeNull();
  expect(await transferOf({ fee: { amountVnd: null, method: 'transfer' } })).toBeNull();
});

test('neither number nor telephone nor address ever stands in a state, also not where a scanner typed a whole card (ASVS 8.2.3)', async () => {
  await using desk = await openDesk();
  await desk.clerk.setup.save({ bank });
  const card = `${idNumber}||Lường Thị Thu Hằng|12091996|Nữ|${address}|01012022`;
  const input = reception({ fee: { amountVnd: 10_000, method: 'cash' } });
  const states: DisplayState[] = [];
  await desk.clerk.secondScreen.show(form({ name: card, formKey: input.formKey }));
  states.push(await shown(desk.counter));
  await desk.clerk.secondScreen.show(form({ formKey: input.formKey }));
  states.push(await shown(desk.counter));
  await desk.clerk.cases.receive(input);
  states.push(await shown(desk.counter));
  expect(states.map(({ kind }) => kind)).toEqual(['mirror', 'mirror', 'thanks']);
  const text = JSON.stringify(states);
  for (const secret of [idNumber, phone, address, '12091996', officeOfTests.agencyCode.repeat(2)])
    expect(text).not.toContain(secret);
});

test('of missing papers only what the catalogue names is told, and a promise is a time', async () => {
  await using desk = await openDesk();
  const typed = `CCCD ${idNumber} ông Nọi, ĐT ${phone}`;
  const { procedure } = await desk.clerk.catalogue.get({ code: '1.004873' });
  const formKey = randomUUID();
  const known = procedure.components[0]?.name ?? '';
  await desk.clerk.secondScreen.show(form({ formKey, missing: [known, known.slice(0, 12), typed, ''] }));
  const state = await shown(desk.counter);
  expect(state).toMatchObject({
    citizen: { missing: [known, known.slice(0, 12).trim(), 'Giấy tờ khác', 'Giấy tờ khác'] },
  });
  expect(JSON.stringify(state)).not.toMatch(/\d{6}/);
  for (const promisedAt of [idNumber, phone])
    await expect(desk.clerk.secondScreen.show(form({ promisedAt }))).rejects.toThrow();
  await desk.clerk.secondScreen.show(form({ formKey, name: 'Hằng ０１４１９６００２１８７' }));
  expect(await shown(desk.counter)).toMatchObject({ citizen: { name: '' } });
});

test('another person at the window finds nobody on its screen', async () => {
  await using desk = await openDesk();
  const { person } = await desk.clerk.session.current();
  await desk.clerk.secondScreen.show(form());
  await desk.clerk.session.signIn({ personId: person?.id ?? 0, password: passwordOfTests });
  expect((await shown(desk.counter)).kind).toBe('mirror');
  await desk.clerk.session.signIn({ personId: desk.officerId, password: passwordOfTests });
  expect((await shown(desk.counter)).kind).toBe('idle');
});

test('two forms at one desk do not take turns on its screen', async () => {
  await using desk = await openDesk();
  const nameOf = async () => {
    const state = await shown(desk.counter);
    return state.kind === 'mirror' ? state.citizen.name : state.kind;
  };
  const first = form();
  await desk.clerk.secondScreen.show(first);
  await desk.clerk.secondScreen.show(form({ name: 'Cầm Văn Nọi' }));
  expect(await nameOf()).toBe('Lường Thị Thu Hằng');
  await desk.clerk.secondScreen.clear({ formKey: first.formKey });
  await desk.clerk.secondScreen.show(form({ name: 'Cầm Văn Nọi' }));
  expect(await nameOf()).toBe('Cầm Văn Nọi');
});

test('a reception thanks with its own facts, and only the form that shows', async () => {
  await using desk = await openDesk();
  await desk.clerk.setup.save({ bank });
  const input = reception({ fee: { amountVnd: 10_000, method: 'transfer' } });
  await desk.clerk.secondScreen.show(form({ formKey: input.formKey, name: 'Lường Thị Thu' }));
  await desk.clerk.cases.receive(reception({ name: 'Cầm Văn Nọi' }));
  expect((await shown(desk.counter)).kind).toBe('mirror');
  const { caseCode } = await desk.clerk.cases.receive(input);
  // What the emptied form still says, and a late word of the full one.
  await desk.clerk.secondScreen.clear({ formKey: input.formKey });
  await desk.clerk.secondScreen.show(form({ formKey: input.formKey }));
  const state = await shown(desk.counter);
  expect(state).toMatchObject({ kind: 'thanks', caseCode, citizen: { name: 'Lường Thị Thu Hằng' } });
  const payload = state.kind === 'thanks' ? (state.citizen.fee.transfer?.payload ?? '') : '';
  expect(parseVietQr(payload)?.purpose).toBe(purposeOfForm(input.formKey));
});

test('two desks show their own citizens alone (ASVS 8.2.2)', async () => {
  await using desk = await openDesk();
  await desk.clerk.secondScreen.show(form());
  await desk.officer.secondScreen.show(form({ name: 'Cầm Văn Nọi' }));
  const names = await Promise.all(
    ['window', 'officer-desk', 'third'].map(async (name) => {
      const state = await shown(desk.counter, name);
      return state.kind === 'mirror' ? state.citizen.name : state.kind;
    }),
  );
  expect(names).toEqual(['Lường Thị Thu Hằng', 'Cầm Văn Nọi', 'idle']);
});

test('the clerk sees whether a screen listens and what stands there', async () => {
  await using desk = await openDesk();
  expect(await desk.clerk.secondScreen.state()).toEqual({ isConnected: false, shows: 'idle', waits: null });
  const stream = (await desk.counter.displayCaller('window').screen.watch())[Symbol.asyncIterator]();
  await stream.next();
  const input = form();
  expect(await desk.clerk.secondScreen.show(input)).toEqual({ isWatched: true });
  expect(await desk.clerk.secondScreen.state()).toEqual({ isConnected: true, shows: 'mirror', waits: null });
  expect((await stream.next()).value).toMatchObject({ state: { kind: 'mirror' } });
  await desk.clerk.secondScreen.clear({ formKey: input.formKey, ended: true });
  expect((await stream.next()).value).toMatchObject({ state: { kind: 'idle' } });
});

test('a screen that hangs up is not watched any more', async () => {
  await using desk = await openDesk();
  const door = { kind: 'loopback', device: 'window' } as const;
  const listener = await listenOnLoopback((request) => desk.counter.fetch(request, door), 0);
  const gone = new AbortController();
  const address = `http://127.0.0.1:${listener.port}/man-hinh/api/screen.watch`;
  const reply = await fetch(address, { signal: gone.signal, headers: { accept: 'text/event-stream' } });
  await reply.body?.getReader().read();
  const isWatched = async () => (await desk.clerk.secondScreen.state()).isConnected;
  await expect.poll(isWatched).toBe(true);
  gone.abort();
  await expect.poll(isWatched).toBe(false);
  await listener.close();
});

test('only who serves people shows anything', async () => {
  await using desk = await openDesk();
  await expect(desk.leader.secondScreen.show(form())).rejects.toMatchObject({ message: 'notAllowed' });
  expect((await shown(desk.counter, 'leader-desk')).kind).toBe('idle');
});

test('a rating is offered with the code of the return alone; that there is none is told to nobody', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.secondScreen.offerRating({ caseId: id });
  expect((await shown(desk.counter)).kind).toBe('idle');
});
