import { describe, expect, test } from 'vitest';
import { balanceOf, promisableVnd } from './case-money.ts';
import type { Ending } from './case-state.ts';
import type { PaymentMethod } from './intake.ts';
import { foldPayment } from './payment.ts';
import type { PaymentEvent } from './payment-events.ts';
import { closingOf } from './shift.ts';

const by = { id: 1, name: 'Lò Thị Mai' };
const at = (minute: number) => `2025-04-24T09:${String(minute).padStart(2, '0')}`;
const demanded = (amountVnd = 10_000): PaymentEvent => ({
  kind: 'demanded',
  at: at(10),
  by,
  caseId: 1,
  caseCode: 'H52.09.01-250424-0001',
  payer: 'Lường Thị Thu Hằng',
  amountVnd,
  lines: [],
  method: amountVnd === 0 ? 'exempt' : 'transfer',
  purpose: 'MC0123456789',
});
const confirmed: PaymentEvent = {
  kind: 'confirmed',
  at: at(20),
  by,
  method: 'transfer',
  noteNo: '2025-C01-0001',
  reference: '',
  shiftId: 1,
};
const refunded = (amountVnd: number): PaymentEvent => ({
  kind: 'refunded',
  at: at(30),
  by,
  amountVnd,
  method: 'cash',
  reason: 'Thu nhầm',
  shiftId: 1,
});
const cancelled: PaymentEvent = { kind: 'cancelled', at: at(40), by, reason: 'Ghi nhầm', shiftId: 1 };

describe('what cannot happen to a payment is refused (rules §14)', () => {
  test.each<[string, PaymentEvent[]]>([
    ['money back that nobody took', [demanded(), refunded(1_000)]],
    ['more back than was taken', [demanded(), confirmed, refunded(6_000), refunded(6_000)]],
    ['nothing back', [demanded(), confirmed, refunded(0)]],
    ['money twice', [demanded(), confirmed, confirmed]],
    ['money for nothing', [demanded(0), confirmed]],
    ['a voided note paid', [demanded(), cancelled, confirmed]],
    ['a voided note voided', [demanded(), confirmed, cancelled, cancelled]],
    [
      'a code after the money was seen',
      [demanded(), confirmed, { kind: 'qrShown', at: at(50), by, where: 'slip' }],
    ],
    ['a time before the last', [demanded(), { ...confirmed, at: at(9) }]],
    ['a second demand', [demanded(), demanded()]],
    ['money before a demand', [confirmed]],
    ['half a đồng', [demanded(0.5)]],
  ])('%s', (_, events) => {
    expect(() => foldPayment(events)).toThrow(RangeError);
  });
});

test('a void after a part went back gives back the rest, and the note keeps its number (rules §14)', () => {
  const state = foldPayment([demanded(), confirmed, refunded(4_000), cancelled]);
  expect(state).toMatchObject({
    status: 'cancelled',
    refundedVnd: 10_000,
    confirmation: { noteNo: '2025-C01-0001' },
  });
});

const feeOf = (amountVnd: number | null, ending: Partial<Ending> | null = null) =>
  ({
    fee: { amountVnd, method: 'cash' as PaymentMethod, lines: [] },
    acceptedAt: at(10),
    ending: ending && { refundVnd: null, at: at(30), ...ending },
  }) as unknown as Parameters<typeof balanceOf>[0];

test('an ending promises back what was kept; what an old book says is free', () => {
  const paid = foldPayment([demanded(), confirmed]);
  expect(promisableVnd(feeOf(10_000), [paid])).toBe(10_000);
  expect(promisableVnd(feeOf(10_000), [])).toBe(0);
  const imported = { ...feeOf(10_000), imported: { source: 'so.xlsx', row: 3 } };
  expect(promisableVnd(imported as unknown as Parameters<typeof balanceOf>[0], [])).toBe(
    Number.POSITIVE_INFINITY,
  );
});

describe('what a case owes', () => {
  const paid = foldPayment([demanded(), confirmed]);
  const open = foldPayment([demanded()]);
  test.each([
    ['paid', feeOf(10_000), [paid], { openVnd: 0, missingVnd: 0, toReturnVnd: 0, takenVnd: 10_000 }],
    ['not paid', feeOf(10_000), [open], { openVnd: 10_000, missingVnd: 0, overVnd: 0 }],
    ['raised by a correction', feeOf(15_000), [paid], { missingVnd: 5_000, toReturnVnd: 0 }],
    ['lowered by a correction', feeOf(8_000), [paid], { missingVnd: 0, overVnd: 2_000, toReturnVnd: 2_000 }],
    ['lowered before it was paid', feeOf(8_000), [open], { overVnd: 2_000, toReturnVnd: 0 }],
    ['not set by the ward', feeOf(null), [], { feeVnd: null, missingVnd: 0 }],
    [
      'given back, and the fee as it was',
      feeOf(10_000),
      [foldPayment([demanded(), confirmed, refunded(10_000)])],
      { missingVnd: 10_000, takenVnd: 10_000, returnedVnd: 10_000 },
    ],
    [
      'given back, and the fee corrected to it',
      feeOf(6_000),
      [foldPayment([demanded(), confirmed, refunded(4_000)])],
      { missingVnd: 0, overVnd: 0 },
    ],
    [
      'raised again after a part went back',
      feeOf(20_000),
      [foldPayment([demanded(20_000), confirmed, refunded(5_000)])],
      { missingVnd: 5_000 },
    ],
    [
      'let off: exempt',
      { ...feeOf(10_000), fee: { amountVnd: 10_000, method: 'exempt' as const, lines: [] } },
      [foldPayment([demanded(), cancelled])],
      { missingVnd: 0, openVnd: 0 },
    ],
    [
      'received before money was written down',
      { ...feeOf(10_000), fee: { amountVnd: 10_000, method: 'cash' as const } },
      [],
      { missingVnd: 0, feeVnd: 10_000 },
    ],
    ['imported', { ...feeOf(10_000), imported: { source: 'so.xlsx', row: 3 } }, [], { missingVnd: 0 }],
    [
      'voided',
      feeOf(10_000),
      [foldPayment([demanded(), confirmed, cancelled])],
      { missingVnd: 10_000, returnedVnd: 10_000 },
    ],
    [
      'withdrawn, money back',
      feeOf(10_000, { refundVnd: 6_000 }),
      [paid],
      { toReturnVnd: 6_000, missingVnd: 0 },
    ],
    [
      'withdrawn, money back already',
      feeOf(10_000, { refundVnd: 6_000 }),
      [foldPayment([demanded(), confirmed, refunded(6_000)])],
      { toReturnVnd: 0 },
    ],
    [
      'withdrawn, after a part went back for another reason',
      feeOf(10_000, { refundVnd: 6_000, at: at(31) }),
      [foldPayment([demanded(), confirmed, refunded(4_000)])],
      { toReturnVnd: 6_000 },
    ],
    [
      'withdrawn, one of two notes voided afterwards',
      feeOf(20_000, { refundVnd: 15_000 }),
      [paid, foldPayment([demanded(), confirmed, cancelled])],
      { toReturnVnd: 5_000 },
    ],
    ['withdrawn, nothing back', feeOf(10_000, {}), [paid], { toReturnVnd: 0, overVnd: 0 }],
  ])('%s', (_, state, payments, expected) => {
    expect(balanceOf(state, payments)).toMatchObject(expected);
  });
});

test('a drawer is counted against its change money and the cash that moved', () => {
  const moves = [
    { method: 'cash', amountVnd: 10_000 },
    { method: 'transfer', amountVnd: 75_000 },
    { method: 'cash', amountVnd: -4_000 },
  ] as const;
  const closing = closingOf(200_000, moves, { 200000: 1, 5000: 1 });
  expect(closing).toMatchObject({ expectedVnd: 206_000, countedVnd: 205_000, differenceVnd: -1_000 });
  expect(closing.methods).toMatchObject([
    { method: 'cash', count: 1, amountVnd: 10_000 },
    { method: 'transfer', count: 1, amountVnd: 75_000 },
    { method: 'onlinePayment', count: 0, amountVnd: 0 },
  ]);
});
