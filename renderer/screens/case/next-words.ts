import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { unknownDay } from '../../../shared/domain/supplement.ts';

interface Next {
  /** A day or an office time. */
  at: string;
  title: string;
  sub?: string;
}

/** What is still to come, the farthest first, as the timeline reads. */
export function nextWords(state: CaseState): Next[] {
  const { dueAt, endedAt, status, supplements, payments, appointment, agency } = state;
  if (endedAt !== null) return [];
  const asked = supplements.at(-1);
  if (status === 'awaitingSupplement' && asked !== undefined) {
    // Of a request from an older book nobody knows the day, so there is none to name.
    if (asked.lastDayOn === unknownDay) return [];
    return [{ at: asked.lastDayOn, title: 'Hạn bổ sung hồ sơ', sub: 'Ngày hẹn tính lại khi đủ giấy tờ' }];
  }
  if (dueAt === null || status === 'registered') return [];
  if (status === 'awaitingPayment' && payments.at(-1)?.pauses) {
    return [{ at: dueAt, title: 'Hẹn trả kết quả', sub: 'Thời hạn đang dừng, tính lại khi nộp đủ tiền' }];
  }
  const { ownDueAt } = appointment;
  return [
    { at: dueAt, title: 'Hẹn trả kết quả' },
    // Once another agency has the dossier, our own part is done.
    ...(ownDueAt && ownDueAt !== dueAt && agency === null
      ? [{ at: ownDueAt, title: 'Hạn tại xã', sub: 'Phải chuyển cơ quan tiếp theo' }]
      : []),
  ];
}
