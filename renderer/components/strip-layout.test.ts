import { describe, expect, it } from 'vitest';
import type { TraceDay } from '../../shared/domain/appointment.ts';
import { capacityOf, columnsOf, fitCaptions, joinCaptions, layoutStrip } from './strip-layout.ts';

function days(count: number): TraceDay[] {
  return Array.from({ length: count }, (_, index): TraceDay => {
    const date = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const mark = index === 0 ? 'start' : 'counted';
    return { date, kind: 'working', mark, number: index, isDue: index === count - 1 };
  });
}

describe('layoutStrip', () => {
  it('shows every day while they fit', () => {
    expect(layoutStrip(days(10), 10)).toHaveLength(10);
  });

  it('never takes more columns than there are, for any span and any today', () => {
    for (let count = 2; count <= 70; count++) {
      for (const capacity of [7, 8, 10, 15, 20]) {
        for (const today of [undefined, 0, 1, 2, 3, 4, Math.floor(count / 2), count - 2, count - 1]) {
          const trace = days(count);
          const marker = today === undefined ? undefined : trace[today]?.date;
          const items = layoutStrip(trace, capacity, marker);
          expect(columnsOf(items), `${count} days, ${capacity} columns, today ${today}`).toBeLessThanOrEqual(
            Math.max(capacity, 9),
          );
          const shown = items.flatMap((item) => (item.type === 'day' ? [item.day] : item.days));
          expect(shown).toEqual(trace);
          if (marker)
            expect(items.some((item) => item.type === 'day' && item.day.date === marker)).toBe(true);
        }
      }
    }
  });

  it('folds a long holiday before anything that counts', () => {
    const trace = days(12).map(
      (day, index): TraceDay => (index > 4 && index < 10 ? { ...day, mark: 'rest' } : day),
    );
    const items = layoutStrip(trace, 10);
    expect(items.filter((item) => item.type === 'fold')).toHaveLength(1);
    expect(items).toHaveLength(8);
  });
});

describe('capacityOf', () => {
  it('counts cells with their gaps', () => {
    expect(capacityOf(362, 33, 3)).toBe(10);
    expect(capacityOf(770, 37, 4)).toBe(18);
  });
});

describe('captions', () => {
  it('joins equal neighbours and leaves out what would touch', () => {
    const joined = joinCaptions([
      { text: 'nhận', columns: 1, joins: false },
      { text: 'nghỉ', columns: 1, joins: true },
      { text: 'nghỉ', columns: 1, joins: true },
      { text: '', columns: 1, joins: true },
      { text: 'hẹn 09:00', columns: 1, joins: false },
    ]);
    expect(joined).toEqual([
      { text: 'nhận', start: 1, span: 1 },
      { text: 'nghỉ', start: 2, span: 2 },
      { text: 'hẹn 09:00', start: 5, span: 1 },
    ]);
    const tight = fitCaptions(joined, 14, (text) => (text === 'nghỉ' ? 1 : 0));
    expect(tight.map((caption) => caption.text)).toEqual(['nhận', 'hẹn 09:00']);
  });
});
