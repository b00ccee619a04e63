import { citizenLines } from '../../../shared/domain/fee-words.ts';
import type { PaymentState } from '../../../shared/domain/payment.ts';
import type { PaymentEvent } from '../../../shared/domain/payment-events.ts';
import { vndWords } from '../../../shared/domain/vnd-words.ts';
import { paymentMethodLabels } from '../../../shared/labels.ts';
import type { SlipCodes, SlipDataOf } from '../slip-data.ts';
import { headOf, type PrintOccasion } from '../slip-of-case.ts';

/** A payment with its history, and the case it is of. */
export interface PaymentSource {
  payment: PaymentState;
  events: readonly PaymentEvent[];
  codes: SlipCodes;
}

const copyLabels = ['Liên 1: Lưu tại nơi thu', 'Liên 2: Giao người nộp tiền'];

/** Words of a fee note. Of money that nobody saw yet there is no number and no hour: both stay for the pen. */
export function feeNoteOf(
  { payment, events, codes }: PaymentSource,
  occasion: PrintOccasion,
): SlipDataOf<'feeNote'> {
  const { confirmation, cancellation, receipt, method, amountVnd, payer, lines } = payment;
  return {
    ...headOf('feeNote', occasion, confirmation?.at ?? payment.demandedAt, copyLabels),
    codes,
    noteNo: confirmation?.noteNo || null,
    payer,
    lines: citizenLines(lines).map(({ name, quantity, unitVnd, amountVnd: sum }) => ({
      name,
      quantity,
      unitVnd,
      amountVnd: sum,
    })),
    totalVnd: amountVnd,
    totalWords: vndWords(amountVnd),
    method: paymentMethodLabels[method],
    reference: confirmation?.reference || null,
    paidAt: confirmation?.at ?? null,
    receipt,
    refunds: events.filter((event) => event.kind === 'refunded'),
    cancelled: cancellation,
    cashierName: confirmation?.by.name ?? null,
    form: 'feeNote',
  };
}
