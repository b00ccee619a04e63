import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../../../shared/domain/calendar.ts';
import { moveOf } from '../../../shared/domain/calendar-change.ts';
import { applyEdits, type CalendarEdit } from '../../../shared/domain/calendar-change-edits.ts';
import { openStatuses } from '../../../shared/domain/case-flow.ts';
import { computeAppointment } from '../../../shared/domain/deadline.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { nowAt } from '../../now.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { eventsOf, findUnfoldedCases, getCase } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf, findBrokenLink } from '../../register/journal.ts';
import { ruleFinder } from '../cases/case-rules.ts';

const papers = { kind: 'askSupplement' as const, items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' };
const storm = (date: string): CalendarEdit => ({ kind: 'holiday', date, name: 'Nghỉ phòng chống bão' });

/** A case in every status, received in the week before a storm of Friday 27/11/2026. */
async function openWard(): Promise<{ desk: Desk; ids: Record<string, number> }> {
  const desk = await openDesk('2026-11-25T09:00');
  const ids: Record<string, number> = {};
  const { clerk, officer, officerId } = desk;
  const receive = async (name: string, more: Parameters<typeof reception>[0] = {}) => {
    const { id } = await clerk.cases.receive(reception({ name, ...more }));
    ids[name] = id;
    return id;
  };
  type Act = Parameters<typeof clerk.cases.act>[0]['act'];
  const act = async (id: number, ...acts: Act[]) => {
    for (const each of acts) {
      const { state } = await clerk.cases.get({ id });
      await (each.kind === 'handover' ? clerk : officer).cases.act({ id, version: state.version, act: each });
    }
  };
  const handover = { kind: 'handover', toPersonId: officerId } as const;
  await receive('Mới Nhận');
  await act(await receive('Đang Xử Lý'), handover);
  await act(await receive('Chờ Bổ Sung'), handover, papers);
  await act(await receive('Đã Xong'), handover, { kind: 'resolve', outcome: 'granted' });
  await act(await receive('Đã Rút'), {
    kind: 'withdraw',
    reason: 'Không cần nữa',
    papersReturned: true,
    refundVnd: null,
  });
  const { id } = await clerk.cases.register(reception({ name: 'Mới Đăng Ký', channel: 'online' }));
  ids['Mới Đăng Ký'] = id;
  await receive('Hứa Sớm', { promisedAt: '2026-11-27T10:00' });
  await receive('Trong Ngày', { procedureCode: '1.001193' });
  return { desk, ids };
}

const names = (rows: readonly { applicantName: string }[]) =>
  rows.map(({ applicantName }) => applicantName).sort();

describe('changing the calendar', () => {
  test('moves exactly the open cases of the engine, tells why, and leaves the ended ones', async () => {
    const { desk, ids } = await openWard();
    await using _ = desk;
    const edits = [storm('2026-11-27')];
    const { version } = await desk.leader.calendar.year({ year: 2026 });
    const before = await desk.leader.calendar.preview({ version, edits });
    expect(names(before.moved)).toEqual(['Chờ Bổ Sung', 'Hứa Sớm', 'Mới Nhận', 'Đang Xử Lý'].sort());
    const fresh = before.moved.find(({ id }) => id === ids['Mới Nhận']);
    expect(fresh).toMatchObject({ from: '2026-11-30T09:00', to: '2026-12-01T09:00', days: ['2026-11-27'] });
    expect(before.moved.find(({ id }) => id === ids['Hứa Sớm'])).toMatchObject({
      from: '2026-11-27T10:00',
      to: '2026-11-30T10:00',
    });
    const why = await desk.leader.calendar.explain({ version, edits, id: ids['Mới Nhận'] ?? 0 });
    expect(why.before).not.toContain('27/11');
    expect(why.after).toContain('27/11 nghỉ lễ');

    const endedBefore = await desk.clerk.cases.get({ id: ids['Đã Xong'] ?? 0 });
    desk.setTime('2026-11-25T10:00');
    const done = await desk.leader.calendar.change({
      version,
      edits,
      seen: { digest: before.digest, count: before.moved.length },
      keep: [ids['Đang Xử Lý'] ?? 0],
      print: true,
    });
    expect(done).toMatchObject({ version: version + 1, moved: 3, kept: 1, printed: 3 });
    const { state, timeline } = await desk.clerk.cases.get({ id: ids['Mới Nhận'] ?? 0 });
    expect(state).toMatchObject({
      dueAt: '2026-12-01T09:00',
      measuredDueAt: '2026-12-01T09:00',
      originalDueAt: '2026-11-30T09:00',
      appointment: { calendarVersion: version + 1 },
    });
    expect(timeline.at(-1)).toMatchObject({
      kind: 'appointmentMoved',
      by: { name: 'Cầm Văn Tuấn' },
      detail: {
        reason: 'Lịch làm việc đổi: T6 27/11 nghỉ (Nghỉ phòng chống bão). Ngày hẹn cũ: T2 30/11 09:00.',
      },
    });
    const waiting = (await desk.clerk.cases.get({ id: ids['Chờ Bổ Sung'] ?? 0 })).state;
    expect([waiting.dueAt, waiting.measuredDueAt]).toEqual(['2026-12-01T09:00', null]);
    const promised = (await desk.clerk.cases.get({ id: ids['Hứa Sớm'] ?? 0 })).state;
    expect([promised.promisedAt, promised.dueAt]).toEqual(['2026-11-30T10:00', '2026-12-01T09:00']);
    const kept = (await desk.clerk.cases.get({ id: ids['Đang Xử Lý'] ?? 0 })).state;
    expect(kept.dueAt).toBe('2026-11-30T09:00');
    expect(await desk.clerk.cases.get({ id: ids['Đã Xong'] ?? 0 })).toEqual({ ...endedBefore });
    expect((await desk.clerk.slips.jobs({ caseId: ids['Mới Nhận'] ?? 0 })).map(({ form }) => form)).toEqual([
      'acknowledgement',
    ]);

    const db = connect(join(desk.folder, 'register.db'), 'read');
    expect(findUnfoldedCases(db)).toEqual([]);
    expect(findBrokenLink(db)).toBeNull();
    expect(entriesOf(db, 'calendar').map(({ kind, data }) => [kind, data])).toEqual([
      [
        'calendar.changed',
        {
          version: version + 1,
          edits,
          moved: 3,
          kept: [{ id: ids['Đang Xử Lý'], from: '2026-11-30T09:00', to: '2026-12-01T09:00' }],
        },
      ],
    ]);
    db.close();

    // What was left as printed is not offered again by a day that has nothing to do with it.
    const later = await desk.leader.calendar.preview({ version: version + 1, edits: [storm('2026-12-14')] });
    expect(later.moved).toEqual([]);
    // To undo is another change, with its own list.
    const undo = await desk.leader.calendar.preview({
      version: version + 1,
      edits: [{ kind: 'plain', date: '2026-11-27' }],
    });
    expect(names(undo.moved)).toEqual(['Chờ Bổ Sung', 'Hứa Sớm', 'Mới Nhận'].sort());
  });

  test('the list is the brute force of the engine over every case of the register', async () => {
    await using desk = await openDesk('2026-11-02T08:00');
    const codes = ['1.004873', '1.001193', '1.004222', '1.012812', '2.000908', '3.000722', '1.001022'];
    for (let index = 0; index < 60; index += 1) {
      const day = String(2 + (index % 26)).padStart(2, '0');
      desk.setTime(
        `2026-11-${day}T${String(8 + (index % 9)).padStart(2, '0')}:${String(index).padStart(2, '0')}`,
      );
      const procedureCode = codes[index % codes.length] ?? '1.004873';
      const { id } = await desk.clerk.cases.receive(
        reception({
          procedureCode,
          name: `Người ${'A'.repeat(index + 1)}`,
          // Money goes by the clock, these receptions do not.
          fee: { amountVnd: null, method: 'later', reason: 'Chưa có mức' },
        }),
      );
      if (index % 5 === 0)
        await desk.clerk.cases.act({
          id,
          version: 1,
          act: { kind: 'withdraw', reason: 'Thôi', papersReturned: true, refundVnd: null },
        });
    }
    desk.setTime('2026-11-28T09:00');
    const db = connect(join(desk.folder, 'register.db'), 'read');
    const calendar = loadCalendar(db);
    const now = nowAt(Date.parse('2026-11-28T09:00:00+07:00'));
    const findRule = ruleFinder({ now }, db);
    let all = 0;
    for (const edits of [
      [storm('2026-11-20')],
      [storm('2026-12-07'), storm('2026-12-08')],
      [{ kind: 'plain', date: '2026-11-24' }],
      [{ kind: 'workingSaturday', date: '2026-11-14', exchangedWith: '2026-11-16' }],
      [{ kind: 'national', year: 2026 }],
    ] satisfies CalendarEdit[][]) {
      const after = makeCalendar(applyEdits(calendar.years, edits, calendar.years).years, 2);
      const preview = await desk.clerk.calendar.preview({ version: calendar.version, edits });
      const expected: [number, string | null, string | null][] = [];
      for (let id = 1; id <= 60; id += 1) {
        const state = getCase(db, id);
        const rule = findRule(state);
        const move = moveOf(state, rule, after);
        if (move) expected.push([id, move.from, move.to]);
        const [received] = eventsOf(db, id);
        const { appointment, receivedAt, channel } = state;
        const again = computeAppointment({
          receivedAt: Temporal.PlainDateTime.from(receivedAt),
          limit: rule.limit,
          hours: rule.hours,
          policies: appointment.policies,
          channel,
          calendar: after,
        });
        const isOpen = openStatuses.some((status) => status === state.status);
        expect(move?.to ?? state.dueAt, `${id} ${received?.event.at}`).toBe(
          isOpen ? again.dueAt : state.dueAt,
        );
      }
      const found = preview.moved.map(({ id, from, to }) => [id, from, to]);
      expect(found.toSorted()).toEqual(expected.toSorted());
      all += expected.length;
    }
    expect(all).toBeGreaterThan(20);
    db.close();
  });

  test('whoever applies must have seen these very cases, and this very calendar', async () => {
    await using desk = await openDesk('2026-11-25T09:00');
    const { version } = await desk.leader.calendar.year({ year: 2026 });
    const edits = [storm('2026-11-27')];
    const { digest } = await desk.leader.calendar.preview({ version, edits });
    const apply = (more: object) =>
      desk.leader.calendar.change({
        version,
        edits,
        seen: { digest, count: 0 },
        keep: [],
        print: false,
        ...more,
      });
    await desk.clerk.cases.receive(reception());
    await expect(apply({})).rejects.toMatchObject({
      message: 'stale',
      cause: { data: { what: 'calendar' } },
    });
    await expect(apply({ version: 7 })).rejects.toMatchObject({ message: 'stale' });
    const seen = await desk.leader.calendar.preview({ version, edits });
    await apply({ seen: { digest: seen.digest, count: 1 } });
    await expect(apply({ seen: { digest: seen.digest, count: 1 } })).rejects.toMatchObject({
      message: 'stale',
    });
    expect((await desk.clerk.cases.list({})).rows.map(({ dueAt }) => dueAt)).toEqual(['2026-12-01T09:00']);
    const byOfficer = desk.officer.calendar.change({
      version: 2,
      edits,
      seen: { digest, count: 0 },
      keep: [],
      print: false,
    });
    await expect(byOfficer).rejects.toMatchObject({ message: 'notAllowed' });
  });

  test('a wrong edit and an empty change are refused and write nothing', async () => {
    await using desk = await openDesk('2026-11-25T09:00');
    const wrong = [{ kind: 'workingSaturday', date: '2026-11-29', exchangedWith: '2026-11-27' }] as const;
    await expect(desk.leader.calendar.preview({ version: 1, edits: [...wrong] })).rejects.toMatchObject({
      message: 'invalidInput',
    });
    const nothing = [{ kind: 'plain', date: '2026-11-26' }] as const;
    const { digest, years } = await desk.leader.calendar.preview({ version: 1, edits: [...nothing] });
    expect(years).toEqual([]);
    const apply = desk.leader.calendar.change({
      version: 1,
      edits: [...nothing],
      seen: { digest, count: 0 },
      keep: [],
      print: false,
    });
    await expect(apply).rejects.toMatchObject({ message: 'invalidInput' });
    expect((await desk.leader.calendar.year({ year: 2026 })).version).toBe(1);
  });
});
