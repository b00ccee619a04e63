import type { ShiftClosing } from '../../../shared/domain/shift-closing.ts';
import type { SlipDataOf } from '../slip-data.ts';
import { headOf, type PrintOccasion } from '../slip-of-case.ts';

const copyLabels = ['Bản 1: Người thu tiền giữ', 'Bản 2: Người kiểm tra giữ'];

/** Words of a closed shift: what was found then, whatever happened since. */
export function closingSheetOf(
  closing: ShiftClosing & { witness?: string },
  occasion: PrintOccasion,
): SlipDataOf<'closingSheet'> {
  return {
    ...headOf('closingSheet', occasion, closing.closedAt, copyLabels),
    closing,
    witness: closing.witness ?? null,
    form: 'closingSheet',
  };
}
