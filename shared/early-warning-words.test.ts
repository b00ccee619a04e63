import { expect, test } from 'vitest';
import type { EstimateFacts } from './domain/early-warning/early-warning.ts';
import { pastWarningWords, warningReasons } from './early-warning-words.ts';

const usual: EstimateFacts = {
  usualDays: 8,
  elapsedDays: 5,
  leftDays: 3,
  ahead: 0,
  open: 9,
  usualOpen: 9.2,
  finishedLately: 10,
  expectedLately: 10.4,
  dueLately: 10,
  lateLately: 0,
  pace: 1,
};
const time = 'thủ tục này thường xong sau 8 ngày làm việc, chỉ còn 3';

test.each<[Partial<EstimateFacts>, string[]]>([
  [{}, [time]],
  [{ open: 18 }, ['Q. V. Hùng giữ 18 hồ sơ, thường 9', time]],
  [{ finishedLately: 2 }, ['Q. V. Hùng 10 ngày làm việc qua xong 2 hồ sơ, nhịp thường là 10', time]],
  [{ lateLately: 7 }, ['10 ngày làm việc qua 7/10 hồ sơ đến hạn của Q. V. Hùng trễ', time]],
  [{ ahead: 12 }, ['Q. V. Hùng còn 12 hồ sơ đến hạn trước', time]],
  [
    { elapsedDays: 9, leftDays: 0 },
    ['thủ tục này thường xong sau 8 ngày làm việc, đã qua 9, hôm nay đến hạn'],
  ],
  [{ usualDays: 0, elapsedDays: 0 }, ['thủ tục này thường xong trong ngày, chỉ còn 3']],
])('%j', (facts, reasons) => {
  expect(warningReasons({ ...usual, ...facts }, 'Quàng Văn Hùng')).toEqual(reasons);
});

test('how warnings turned out has both its numbers', () => {
  expect(pastWarningWords({ days: 90, warned: 27, warnedLate: 21, late: 24 })).toBe(
    'Trong 90 ngày qua: 21/27 = 77,77 % hồ sơ được báo đã trễ; báo được 21/24 = 87,5 % hồ sơ trễ. ' +
      'Tính lại theo hạn và người giữ của ngày ấy; rút, dừng trước hạn là không trễ.',
  );
  expect(pastWarningWords({ days: 90, warned: 0, warnedLate: 0, late: 2 })).toContain(
    'báo được 0/2 = 0 % hồ sơ trễ',
  );
  expect(pastWarningWords(null)).toBe('Chưa đủ hồ sơ cũ để biết báo sớm đúng đến đâu.');
});
