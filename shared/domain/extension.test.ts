import { describe, expect, it } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { at, on, openOffice } from './deadline-fixture.ts';
import { correctionDueOn, eightWorkingHoursAfter, paperForwardDueOn, transferDueAt } from './duties.ts';
import { extensionRefusal, latestExtensionOn } from './extension.ts';
import { defaultOpeningHours } from './opening-hours.ts';

const { calendar } = openOffice(holidays.years);

describe('apology and re-appointment', () => {
  const question = {
    kind: 'workingDays',
    effectiveStartAt: '2025-04-24T09:00',
    dueAt: '2025-05-05T09:00',
    extensions: 0,
    calendar,
  } as const;

  it('NĐ 118 Đ19.6: at least 1 day before expiry, counted back over the holidays', () => {
    expect(latestExtensionOn(question)).toBe('2025-04-29');
    expect(extensionRefusal(question, on('2025-04-29'), '2025-05-07T09:00')).toBeNull();
    expect(extensionRefusal(question, on('2025-04-30'), '2025-05-07T09:00')).toBe('tooLate');
  });

  it('NĐ 118 Đ19.6: at most once, to a later working day', () => {
    expect(extensionRefusal({ ...question, extensions: 1 }, on('2025-04-28'), '2025-05-07T09:00')).toBe(
      'alreadyExtended',
    );
    expect(extensionRefusal(question, on('2025-04-28'), '2025-05-05T09:00')).toBe('notLater');
    expect(extensionRefusal(question, on('2025-04-28'), '2025-05-10T09:00')).toBe('restDay');
  });

  it('a same-day case cannot be extended, nor one without a date', () => {
    const sameDay = { ...question, kind: 'sameDay', dueAt: '2025-04-24T17:00' } as const;
    expect(latestExtensionOn(sameDay)).toBeNull();
    expect(extensionRefusal(sameDay, on('2025-04-24'), '2025-04-25T17:00')).toBe('sameDay');
    expect(extensionRefusal({ ...question, dueAt: null }, on('2025-04-24'), '2025-04-25T17:00')).toBe(
      'noDeadline',
    );
    const hours = { ...question, kind: 'hours', dueAt: '2025-04-24T15:00' } as const;
    expect(latestExtensionOn(hours)).toBeNull();
  });

  it('a limit of one working day can be extended on the day of reception only', () => {
    expect(latestExtensionOn({ ...question, dueAt: '2025-04-25T09:00' })).toBe('2025-04-24');
  });
});

describe('duties of the counter', () => {
  const hours = defaultOpeningHours;
  it.each([
    ['2026-03-13T14:59', '2026-03-13T17:00'],
    ['2026-03-13T15:00', '2026-03-13T17:00'],
    ['2026-03-13T15:01', '2026-03-16T07:00'],
    ['2026-03-13T17:30', '2026-03-16T17:00'],
  ])('NĐ 118 Đ18.2: received at %s, handed on by %s', (receivedAt, due) => {
    expect(transferDueAt(at(receivedAt), calendar, hours, '15:00').toString()).toBe(`${due}:00`);
  });
  it('NĐ 118 Đ17.2c, Đ24.3: 8 working hours', () => {
    expect(eightWorkingHoursAfter(at('2026-03-13T10:00'), calendar, hours).toString()).toBe(
      '2026-03-16T10:00:00',
    );
    expect(eightWorkingHoursAfter(at('2026-03-14T22:00'), calendar, hours).toString()).toBe(
      '2026-03-16T17:00:00',
    );
  });
  it('NĐ 118 Đ23.1 and Đ20.1a: 3 working days and 1', () => {
    expect(correctionDueOn(on('2025-04-28'), calendar).toString()).toBe('2025-05-06');
    expect(paperForwardDueOn(on('2025-04-29'), calendar).toString()).toBe('2025-05-05');
  });
});
