import { expect, test } from 'vitest';
import type { PaymentEvent } from '../../../../shared/domain/payment-events.ts';
import type { CaseMoney, PaymentView } from '../../../../shared/views-money.ts';
import { balanceWords, paymentStatusWords, paymentWords, whenAndWho } from './money-words.ts';

const by = { id: 1, name: 'Lò Thị Mai' };
const head = { at: '2026-04-21T09:10', by };

test.each<[PaymentEvent, string]>([
  [{ kind: 'qrShown', ...head, where: 'screen' }, 'Đã hiện mã QR trên màn hình'],
  [
    {
      kind: 'confirmed',
      ...head,
      method: 'transfer',
      noteNo: '2026-C01-0007',
      reference: 'FT26114',
      shiftId: 1,
    },
    'Cán bộ đã thấy tiền chuyển khoản: phiếu thu 2026-C01-0007, số giao dịch FT26114',
  ],
  [
    { kind: 'refunded', ...head, amountVnd: 4_000, method: 'cash', reason: 'Thu thừa', shiftId: 1 },
    'Hoàn 4.000 đ, tiền mặt: Thu thừa',
  ],
  [
    {
      kind: 'cancelled',
      ...head,
      reason: 'Ghi nhầm',
      shiftId: 1,
      approvedBy: { id: 3, name: 'Cầm Văn Tuấn' },
    },
    'Hủy, Cầm Văn Tuấn duyệt: Ghi nhầm',
  ],
  [
    {
      kind: 'receiptNoted',
      ...head,
      receipt: {
        formSymbol: '01BLP',
        symbol: 'AA-26E',
        number: '1234',
        lookupCode: '',
        issuedOn: '2026-04-21',
      },
    },
    'Ghi biên lai số 1234: 01BLP, AA-26E, 21/04/2026',
  ],
])('$0.kind is told as what somebody did, never that money arrived (rules §14)', (event, expected) => {
  const { title, note } = paymentWords(event);
  expect(`${title}: ${note}`.replace(/: $/, '')).toBe(expected);
  expect(whenAndWho(event)).toMatch(/21\/04 09:10, Lò Thị Mai$/);
});

test('what came after a clock had run ahead says by which day it was written', () => {
  const event: PaymentEvent = { kind: 'qrShown', ...head, where: 'screen', clockStoodAt: '2026-05-21T08:10' };
  expect(paymentWords(event).note).toBe('đồng hồ đã đi lùi từ 21/05/2026: ghi theo ngày 21/04/2026');
});

const none: CaseMoney = {
  caseId: 1,
  feeVnd: 10_000,
  openVnd: 0,
  takenVnd: 0,
  returnedVnd: 0,
  missingVnd: 0,
  overVnd: 0,
  toReturnVnd: 0,
  payments: [],
};

test.each<[Partial<CaseMoney>, string]>([
  [{ openVnd: 8_000, missingVnd: 2_000 }, 'còn phải thu 10.000 đ'],
  [{ takenVnd: 10_000 }, 'đã thu 10.000 đ'],
  [{ takenVnd: 10_000, toReturnVnd: 2_000 }, 'cần hoàn 2.000 đ'],
  [{ takenVnd: 10_000, returnedVnd: 10_000 }, 'đã hoàn hết'],
  [{ feeVnd: null }, 'chưa có mức thu'],
  [{ feeVnd: 0 }, 'không thu'],
])('the head of the panel: %o', (money, words) => {
  expect(balanceWords({ ...none, ...money })).toBe(words);
});

test('a payment of which a part went back says both', () => {
  const payment = { status: 'confirmed', refundedVnd: 4_000 } as PaymentView;
  expect(paymentStatusWords(payment)).toBe('đã thu, hoàn 4.000 đ');
  expect(paymentStatusWords({ ...payment, status: 'qrShown' })).toBe('đã hiện QR, chưa thấy tiền');
});
