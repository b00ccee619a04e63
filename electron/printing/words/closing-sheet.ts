import type { ShiftClosing } from '../../../shared/domain/shift-closing.ts';
import type { SlipDataOf } from '../slip-data.ts';
import { headOf, type PrintOccasion } from '../slip-of-case.ts';

/** As it is kept: who counted too, and what was noted. */
export type ClosedShift = ShiftClosing & { witness?: string; note?: string };

const copyLabels = ['Bản 1: Người thu tiền giữ', 'Bản 2: Người kiểm tra giữ'];

/** Words of a closed shift: what was found then, whatever happened since. */
export function closingSheetOf(closing: ClosedShift, occasion: PrintOccasion): SlipDataOf<'closingSheet'> {
  const head = headOf('closingSheet', occasion, closing.closedAt, copyLabels);
  const { title } = head.formText;
  const count = (closing.earlier ?? []).length + 1;
  return {
    ...head,
    // Two sheets of one shift are told apart at first sight.
    formText: { ...head.formText, title: count === 1 ? title : `${title} (lần ${count})` },
    closing,
    witness: closing.witness ?? null,
    note: closing.note ?? '',
    form: 'closingSheet',
  };
}
