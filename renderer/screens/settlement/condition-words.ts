import { paymentMethodLabels } from '../../../shared/labels.ts';
import type { Settlement } from '../../../shared/views-shift.ts';
import type { MoneyFilter } from './settlement-place.ts';

/** The conditions of a list in words, for its head and its workbook. */
export function conditionWords(filter: MoneyFilter, settlement: Settlement): string[] {
  const { method, way, personId, procedureCode, standing, cashless, withoutReceipt } = filter;
  const words: string[] = [];
  if (way === 'returned') words.push('Hoàn, hủy');
  if (way === 'taken') words.push('Đã thu');
  if (method) words.push(paymentMethodLabels[method].toLowerCase());
  if (personId) {
    words.push(
      `Người thu: ${settlement.byCashier.find((each) => each.personId === personId)?.name ?? personId}`,
    );
  }
  if (procedureCode) {
    words.push(
      `Thủ tục: ${settlement.byProcedure.find(({ code }) => code === procedureCode)?.name ?? procedureCode}`,
    );
  }
  if (standing) words.push('Khoản thu trong kỳ còn giữ');
  if (cashless) words.push('không dùng tiền mặt');
  if (withoutReceipt) words.push('Chưa ghi số biên lai');
  return words;
}
