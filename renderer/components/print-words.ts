import type { PrintJobRow, PrintState } from '../../shared/views.ts';
import type { Tone } from './StatusMark.tsx';

const states: Record<PrintState, string> = {
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
  if (job.state !== 'failed') return states[job.state];
  return `${states.failed}: ${faultWords(job.fault, job.printer)}`;
}

/** Amber asks for a hand, green is on paper. */
export function stateTone({ state }: Pick<PrintJobRow, 'state'>): Tone {
  if (state === 'failed' || state === 'unknown') return 'due';
  return state === 'confirmed' ? 'ok' : 'done';
}

/** Asked of a slip that the printer took, or may have taken. */
export const paperQuestion = 'Giấy đã ra chưa?';

/** Why a slip did not come out, in a few words; an unknown reason stands as it was written. */
export function faultWords(fault: string | null, printer: string | null = null): string {
  const name = printer ?? 'máy in';
  const known: Record<string, string> = {
    printerGone: `không thấy ${name}`,
    printerSilent: `${name} không trả lời`,
    rendering: 'phiếu chưa tạo được',
    notOut: 'giấy chưa ra',
  };
  return (fault && known[fault]) || fault || 'không rõ lý do';
}
