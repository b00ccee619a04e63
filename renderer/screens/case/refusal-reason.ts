import { type Act, type CaseState, refusalOf } from '../../../shared/domain/case-flow.ts';
import type { Role } from '../../../shared/domain/person.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';

/** Why an act that the clerk may look for cannot be done, in a few words under its name; '' when it can. */
export function refusalReason(act: Act, state: CaseState, roles: readonly Role[]): string {
  const code = refusalOf(act, state, roles);
  switch (code) {
    case null:
      return '';
    case 'status':
      return statusReason(act, state);
    case 'role':
      return 'cần cán bộ tiếp nhận hoặc công chức';
    case 'needsHandover':
      return 'chuyển xử lý trước: chỉ thủ tục trả trong ngày mới xong ngay tại quầy';
  }
}

function statusReason(act: Act, { status, holder, endedAt, returnedAt }: CaseState): string {
  if (returnedAt) return `đã trả ${formatDayMonthPadded(returnedAt)}`;
  if (act === 'return' && !endedAt) return 'chưa có kết quả';
  if (act !== 'return' && endedAt) return `đã có kết quả ${formatDayMonthPadded(endedAt)}`;
  if (act === 'handover' && status === 'processing') return `đang ở ${holder.name}`;
  return statusLabels[status].toLowerCase();
}
