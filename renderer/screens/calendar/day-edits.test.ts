import { describe, expect, it } from 'vitest';
import holidays from '../../../resources/holidays.json' with { type: 'json' };
import { editFault } from '../../../shared/domain/calendar-change-edits.ts';
import { calendarYearSchema } from '../../../shared/domain/calendar-year.ts';
import { callList } from './call-list.ts';
import {
  choicesOf,
  editedDates,
  editWords,
  otherHalf,
  statutoryEdits,
  valuesOf,
  withEdit,
} from './day-edits.ts';

const years = holidays.years.map((year) => calendarYearSchema.parse(year));

describe('edits of days', () => {
  it('offers what the weekday allows', () => {
    expect(choicesOf('2026-11-27').map(({ value }) => value)).toEqual([
      'plain',
      'holiday',
      'swapped',
      'compensatory',
    ]);
    expect(choicesOf('2026-11-28').map(({ value }) => value)).toEqual([
      'plain',
      'workingSaturday',
      'holiday',
    ]);
    expect(choicesOf('2026-11-29').map(({ value }) => value)).toEqual(['plain', 'holiday']);
  });

  it('begins with the day as it stands', () => {
    expect(valuesOf('2025-05-02', years)).toEqual({
      choice: 'swapped',
      name: 'Nghỉ hoán đổi',
      exchangedWith: '26/04/2025',
    });
    expect(valuesOf('2025-04-26', years)).toMatchObject({
      choice: 'workingSaturday',
      exchangedWith: '02/05/2025',
    });
    expect(valuesOf('2025-04-28', years)).toMatchObject({ choice: 'plain' });
  });

  it('an exchange has two halves, added once', () => {
    const swapped = {
      kind: 'swapped',
      date: '2026-11-23',
      name: 'Nghỉ hoán đổi',
      exchangedWith: '2026-11-28',
    } as const;
    const saturday = { kind: 'workingSaturday', date: '2026-11-28', exchangedWith: '2026-11-23' } as const;
    expect(otherHalf(swapped, years)).toEqual(saturday);
    expect(otherHalf(saturday, years)).toEqual(swapped);
    expect(otherHalf({ ...swapped, date: '2025-05-02', exchangedWith: '2025-04-26' }, years)).toBeNull();
    expect(editWords(swapped)).toBe('T2 23/11/2026: nghỉ hoán đổi với 28/11');
    expect(editWords(saturday)).toBe('T7 28/11/2026: làm bù cho 23/11');
  });

  it('a later edit of the same day takes the place of the earlier', () => {
    const off = { kind: 'holiday', date: '2026-11-27', name: 'Nghỉ bão' } as const;
    const back = { kind: 'plain', date: '2026-11-27' } as const;
    expect(withEdit(withEdit([], off), back)).toEqual([back]);
  });

  it('a new year begins with the holidays of fixed date, each of which may stand', () => {
    const edits = statutoryEdits(2028);
    expect(edits.map((edit) => editFault(edit, []))).toEqual(edits.map(() => null));
  });

  it('marks the dates that two versions tell differently', () => {
    const of2026 = years.find(({ year }) => year === 2026) ?? null;
    expect(editedDates(of2026, of2026).size).toBe(0);
    const without = of2026 && { ...of2026, offDays: of2026.offDays.slice(1) };
    expect([...editedDates(of2026, without)]).toEqual(['2026-01-01']);
  });

  it('writes the phone list as a table', () => {
    const row = {
      id: 1,
      caseCode: 'H52.09.01-261125-0001',
      applicantName: 'Mùa Văn Sơn',
      phone: null,
      procedureShortName: 'Khai sinh',
      from: '2026-11-30T09:00',
      to: '2026-12-01T09:00',
      days: ['2026-11-27'],
      isPast: false,
    };
    expect(callList([row]).split('\n')[1]).toBe(
      'Mùa Văn Sơn\tkhông có số\t09:00 T2 30/11/2026\t09:00 T3 01/12/2026\tH52.09.01-261125-0001',
    );
  });
});
