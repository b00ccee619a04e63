import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { unknownDay } from '../../../shared/domain/supplement.ts';
import type { TimelineEntry } from '../../../shared/views.ts';
import { nextWords } from './next-words.ts';
import { timelineWords, undoneEntries } from './timeline-words.ts';

const state = { channel: 'direct', originalDueAt: '2026-04-23T09:00' } as CaseState;
let seq = 0;
function entry(kind: TimelineEntry['kind'], detail: Record<string, unknown> = {}): TimelineEntry {
  seq += 1;
  return { seq, kind, at: '2026-04-21T09:10', by: { id: 1, name: 'Lò Thị Mai' }, detail };
}

describe('undoneEntries', () => {
  it('takes back what stood last, act by act, whatever was printed or paid between', () => {
    const [received, handed, resolved, printed, paid, first, second, again] = [
      entry('received'),
      entry('handedOver'),
      entry('resolved'),
      entry('printed'),
      entry('money'),
      entry('undone'),
      entry('undone'),
      entry('handedOver'),
    ];
    const all = [received, handed, resolved, printed, paid, first, second, again];
    expect([...undoneEntries(all.toReversed())]).toEqual([resolved.seq, handed.seq]);
  });
});

describe('timelineWords', () => {
  it('names nobody for what an older book tells', () => {
    const imported = (kind: TimelineEntry['kind'], detail: Record<string, unknown> = {}) =>
      timelineWords({ ...entry(kind, detail), by: { id: 1, name: '' } }, state);
    const unknown = { lastDayOn: unknownDay, mayStopFrom: unknownDay, reason: 'Theo sổ đã nhập' };
    expect(imported('supplementRequested', unknown)).toMatchObject({
      sub: 'Theo sổ đã nhập, không rõ ngày yêu cầu',
      note: '',
    });
    expect(imported('handedOver', { agency: 'Công an tỉnh', to: { id: 1, name: '' }, note: '' }).sub).toBe(
      'Theo sổ đã nhập, gửi Công an tỉnh',
    );
    expect(imported('withdrawn', { reason: 'Đổi ý' })).toMatchObject({
      sub: 'Theo sổ đã nhập',
      note: 'Đổi ý',
    });
  });

  it('says who, when the citizen may come, and what he lacks', () => {
    const words = timelineWords(
      entry('supplementRequested', {
        items: [
          { name: 'Sổ hộ khẩu', note: 'thiếu trang 2' },
          { name: 'Ảnh', note: '' },
        ],
        reason: 'Thiếu giấy tờ',
        lastDayOn: '2026-04-28',
        overridden: true,
      }),
      state,
    );
    expect(words.sub).toBe('Lò Thị Mai. Bổ sung đến hết 28/04/2026, lần hai, theo lãnh đạo');
    expect(words.note).toBe('Sổ hộ khẩu (thiếu trang 2); Ảnh. Thiếu giấy tờ');
  });

  it('names what a correction touched and why the calendar moved a date', () => {
    const appointment = { dueAt: '2026-04-29T09:00' };
    const corrected = entry('corrected', {
      reason: 'Gõ nhầm',
      changes: { applicant: {}, papers: [] },
      dates: { appointment },
    });
    expect(timelineWords(corrected, state).sub).toBe('Lò Thị Mai sửa chủ hồ sơ, giấy tờ, hẹn T4 29/04 09:00');
    const moved = entry('appointmentMoved', { appointment, calendarVersion: 3, reason: 'Nghỉ bù Giỗ Tổ' });
    expect(timelineWords(moved, state)).toMatchObject({
      sub: 'Hẹn T4 29/04 09:00, theo lịch nghỉ bản 3',
      note: 'Nghỉ bù Giỗ Tổ',
    });
  });

  it('sends to an agency without handing over to oneself, and then asks nothing more of the ward', () => {
    const toAgency = { agency: 'Sở Nội vụ', note: '' };
    const sent = (to: number) =>
      timelineWords(entry('handedOver', { ...toAgency, to: { id: to, name: 'Đèo Thị Thắm' } }), state).sub;
    expect(sent(1)).toBe('Lò Thị Mai gửi Sở Nội vụ');
    expect(sent(2)).toBe('Lò Thị Mai giao, Đèo Thị Thắm nhận, gửi Sở Nội vụ');
    const [dueAt, ownDueAt] = ['2026-04-29T09:00', '2026-04-22T09:00'];
    const open = { ...state, endedAt: null, status: 'processing', supplements: [], payments: [], dueAt };
    const titles = (agency: string | null) =>
      nextWords({ ...open, appointment: { dueAt, ownDueAt }, agency } as unknown as CaseState).map(
        ({ title }) => title,
      );
    expect(titles(null)).toEqual(['Hẹn trả kết quả', 'Hạn tại xã']);
    expect(titles('Sở Nội vụ')).toEqual(['Hẹn trả kết quả']);
  });
});
