import type { PrintState } from '../../shared/print-states.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { copiesMissing, isSuperseded } from './print-states.ts';
import type { Tone } from './StatusMark.tsx';

export const printStateLabels: Record<PrintState, string> = {
  queued: 'đang tạo phiếu',
  ready: 'chờ in',
  printing: 'đang in',
  sent: 'đã gửi máy in',
  confirmed: 'đã in',
  failed: 'chưa in được',
  unknown: 'quầy dừng lúc đang in',
  skipped: 'không in',
};

/** "đã in", "chưa in được: LBP2900 không trả lời". */
export function stateWords(job: Pick<PrintJobRow, 'state' | 'fault' | 'printer'>): string {
  if (job.state === 'unknown' && job.fault === 'opened') return 'đã mở hộp thoại in';
  if (isSuperseded(job)) return 'bản cũ, không in';
  if (job.state !== 'failed') return printStateLabels[job.state];
  return `${printStateLabels.failed}: ${faultWords(job.fault, job.printer)}`;
}

/** Amber asks for a hand, green is on paper, half full is on its way. */
export function stateTone({ state }: Pick<PrintJobRow, 'state'>): Tone {
  if (state === 'failed' || state === 'unknown') return 'due';
  if (state === 'queued' || state === 'ready' || state === 'printing') return 'wait';
  return state === 'confirmed' ? 'ok' : 'done';
}

/** Asked of a slip that the printer took, or may have taken. */
export const paperQuestion = 'Giấy đã ra chưa?';

/** Usual reasons for a slip that is not printed; any other is written out. */
export const skipReasons: Record<string, string> = {
  notNeeded: 'người dân không cần bản giấy',
  electronic: 'đã gửi bản điện tử',
  byHand: 'đã viết tay',
  wrong: 'phiếu sai, sẽ lập lại',
  printedElsewhere: 'đã in bản khác',
};

/** Why a slip did not come out, in a few words; an unknown reason stands as it was written. */
export function faultWords(fault: string | null, printer: string | null = null): string {
  const name = printer ?? 'máy in';
  const known: Record<string, string> = {
    printerGone: `không thấy ${name}`,
    printerRefused: `${name} không nhận phiếu`,
    printerSilent: `${name} không trả lời`,
    rendering: 'phiếu chưa tạo được',
    diskFull: 'ổ đĩa đầy',
    notOut: 'giấy chưa ra',
    superseded: 'hồ sơ đã đổi sau đó',
    ...skipReasons,
  };
  return (fault && known[fault]) || fault || 'không rõ lý do';
}

/** What happened, what was kept, what to do: the line under a slip that needs a hand. */
export function printSentence(job: PrintJobRow): string {
  const missing = copiesMissing(job);
  if (job.state === 'unknown') return 'Giấy có thể đã ra. Xem khay giấy rồi chọn.';
  if (job.copiesOut.length > 0) return `Còn thiếu liên ${missing.join(', ')}. Thử lại chỉ in liên này.`;
  const words = faultWords(job.fault, job.printer);
  const what = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const next: Record<string, string> = {
    printerGone: 'Phiếu đã lưu. Chọn máy khác.',
    printerRefused: 'Phiếu đã lưu. Xem giấy và dây máy in rồi thử lại.',
    printerSilent: 'Giấy có thể ra sau. Thử lại thì phiếu ghi IN LẠI.',
    rendering: 'Hồ sơ đã lưu. Thử lại; vẫn lỗi thì báo quản trị.',
    diskFull: 'Hồ sơ đã lưu. Dọn bớt tệp trên ổ rồi thử lại.',
    notOut: 'Thử lại hoặc chọn máy khác.',
  };
  return `${what}. ${next[job.fault ?? ''] ?? 'Phiếu đã lưu. Thử lại hoặc bỏ qua.'}`;
}

/** "2 liên", "liên 2", "liên 2, in lại lần 1"; empty for the only copy of a first print. */
export function copyWords(job: Pick<PrintJobRow, 'copies' | 'copiesOut' | 'reprint'>): string {
  const missing = copiesMissing(job);
  const isPart = job.copiesOut.length > 0 && missing.length > 0;
  return [
    isPart ? `liên ${missing.join(', ')}` : job.copies > 1 && `${job.copies} liên`,
    job.reprint > 0 && `in lại lần ${job.reprint}`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}
