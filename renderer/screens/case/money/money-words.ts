import type { PaymentStatus } from '../../../../shared/domain/payment.ts';
import type { PaymentEvent } from '../../../../shared/domain/payment-events.ts';
import { formatDay, formatMoney, formatShortTime } from '../../../../shared/format.ts';
import { paymentMethodLabels } from '../../../../shared/labels.ts';
import type { CaseMoney, PaymentView } from '../../../../shared/views-money.ts';

/** What the counter knows of money, in plain words: never that it arrived, only what somebody showed or saw. */

export interface MoneyWords {
  /** What happened. */
  title: string;
  /** Reason, reference, number; empty where there is none. */
  note: string;
}

const shownWhere = { screen: 'trên màn hình', slip: 'trên phiếu' } as const;

/** One event of a payment; of one that came after a clock had run ahead, that too. */
export function paymentWords(event: PaymentEvent): MoneyWords {
  const { title, note } = eventWords(event);
  const { at, clockStoodAt } = event;
  if (clockStoodAt === undefined) return { title, note };
  const clock = `đồng hồ đã đi lùi từ ${formatDay(clockStoodAt)}: ghi theo ngày ${formatDay(at)}`;
  return { title, note: [note, clock].filter(Boolean).join('; ') };
}

function eventWords(event: PaymentEvent): MoneyWords {
  switch (event.kind) {
    case 'demanded':
      return event.method === 'exempt'
        ? {
            title: 'Ghi miễn',
            note: event.lines
              .map(({ how }) => how)
              .filter(Boolean)
              .join('; '),
          }
        : { title: `Ghi khoản phải thu ${formatMoney(event.amountVnd)}`, note: '' };
    case 'qrShown':
      return { title: `Đã hiện mã QR ${shownWhere[event.where]}`, note: '' };
    case 'confirmed':
      return {
        title: confirmedTitles[event.method],
        note: [
          event.noteNo && `phiếu thu ${event.noteNo}`,
          event.reference && `số giao dịch ${event.reference}`,
        ]
          .filter(Boolean)
          .join(', '),
      };
    case 'refunded':
      return {
        title: [
          `Hoàn ${formatMoney(event.amountVnd)}`,
          paymentMethodLabels[event.method].toLowerCase(),
          event.approvedBy && `${event.approvedBy.name} duyệt`,
        ]
          .filter(Boolean)
          .join(', '),
        note: event.reason,
      };
    case 'cancelled':
      return {
        title: event.approvedBy ? `Hủy, ${event.approvedBy.name} duyệt` : 'Hủy',
        note: event.reason,
      };
    case 'receiptNoted': {
      const { number, formSymbol, symbol, issuedOn } = event.receipt;
      return {
        title: `Ghi biên lai số ${number}`,
        note: [formSymbol, symbol, issuedOn && formatDay(issuedOn)].filter(Boolean).join(', '),
      };
    }
  }
}

const confirmedTitles = {
  cash: 'Đã thu tiền mặt',
  transfer: 'Cán bộ đã thấy tiền chuyển khoản',
  onlinePayment: 'Đã thanh toán trực tuyến',
} as const;

/** "T5 24/04 09:15, Lò Thị Mai". */
export function whenAndWho({ at, by }: PaymentEvent): string {
  return [formatShortTime(at), by.name].filter(Boolean).join(', ');
}

const statusWords: Record<PaymentStatus, string> = {
  unpaid: 'chưa thu',
  qrShown: 'đã hiện QR, chưa thấy tiền',
  confirmed: 'đã thu',
  exempt: 'miễn',
  refunded: 'đã hoàn',
  cancelled: 'đã hủy',
};

/** "chưa thu", "đã thu, hoàn 4.000 đ". */
export function paymentStatusWords({ status, refundedVnd }: PaymentView): string {
  if (status === 'confirmed' && refundedVnd > 0) return `đã thu, hoàn ${formatMoney(refundedVnd)}`;
  return statusWords[status];
}

/** What the whole case stands at: the head of the panel. */
export function balanceWords(money: CaseMoney): string {
  const { openVnd, missingVnd, toReturnVnd, takenVnd, returnedVnd, feeVnd, payments } = money;
  if (openVnd + missingVnd > 0) return `còn phải thu ${formatMoney(openVnd + missingVnd)}`;
  if (toReturnVnd > 0) return `cần hoàn ${formatMoney(toReturnVnd)}`;
  if (takenVnd > returnedVnd) return `đã thu ${formatMoney(takenVnd - returnedVnd)}`;
  if (takenVnd > 0) return 'đã hoàn hết';
  if (payments.some(({ status }) => status === 'exempt')) return 'miễn';
  if (feeVnd === null) return 'chưa có mức thu';
  return feeVnd === 0 ? 'không thu' : 'chưa ghi khoản thu';
}
