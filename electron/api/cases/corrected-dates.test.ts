import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';

/** The chain holds, and every row is the fold of its events. */
function expectWhole({ folder }: Desk): void {
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
}

describe('the dates of a corrected case', () => {
  test('another procedure moves the date by the one engine, shown before it is saved', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.receive(reception());
    const expected = await desk.clerk.cases.appointment({
      procedureCode: '1.001193',
      variant: null,
      channel: 'direct',
    });
    desk.setTime('2025-05-12T09:00');
    const changes = { procedureCode: '1.001193' };
    const shown = await desk.clerk.cases.correctedDates({ id, changes });
    expect(shown?.before.dueAt).not.toBe(expected.dueAt);
    expect(shown?.after.dueAt).toBe(expected.dueAt);
    const { state } = await desk.clerk.cases.correct({ id, version: 1, reason: 'Nhầm thủ tục', changes });
    expect(state).toMatchObject({
      dueAt: expected.dueAt,
      measuredDueAt: expected.dueAt,
      receivedAt: '2025-04-24T09:15',
    });
    expect(state.appointment.trace).toEqual(expected.trace);
    expect(await desk.clerk.cases.correctedDates({ id, changes: { summary: 'x' } })).toBeNull();
    expectWhole(desk);
  });

  test('an ended case is classed again: early under the wrong procedure, late under the right one', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.receive(reception());
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    desk.setTime('2025-04-25T10:00');
    const ended = await desk.officer.cases.act({
      id,
      version: 2,
      act: { kind: 'resolve', outcome: 'granted' },
    });
    expect(ended.state.timeliness).toBe('early');
    const { state } = await desk.clerk.cases.correct({
      id,
      version: 3,
      reason: 'Nhầm thủ tục',
      changes: { procedureCode: '1.001193' },
    });
    expect(state).toMatchObject({ status: 'resolved', timeliness: 'late', dueAt: '2025-04-24T17:00' });
    const back = await desk.clerk.cases.correct({
      id,
      version: 4,
      reason: 'Thủ tục đầu là đúng',
      changes: { procedureCode: '1.004873' },
    });
    expect(back.state).toMatchObject({ timeliness: 'early', dueAt: ended.state.dueAt });
    expectWhole(desk);
  });

  test('a second correction counts over the first: the channel stays put right', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    for (const code of ['1.004873', '1.004837']) {
      await desk.clerk.catalogue.save({
        code,
        effectiveFrom: '2025-01-01',
        feeVnd: null,
        timeLimit: {
          kind: 'workingDays',
          value: 10,
          perChannel: { online: { rule: { kind: 'workingDays', value: 4 } } },
        },
      });
    }
    const lived = async (procedureCode: string, channel: 'direct' | 'online') => {
      desk.setTime('2025-04-24T09:15');
      const { id } = await desk.clerk.cases.receive(reception({ procedureCode, channel }));
      await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
      return id;
    };
    const waited = async (id: number, version: number) => {
      desk.setTime('2025-04-25T09:00');
      const items = [{ name: 'Ảnh' }];
      await desk.officer.cases.act({ id, version, act: { kind: 'askSupplement', items, reason: 'Thiếu' } });
      desk.setTime('2025-05-06T09:00');
      return desk.clerk.cases.act({ id, version: version + 1, act: { kind: 'completeSupplement' } });
    };
    const right = await waited(await lived('1.004837', 'online'), 2);
    const id = await lived('1.004873', 'direct');
    const correct = (version: number, changes: { channel?: 'online'; procedureCode?: string }) =>
      desk.clerk.cases.correct({ id, version, reason: 'Nhầm', changes });
    await correct(2, { channel: 'online' });
    await waited(id, 3);
    const { state } = await correct(5, { procedureCode: '1.004837' });
    expect([state.dueAt, state.measuredDueAt]).toEqual([right.state.dueAt, right.state.measuredDueAt]);
  });

  test.each(['pause', 'restart'] as const)('a wait for papers counts again under %s', async (supplement) => {
    await using desk = await openDesk('2025-04-24T09:15');
    await desk.clerk.setup.save({ policies: { outOfHours: 'shift', supplement } });
    const item = { name: 'Giấy khai sinh', originals: 1 };
    const live = async (procedureCode: string) => {
      desk.setTime('2025-04-24T09:15');
      const { id } = await desk.clerk.cases.receive(reception({ procedureCode }));
      await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
      desk.setTime('2025-04-24T10:15');
      await desk.officer.cases.act({
        id,
        version: 2,
        act: { kind: 'askSupplement', items: [item], reason: 'Thiếu' },
      });
      desk.setTime('2025-05-06T09:00');
      return {
        id,
        done: await desk.clerk.cases.act({ id, version: 3, act: { kind: 'completeSupplement' } }),
      };
    };
    const wrong = await live('1.001193');
    const right = await live('1.004873');
    const { state } = await desk.clerk.cases.correct({
      id: wrong.id,
      version: 4,
      reason: 'Nhầm thủ tục',
      changes: { procedureCode: '1.004873' },
    });
    expect(wrong.done.state.dueAt).not.toBe(right.done.state.dueAt);
    expect(state.dueAt).toBe(right.done.state.dueAt);
    expect(state.measuredDueAt).toBe(right.done.state.measuredDueAt);
  });

  test('while papers are waited for no date counts, under the right procedure too', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.receive(reception());
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    await desk.clerk.cases.act({
      id,
      version: 2,
      act: { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' },
    });
    const { state } = await desk.clerk.cases.correct({
      id,
      version: 3,
      reason: 'Nhầm thủ tục',
      changes: { procedureCode: '1.001193' },
    });
    expect(state).toMatchObject({ status: 'awaitingSupplement', measuredDueAt: null });
  });

  test('a filing that is not accepted has no date under any procedure', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.register(reception({ channel: 'online' }));
    const { state } = await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Nhầm thủ tục',
      changes: { procedureCode: '1.001193' },
    });
    expect(state).toMatchObject({ status: 'registered', dueAt: null, procedure: { code: '1.001193' } });
    const accepted = await desk.clerk.cases.act({ id, version: 2, act: { kind: 'accept' } });
    expect(accepted.state.dueAt).toBe('2025-04-24T17:00');
  });
});

test('whatever is corrected between whatever acts, the numbers and the reception stay', async () => {
  await using desk = await openDesk('2025-04-24T08:00');
  const step = fc.oneof(
    fc.record({
      procedureCode: fc.constantFrom('1.004873', '1.001193', '1.000894'),
      channel: fc.constantFrom('direct' as const, 'online' as const, 'postal' as const),
    }),
    fc.record({ summary: fc.string({ maxLength: 30 }), sets: fc.integer({ min: 1, max: 9 }) }),
    fc.constantFrom(
      'handover',
      'askSupplement',
      'completeSupplement',
      'extend',
      'resolve',
      'undo',
      'withdraw',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      let hour = 0;
      const passHours = () => {
        hour += 7;
        desk.setTime(
          `2025-${hour < 24 * 9 ? '05' : '06'}-${String(1 + Math.floor((hour / 24) % 27)).padStart(2, '0')}T09:00`,
        );
      };
      desk.setTime('2025-04-24T08:00');
      const { id } = await desk.clerk.cases.receive(reception());
      const first = (await desk.clerk.cases.get({ id })).state;
      for (const each of steps) {
        passHours();
        const { state } = await desk.clerk.cases.get({ id });
        const { version } = state;
        const tried =
          typeof each === 'string'
            ? desk.clerk.cases.act({ id, version, act: actOf(each, desk.officerId, state.dueAt) })
            : desk.clerk.cases.correct({ id, version, reason: 'Sửa', changes: each });
        await tried.catch((error: { message: string }) => {
          if (!['actNotAllowed', 'nothingChanged', 'invalidInput'].includes(error.message)) throw error;
        });
      }
      const last = (await desk.clerk.cases.get({ id })).state;
      const { caseCode, slipCode, serial, year, volume, receivedAt, registeredAt, acceptedAt } = first;
      expect(last).toMatchObject({
        caseCode,
        slipCode,
        serial,
        year,
        volume,
        receivedAt,
        registeredAt,
        acceptedAt,
      });
      expect(last.contentVersion).toBe(1 + last.corrections.length);
    }),
    { numRuns: 15 },
  );
  expectWhole(desk);
});

type Act = Parameters<Desk['clerk']['cases']['act']>[0]['act'];

function actOf(name: string, toPersonId: number, dueAt: string | null): Act {
  switch (name) {
    case 'handover':
      return { kind: name, toPersonId };
    case 'askSupplement':
      return { kind: name, items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' };
    case 'extend':
      return {
        kind: name,
        newDueAt: `2025-07-${dueAt?.slice(8, 10) ?? '01'}T17:00`,
        reason: 'Xác minh',
      };
    case 'resolve':
      return { kind: name, outcome: 'granted' };
    case 'withdraw':
      return { kind: name, reason: 'Không cần nữa' };
    case 'undo':
      return { kind: name };
    default:
      return { kind: 'completeSupplement' };
  }
}
