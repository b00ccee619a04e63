import type { ShiftClosing } from '../../../shared/domain/shift-closing.ts';
import type { SlipDataOf } from '../slip-data.ts';
import { headOf, type PrintOccasion } from '../slip-of-case.ts';

/** As it is kept: who counted too, and what was noted. */
export type ClosedShift = ShiftClosing & { witness?: string; note?: string };

const copyLabels = ['Bản 1: Người thu tiền giữ', 'Bản 2: Người kiểm tra giữ'];

/** Words of a closed shift: what was found then, whatever happened since. */
export function closingSheetOf(closing: ClosedShift, occasion: PrintOccasion): SlipDataOf<'closingSheet'> {
  return {
    ...headOf('closingSheet', occasion, closing.closedAt, copyLabels),
    closing,
    witness: closing.witness ?? null,
    note: closing.note ?? '',
    form: 'closingSheet',
  };
}
