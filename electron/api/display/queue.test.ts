import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queueSettingsSchema } from '../../../shared/domain/queue-settings.ts';
import { type Desk, openDesk } from '../../../tests/desk.ts';
import { browserPlatform, type Platform, type Sheet } from '../../platform.ts';
import { connect, plansOf } from '../../register/connection.ts';
import * as tickets from '../../register/waiting/tickets.ts';

const on = queueSettingsSchema.parse({ isOn: true });

async function openQueue(at?: string, platform?: Platform): Promise<Desk> {
  const desk = await openDesk(at, platform);
  await desk.clerk.setup.save({ queue: on });
  return desk;
}
/** By the clerk, who is not held back as a screen is. */
const take = (desk: Desk, priority = '', group = '') =>
  desk.clerk.queue.take({ formKey: randomUUID(), priority, group });
const code = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message);

describe('numbers', () => {
  test('a thousand touches at once give 1 to 1000, none twice and none left out', async () => {
    await using desk = await openDesk('2025-04-24T09:15', browserPlatform, false);
    await desk.clerk.setup.save({ queue: on });
    const taken = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => {
        const caller = index % 2 === 0 ? desk.officer : desk.clerk;
        return caller.queue.take({ formKey: randomUUID() });
      }),
    );
    const numbers = taken.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
  }, 30_000);

  test('a double tap is one ticket, and the next day begins at 1', async () => {
    await using desk = await openQueue();
    const screen = desk.counter.displayCaller('window');
    const formKey = randomUUID();
    const [first, second] = await Promise.all([
      screen.queue.take({ formKey }),
      screen.queue.take({ formKey }),
    ]);
    expect([first.number, second.number, second.id]).toEqual([1, 1, first.id]);
    expect((await take(desk)).number).toBe(2);
    desk.setTime('2025-04-25T07:05');
    expect((await take(desk)).number).toBe(1);
    expect(await desk.clerk.queue.state()).toMatchObject({ served: 0, line: [{ number: 1 }] });
  });

  test('on a day that is not worked a screen hands out none and says when again; whoever receives all the same does', async () => {
    await using desk = await openQueue('2025-04-26T09:15');
    const screen = desk.counter.displayCaller('window');
    expect((await screen.screen.office()).closed).toBeNull();
    expect((await screen.queue.take({ formKey: randomUUID() })).number).toBe(1);
    desk.setTime('2025-04-30T09:15');
    expect(await code(screen.queue.take({ formKey: randomUUID() }))).toBe('queueClosed');
    expect((await screen.screen.office()).closed).toEqual({
      dayName: 'Ngày Chiến thắng',
      opensOn: '2025-05-05',
    });
    expect((await take(desk)).number).toBe(1);
  });

  test('a screen hands out one in three seconds, a double tap aside, and none into a line of 200', async () => {
    await using desk = await openQueue();
    const takeAt = (screen: string, formKey = randomUUID()) =>
      code(
        desk.counter
          .displayCaller(screen)
          .queue.take({ formKey })
          .then(({ number }) => number),
      );
    const formKey = randomUUID();
    expect(await takeAt('window', formKey)).toBe('1');
    expect(await takeAt('window', formKey)).toBe('1');
    expect(await takeAt('window')).toBe('queueHeld');
    expect(await takeAt('officer-desk')).toBe('2');
    desk.setTime('2025-04-24T09:16');
    expect(await takeAt('window')).toBe('3');
    for (let n = 4; n <= 200; n++) await take(desk);
    desk.setTime('2025-04-24T09:17');
    expect(await takeAt('window')).toBe('queueHeld');
    expect((await take(desk)).number).toBe(201);
  });

  test('counts before it whom the desks call before it: all lines, or its own where desks keep apart', async () => {
    await using desk = await openDesk();
    const groups = [
      { code: 'A', name: 'Hộ tịch' },
      { code: 'B', name: 'Chứng thực' },
    ];
    await desk.clerk.setup.save({ queue: { ...on, groups } });
    for (let n = 0; n < 4; n++) await take(desk, '', 'A');
    expect(await take(desk, '', 'B')).toMatchObject({ before: 4 });
    await desk.clerk.queue.callNext({ serving: null });
    expect(await take(desk, '', 'B')).toMatchObject({ before: 4 });
    const { serving } = await desk.clerk.queue.state();
    await desk.clerk.queue.callNext({ serving: serving?.id ?? null, group: 'A' });
    // Nobody is known to serve B alone.
    expect(await take(desk, '', 'B')).toMatchObject({ before: 4 });
    await desk.officer.queue.callNext({ serving: null, group: 'B' });
    expect(await take(desk, '', 'B')).toMatchObject({ before: 2 });
  });

  test('says how many come before, and prints the ticket where the program prints by itself', async () => {
    const sheets: Sheet[] = [];
    const platform: Platform = {
      kind: 'electron',
      printers: async () => [{ name: 'Máy in', isDefault: true }],
      print: async (sheet) => void sheets.push(sheet),
    };
    await using desk = await openQueue('2025-04-24T09:15', platform);
    expect(await take(desk)).toMatchObject({ number: 1, before: 0, isPrinted: true, estimate: null });
    expect(await take(desk)).toMatchObject({ number: 2, before: 1 });
    expect(await take(desk, 'elderly')).toMatchObject({ before: 0, priority: 'Người cao tuổi' });
    desk.counter.startPrinting();
    await desk.counter.printed();
    expect(sheets.map(({ paper }) => paper.widthMicrons)).toEqual([80_000, 80_000, 80_000]);
  });

  test('in a browser nothing waits for a dialog that nobody answers', async () => {
    await using desk = await openQueue();
    expect(await take(desk)).toMatchObject({ isPrinted: false });
    expect((await desk.clerk.session.current()).unprinted).toBe(0);
  });

  test('of a line and a priority that the office has', async () => {
    await using desk = await openQueue();
    const screen = desk.counter.displayCaller('window');
    const formKey = randomUUID();
    expect(await code(screen.queue.take({ formKey, group: 'A' }))).toBe('invalidInput');
    expect(await code(screen.queue.take({ formKey, priority: 'friend' }))).toBe('invalidInput');
    await desk.clerk.setup.save({ queue: { ...on, groups: [{ code: 'A', name: 'Hộ tịch' }] } });
    expect(await code(screen.queue.take({ formKey }))).toBe('invalidInput');
    expect(await screen.queue.take({ formKey, group: 'A' })).toMatchObject({ number: 1, group: 'Hộ tịch' });
  });
});

describe('calling', () => {
  test('a double click calls one number, and two desks never the same', async () => {
    await using desk = await openQueue();
    for (let n = 0; n < 3; n++) await take(desk);
    const [first, second, other] = await Promise.all([
      desk.clerk.queue.callNext({ serving: null }),
      desk.clerk.queue.callNext({ serving: null }),
      desk.officer.queue.callNext({ serving: null }),
    ]);
    expect([first, second, other].map(({ serving }) => serving?.number)).toEqual([1, 1, 2]);
    const state = await desk.clerk.queue.state();
    expect(state.line.map(({ number }) => number)).toEqual([3]);
    expect(state.elsewhere.map(({ number }) => number)).toEqual([2]);
  });

  test('the next call ends the service before it; an empty line serves nobody', async () => {
    await using desk = await openQueue();
    await take(desk);
    const first = await desk.clerk.queue.callNext({ serving: null });
    const then = await desk.clerk.queue.callNext({ serving: first.serving?.id ?? null });
    expect(then).toMatchObject({ serving: null, served: 1, line: [] });
  });

  test('who is absent comes back after the next three, twice, and then has left', async () => {
    await using desk = await openQueue();
    for (let n = 0; n < 9; n++) await take(desk);
    const seen: (number | undefined)[] = [];
    let { serving } = await desk.clerk.queue.callNext({ serving: null });
    for (let call = 0; call < 10 && serving; call++) {
      seen.push(serving.number);
      if (serving.number === 1) await desk.clerk.queue.absent({ id: serving.id });
      else await desk.clerk.queue.served({ id: serving.id });
      ({ serving } = await desk.clerk.queue.callNext({ serving: null }));
    }
    expect(seen).toEqual([1, 2, 3, 4, 1, 5, 6, 7, 1, 8]);
    expect(await desk.clerk.queue.state()).toMatchObject({ left: 1, served: 7 });
  });

  test('a ticket that another click or desk was quicker with is stale', async () => {
    await using desk = await openQueue();
    await take(desk);
    await take(desk);
    const { serving } = await desk.clerk.queue.callNext({ serving: null });
    const id = serving?.id ?? 0;
    expect(await code(desk.officer.queue.served({ id }))).toBe('stale');
    await desk.clerk.queue.served({ id });
    for (const act of ['served', 'absent', 'callAgain', 'left'] as const)
      expect(await code(desk.clerk.queue[act]({ id })), act).toBe('stale');
    const [waiting] = (await desk.clerk.queue.state()).line;
    expect(await desk.clerk.queue.left({ id: waiting?.id ?? 0 })).toMatchObject({ left: 1, line: [] });
  });

  test('who waited on another day is not ended any more', async () => {
    await using desk = await openQueue();
    await take(desk);
    const [waiting] = (await desk.clerk.queue.state()).line;
    desk.setTime('2025-04-25T08:00');
    expect(await code(desk.clerk.queue.left({ id: waiting?.id ?? 0 }))).toBe('stale');
  });

  test('the screen shows the last four with their desk, says a call again, and tells nobody who', async () => {
    await using desk = await openQueue();
    for (let n = 0; n < 6; n++) await take(desk);
    let { serving } = await desk.clerk.queue.callNext({ serving: null });
    for (let n = 0; n < 4; n++)
      ({ serving } = await desk.clerk.queue.callNext({ serving: serving?.id ?? null }));
    await desk.clerk.queue.callAgain({ id: serving?.id ?? 0 });
    const screen = await desk.counter.displayCaller('window').queue.calls();
    expect(screen.called.map(({ number }) => number)).toEqual([5, 4, 3, 2]);
    expect(screen.called[0]).toEqual({ number: 5, desk: 'Quầy 1', calls: 2, callNumber: 5, isServed: true });
    expect(screen.waiting).toBe(1);
  });

  test('the wait is told after five services', async () => {
    await using desk = await openQueue('2025-04-24T08:00');
    for (let n = 0; n < 9; n++) await take(desk);
    for (let n = 0; n < 5; n++) {
      desk.setTime(`2025-04-24T08:${n}0`);
      const { serving } = await desk.clerk.queue.callNext({ serving: null });
      expect((await desk.clerk.queue.state()).estimate).toBeNull();
      desk.setTime(`2025-04-24T08:${n}6`);
      await desk.clerk.queue.served({ id: serving?.id ?? 0 });
    }
    const { estimate } = await desk.counter.displayCaller('window').queue.calls();
    expect(estimate).toEqual({ minutes: 25, services: 5, basis: 'today' });
  });
});

describe('who may', () => {
  test('nothing is taken or called while the queue is off', async () => {
    await using desk = await openDesk();
    expect(await code(take(desk))).toBe('queueOff');
    expect(await code(desk.clerk.queue.take({ formKey: randomUUID() }))).toBe('queueOff');
    expect(await code(desk.clerk.queue.callNext({ serving: null }))).toBe('queueOff');
  });

  test('a leader looks on; nobody and a screen call nobody', async () => {
    await using desk = await openQueue();
    expect(await code(desk.leader.queue.callNext({ serving: null }))).toBe('notAllowed');
    expect(await desk.leader.queue.state()).toMatchObject({ line: [] });
    const stranger = desk.counter.caller({ kind: 'loopback', device: 'nobody' });
    expect(await code(stranger.queue.callNext({ serving: null }))).toBe('notSeated');
    expect(await code(stranger.queue.state())).toBe('notSeated');
    const screen = desk.counter.caller({ kind: 'display', device: 'display', desk: 'window' });
    for (const call of [screen.queue.state(), screen.queue.callNext({ serving: null })])
      expect(await code(call)).toBe('notAllowed');
  });
});

test('every question of the queue reads one day by an index', async () => {
  await using desk = await openQueue();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const day = '2025-04-24';
  tickets.lineOf(db, day, '');
  tickets.listCalled(db, day);
  tickets.countEnded(db, day);
  tickets.findTicketByForm(db, '');
  tickets.listServices(db, '2025-04-17', day);
  for (const { sql, plan } of plansOf(db))
    expect(plan, sql).not.toMatch(/SCAN tickets(?! USING)|TEMP B-TREE/);
  db.close();
});
