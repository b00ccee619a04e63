import { describe, expect, it } from 'vitest';
import type { TraceDay } from '../../shared/domain/appointment.ts';
import { appointmentStrip, stripCells } from './appointment-strip.ts';
import { sheetOf } from './sheet.ts';

const said = (trace: readonly TraceDay[]) =>
  stripCells(trace).map(({ day, what, look }) => `${day}|${what}|${look}`);

describe('appointment strip', () => {
  it('shows few days one by one: start, counted, make-up, rest, due', () => {
    expect(
      said([
        { date: '2025-04-24', kind: 'working', mark: 'start' },
        { date: '2025-04-25', kind: 'working', mark: 'counted', number: 1 },
        { date: '2025-04-26', kind: 'workingSaturday', mark: 'counted', number: 2 },
        { date: '2025-04-27', kind: 'weekend', mark: 'rest' },
        { date: '2025-04-28', kind: 'working', mark: 'counted', number: 3, isDue: true },
      ]),
    ).toEqual([
      'T5 24/4|nhận|open',
      'T6 25/4|1|counted',
      'T7 26/4, bù|2|counted',
      'CN 27/4|nghỉ|rest',
      'T2 28/4|3|due',
    ]);
  });

  it('names holidays, days made up for, pauses, restarts and hours', () => {
    expect(
      said([
        { date: '2025-04-29', kind: 'working', mark: 'cancelled', number: 1 },
        { date: '2025-04-30', kind: 'holiday', mark: 'rest', name: 'Ngày Chiến thắng' },
        { date: '2025-05-05', kind: 'compensatory', mark: 'rest' },
        { date: '2025-05-06', kind: 'working', mark: 'paused' },
        { date: '2025-05-07', kind: 'working', mark: 'counted', minutes: 90 },
        { date: '2025-05-08', kind: 'working', mark: 'start', isDue: true },
      ]).map((cell) => cell.split('|')[1]),
    ).toEqual(['tính lại', 'nghỉ lễ', 'nghỉ bù', 'tạm dừng', '1g30', 'nhận, trả']);
  });

  it('keeps reception and appointment apart when the papers came in out of hours', () => {
    // As the calculation traces them: Sunday 04:00, in the day, the clock starts on Monday.
    expect(
      said([
        { date: '2025-06-15', kind: 'weekend', mark: 'start', time: '04:00', events: ['received'] },
        {
          date: '2025-06-16',
          kind: 'working',
          mark: 'start',
          time: '17:00',
          events: ['effectiveStart', 'due'],
          isDue: true,
        },
      ]),
    ).toEqual(['CN 15/6|nhận|open', 'T2 16/6|trả 17:00|due']);
    expect(
      said([
        { date: '2025-06-15', kind: 'weekend', mark: 'start', time: '04:00', events: ['received'] },
        { date: '2025-06-16', kind: 'working', mark: 'start', time: '07:00', events: ['effectiveStart'] },
        { date: '2025-06-17', kind: 'working', mark: 'counted', number: 1, isDue: true, events: ['due'] },
      ]),
    ).toEqual(['CN 15/6|nhận|open', 'T2 16/6|bắt đầu|open', 'T3 17/6|1|due']);
  });

  it('joins many days to runs and keeps the make-up day and the due day apart', () => {
    const trace: TraceDay[] = [{ date: '2025-06-01', kind: 'working', mark: 'start' }];
    for (let number = 1; number <= 9; number++) {
      trace.push({
        date: `2025-06-${String(number + 1).padStart(2, '0')}`,
        kind: number === 5 ? 'workingSaturday' : 'working',
        mark: 'counted',
        number,
        ...(number === 9 && { isDue: true }),
      });
    }
    expect(said(trace).map((cell) => cell.split('|')[1])).toEqual(['nhận', '1–4', '5', '6–8', '9']);
  });

  it('never takes more than three rows, and none without a trace', () => {
    const trace: TraceDay[] = Array.from({ length: 200 }, (_, index) => ({
      date: new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
      kind: index % 2 === 0 ? 'working' : 'weekend',
      mark: index % 2 === 0 ? 'counted' : 'rest',
      number: index,
    }));
    expect(stripCells(trace)).toHaveLength(21);
    expect(appointmentStrip(sheetOf('A5'), [])).toBeNull();
  });
});
