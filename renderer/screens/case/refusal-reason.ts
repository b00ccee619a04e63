import { type Act, acts, type CaseState } from '../../../shared/domain/case-flow.ts';
import type { Role } from '../../../shared/domain/person.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';

/** Why an act that the clerk may look for cannot be done, in a few words under its name. */
export function refusalReason(act: Act, state: CaseState, roles: readonly Role[]): string {
  const { status, holder, endedAt, returnedAt } = state;
  if (returnedAt) return `đã trả ${formatDayMonthPadded(returnedAt)}`;
  if (act === 'return' && !endedAt) return 'chưa có kết quả';
  if (act !== 'return' && endedAt) return `đã có kết quả ${formatDayMonthPadded(endedAt)}`;
  if (act === 'handover' && status === 'processing') return `đang ở ${holder.name}`;
  if (!acts[act].roles.some((role) => roles.includes(role))) return 'cần cán bộ tiếp nhận hoặc công chức';
  return statusLabels[status].toLowerCase();
}
