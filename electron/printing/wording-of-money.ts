import { formatMoney } from '../../shared/format.ts';
import { plain } from './sheet.ts';
import type { OfficeTime } from './slip-data.ts';
import { momentWords } from './wording.ts';

/** Phrases of the papers of money. */

/** Stands on every fee note, whatever the ward words otherwise: a receipt is another paper (NĐ 254/2026/NĐ-CP Đ23). */
export const notAReceipt = 'không thay thế biên lai';

export function cancelledWords({ at, reason }: { at: OfficeTime; reason: string }): string {
  return `Hủy lúc ${momentWords(at)}.\nLý do: ${plain(reason)}`;
}

export function refundWords({
  at,
  amountVnd,
  reason,
}: {
  at: OfficeTime;
  amountVnd: number;
  reason: string;
}): string {
  return `Đã hoàn ${formatMoney(amountVnd)} lúc ${momentWords(at)}. Lý do: ${plain(reason)}`;
}

/** What became of money that went back. */
export const returnWords: Record<'refunded' | 'cancelled', string> = {
  refunded: 'Hoàn tiền',
  cancelled: 'Hủy phiếu',
};
