import { expect, test } from 'vitest';
import { feeOfOther } from './bulk-values.ts';

test.each(['cash', 'transfer', 'later', 'onlinePayment'] as const)(
  'other procedures of a list are paid as the list is: %s',
  (method) => {
    const own = { amountVnd: 8_000, method, facts: { copies: 3 }, reason: 'Thông báo của phường' };
    expect(feeOfOther(10_000, own)).toEqual({ amountVnd: 10_000, method });
  },
);

test('who is exempt is exempt from the other procedures of his list too, for the same reason', () => {
  const exemption = { group: 'poor', proof: 'Giấy chứng nhận hộ nghèo' };
  const own = { amountVnd: 0, method: 'exempt', facts: { exemption } } as const;
  expect(feeOfOther(10_000, own)).toEqual({ amountVnd: 0, method: 'exempt', facts: { exemption } });
  const decided = { amountVnd: 0, method: 'exempt', reason: 'Quyết định 12' } as const;
  expect(feeOfOther(10_000, decided)).toEqual({ amountVnd: 0, method: 'exempt', reason: 'Quyết định 12' });
});
