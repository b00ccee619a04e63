import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import holidays from '../resources/holidays.json' with { type: 'json' };
import { explainAppointment, limitText, shortLimitText, warningSentences } from './appointment-words.ts';
import type { DeadlineQuestion } from './domain/appointment.ts';
import { makeCalendar } from './domain/calendar.ts';
import { calendarYearSchema } from './domain/calendar-year.ts';
import { computeAppointment } from './domain/deadline.ts';
import { defaultOpeningHours } from './domain/opening-hours.ts';
import { cellCaption, shortHolidayName, spokenDay } from './trace-words.ts';

const calendar = makeCalendar(
  holidays.years.map((year) => calendarYearSchema.parse(year)),
  1,
);
const sameDay = { kind: 'sameDay', value: 0, cutoff: '15:00' } as const;

function ask(receivedAt: string, limit: DeadlineQuestion['limit'], more: Partial<DeadlineQuestion> = {}) {
  return computeAppointment({
    receivedAt: Temporal.PlainDateTime.from(receivedAt),
    limit,
    calendar,
    hours: defaultOpeningHours,
    policies: { outOfHours: 'shift', supplement: 'restart' },
    ...more,
  });
}

describe('limitText', () => {
  it('writes each kind as screens do', () => {
    expect(limitText({ kind: 'workingDays', value: 3 })).toBe('3 ngày làm việc');
    expect(limitText(sameDay)).toBe('Trong ngày nếu nhận trước 15 giờ');
    expect(limitText({ kind: 'sameDay', value: 0, cutoff: '15:30' })).toBe(
      'Trong ngày nếu nhận trước 15 giờ 30',
    );
    expect(limitText({ kind: 'days', value: 15 })).toBe('15 ngày');
    expect(limitText({ kind: 'hours', value: 8 })).toBe('8 giờ làm việc');
    expect(limitText({ kind: 'onTheSpot' })).toBe('Giải quyết ngay');
    expect(limitText({ kind: 'none' })).toBe('Chưa có thời hạn');
  });

  it('writes numbers below ten with a zero on slips', () => {
    expect(limitText({ kind: 'workingDays', value: 3 }, 'slip')).toBe('03 ngày làm việc');
    expect(limitText(sameDay, 'slip')).toBe('Trong ngày (nhận trước 15 giờ)');
    expect(limitText({ kind: 'days', value: 15 }, 'slip')).toBe('15 ngày');
  });

  it('has a short form for lists', () => {
    expect(shortLimitText({ kind: 'sameDay', value: 0 })).toBe('Trong ngày');
    expect(shortLimitText({ kind: 'none', value: 0 })).toBe('Chưa có thời hạn');
  });
});

describe('explainAppointment', () => {
  it('names a made-up Saturday and the rest', () => {
    expect(explainAppointment(ask('2025-04-24T09:15', { kind: 'workingDays', value: 3 }))).toBe(
      '3 ngày làm việc, không tính ngày nhận. Thứ Bảy 26/04 làm bù cho 02/05 nên được tính; Chủ Nhật nghỉ.',
    );
  });

  it('tells the cut-off of a same-day rule', () => {
    expect(explainAppointment(ask('2025-06-10T15:00', sameDay))).toBe(
      'Nhận không muộn hơn 15 giờ nên trả trong ngày.',
    );
    expect(explainAppointment(ask('2025-04-29T16:10', sameDay))).toBe(
      'Nhận sau 15 giờ nên trả vào ngày làm việc tiếp theo. 30/04 và 01/05 nghỉ lễ, 02/05 nghỉ hoán đổi với 26/04, không tính; Thứ Bảy, Chủ Nhật nghỉ.',
    );
  });

  it('tells why a calendar limit ends where it ends', () => {
    expect(explainAppointment(ask('2026-01-23T10:00', { kind: 'days', value: 30 }))).toBe(
      '30 ngày theo lịch, tính cả ngày nghỉ, không tính ngày nhận. Ngày cuối CN 22/02 là ngày nghỉ nên chuyển sang T2 23/02.',
    );
    expect(explainAppointment(ask('2025-04-11T09:00', { kind: 'days', value: 15 }))).toContain(
      'Ngày cuối Thứ Bảy 26/04 làm bù cho 02/05 nên giữ nguyên.',
    );
  });

  it('says that there is no limit instead of a date', () => {
    expect(explainAppointment(ask('2025-04-24T09:15', null))).toMatch(
      /^Thủ tục chưa có thời hạn: không hẹn ngày/,
    );
  });

  it('warns of a provisional year', () => {
    const appointment = ask('2026-12-24T09:00', { kind: 'workingDays', value: 7 });
    expect(warningSentences(appointment.warnings)).toEqual([
      'Lịch nghỉ năm 2027 chưa có thông báo chính thức, ngày hẹn có thể đổi.',
    ]);
  });

  it('shifts a reception out of hours', () => {
    expect(explainAppointment(ask('2026-06-12T17:20', { kind: 'workingDays', value: 2 }))).toMatch(
      /^Nhận ngoài giờ nên tính từ T2 15\/06 07:00\. 2 ngày làm việc/,
    );
    expect(explainAppointment(ask('2025-06-15T04:00', { kind: 'hours', value: 4 }))).toBe(
      'Nhận ngoài giờ nên tính từ T2 16/06 07:00. 4 giờ làm việc kể từ lúc đó.',
    );
  });

  it('never tells a Sunday night that it was before the cut-off', () => {
    expect(explainAppointment(ask('2025-06-15T04:00', sameDay))).toBe(
      'Nhận ngoài giờ nên tính từ T2 16/06 07:00, trả trong ngày đó.',
    );
    const keep = { policies: { outOfHours: 'keep', supplement: 'restart' } } as const;
    expect(explainAppointment(ask('2025-06-15T04:00', sameDay, keep))).toBe(
      'Nhận ngoài giờ nên trả vào ngày làm việc tiếp theo.',
    );
  });
});

describe('words of a day', () => {
  const { trace } = ask('2025-04-24T09:00', { kind: 'workingDays', value: 5 });
  const day = (date: string) => {
    const found = trace.find((candidate) => candidate.date === date);
    if (!found) throw new Error(date);
    return found;
  };

  it('reads a day aloud', () => {
    expect(spokenDay(day('2025-04-26'))).toBe('Thứ Bảy 26/04, ngày thứ 2, làm bù cho 02/05');
    expect(spokenDay(day('2025-04-27'))).toBe('Chủ Nhật 27/04, nghỉ cuối tuần, không tính');
    expect(spokenDay(day('2025-05-05'))).toBe('Thứ Hai 05/05, hẹn trả kết quả, lúc 09:00, ngày thứ 5');
  });

  it('shows the due hour where the clock starts on the due day', () => {
    const shifted = ask('2025-06-15T04:00', sameDay).trace;
    expect(shifted.map(({ date, time }) => `${date} ${time}`)).toEqual([
      '2025-06-15 04:00',
      '2025-06-16 17:00',
    ]);
    expect(shifted.map(cellCaption)).toEqual(['nhận', 'hẹn']);
    expect(shifted.map((each) => spokenDay(each))).toEqual([
      'Chủ Nhật 15/06, nhận hồ sơ, lúc 04:00',
      'Thứ Hai 16/06, bắt đầu tính, hẹn trả kết quả, lúc 17:00',
    ]);
  });

  it('has one word under a cell and a short name in it', () => {
    expect(cellCaption(day('2025-04-24'))).toBe('nhận');
    expect(cellCaption(day('2025-04-26'))).toBe('làm bù');
    expect(cellCaption(day('2025-05-05'))).toBe('09:00');
    expect(shortHolidayName(day('2025-04-30'))).toBe('Chiến thắng');
    expect(shortHolidayName(day('2025-05-01'))).toBe('Lao động');
    expect(shortHolidayName(day('2025-05-02'))).toBe('bù 26/4');
  });
});
