import type { CaseState, Ending } from '../../../shared/domain/case-flow.ts';
import { formatMoney } from '../../../shared/format.ts';
import {
  contactOf,
  feeTextOf,
  numberedWords,
  paperNamesOf,
  requestOf,
  type Worded,
  type WordSource,
} from './source.ts';

export function stopNoticeWords(source: WordSource): Worded<'stopNotice'> {
  const { state, settings, now } = source;
  const ending = state.ending?.kind === 'rejected' ? null : state.ending;
  return {
    issuedAt: ending?.at ?? now,
    ...numberedWords(source),
    receivedAt: state.receivedAt,
    request: requestOf(state),
    dueAt: state.dueAt,
    stage: stageOf(state),
    ground: groundOf(ending),
    reason: ending?.reason ?? null,
    stoppedAt: ending?.at ?? null,
    returned: ending?.papersReturned ? paperNamesOf(state) : null,
    feeText: feeTextOf(state) ?? 'không có',
    refundText: ending?.refundVnd ? formatMoney(ending.refundVnd) : 'không có',
    contact: contactOf(ending?.by.name ?? state.holder.name, settings),
  };
}

/** How far the case had come, as its own record tells. */
function stageOf({ supplements, payments, handovers, agency }: CaseState): string {
  if (supplements.at(-1)?.completedAt === null) return 'đang chờ người nộp bổ sung, hoàn thiện hồ sơ';
  if (payments.at(-1)?.confirmedAt === null) return 'đang chờ thực hiện nghĩa vụ tài chính';
  if (agency !== null) return `đang giải quyết tại ${agency}`;
  return handovers.length > 0 ? 'đang giải quyết' : 'đã tiếp nhận, chưa chuyển giải quyết';
}

function groundOf(ending: Ending | null): string | null {
  if (ending === null) return null;
  if (ending.kind === 'withdrawn') return 'người nộp hồ sơ đề nghị rút hồ sơ';
  switch (ending.ground) {
    case 'noSupplement':
      return 'quá thời hạn mà người nộp không bổ sung, hoàn thiện hồ sơ theo yêu cầu';
    case 'law':
      return 'thuộc trường hợp dừng giải quyết theo quy định của pháp luật';
    case 'leader':
      return 'theo quyết định của người đứng đầu cơ quan';
    case null:
      return null;
  }
}
