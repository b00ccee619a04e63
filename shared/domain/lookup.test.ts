import { expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { hung, Life } from './case-fixture.ts';
import { formatSlipCode } from './codes.ts';
import { openOffice } from './deadline-fixture.ts';
import { lookupFactsOf, typedSlipCode } from './lookup.ts';
import { formatSignedSlip } from './slip-signature.ts';

const { calendar } = openOffice(holidays.years);
/** Five working days from Monday 09/3/2026 09:00: due on Monday 16/3 at 09:00. */
const open = () =>
  new Life({ receivedAt: '2026-03-09T09:00', limit: { kind: 'workingDays', value: 5 }, calendar });

test('tells the case code, how far it has come and when to come, and nothing else', () => {
  const life = open();
  expect(lookupFactsOf(life.state, '2026-03-10T08:00')).toEqual({
    caseCode: 'H52.09.01-250424-0001',
    status: 'received',
    isLate: false,
    isSetAside: false,
    returnChannel: 'counter',
    appointmentAt: '2026-03-16T09:00',
    lastDayOn: null,
  });
});

test('late is by date, and only while somebody works on it', () => {
  const life = open();
  life.act('2026-03-09T10:00', { kind: 'handover', toPersonId: hung.id });
  expect(lookupFactsOf(life.state, '2026-03-16T16:00').isLate).toBe(false);
  expect(lookupFactsOf(life.state, '2026-03-17T08:00').isLate).toBe(true);
  life.act('2026-03-17T09:00', { kind: 'resolve', outcome: 'granted' });
  expect(lookupFactsOf(life.state, '2026-03-18T08:00')).toMatchObject({
    status: 'resolved',
    isLate: false,
    appointmentAt: null,
  });
});

test('a wait for papers names the last day and no paper', () => {
  const life = open();
  life.act('2026-03-09T10:00', { kind: 'handover', toPersonId: hung.id });
  life.act('2026-03-10T09:00', {
    kind: 'askSupplement',
    items: [{ name: 'Giấy khai sinh' }],
    reason: 'Thiếu',
  });
  const facts = lookupFactsOf(life.state, '2026-03-10T10:00');
  expect(facts).toMatchObject({ status: 'awaitingSupplement', appointmentAt: null });
  expect(facts.lastDayOn).toBe(life.state.supplements[0]?.lastDayOn);
  expect(JSON.stringify(facts)).not.toContain('khai sinh');
});

test('a code is read with hyphens or without, and refused when a digit is wrong', () => {
  const code = formatSlipCode('2025-04-24', 7);
  expect(typedSlipCode(code)).toBe(code);
  expect(typedSlipCode(code.replaceAll('-', ''))).toBe(code);
  expect(typedSlipCode(` ${code}\n`)).toBe(code);
  expect(typedSlipCode(formatSlipCode('2025-04-24', 12_345).replaceAll('-', ''))).toBe(
    formatSlipCode('2025-04-24', 12_345),
  );
  const signed = formatSignedSlip(
    { slipCode: code, agencyCode: 'H52', keyNumber: '0421', dueAt: null },
    new Uint8Array(64).fill(7),
  );
  for (const text of [signed, signed.replaceAll('-', '')]) expect(typedSlipCode(text)).toBe(code);
  expect(typedSlipCode(code.replace('0007', '0008'))).toBeNull();
  for (const text of ['', '12', '250424', 'abc', '25042400']) expect(typedSlipCode(text)).toBeNull();
});
