import { clockText, limitText } from '../../../shared/appointment-words.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { bareRule, type TimeLimit } from '../../../shared/domain/time-limit.ts';

const fieldWords: Record<string, string> = {
  'timeLimit.maxWithVerification': 'hạn khi phải xác minh',
  'timeLimit.note': 'ghi chú thời hạn',
  'timeLimit.unit': 'đơn vị của thời hạn',
  'timeLimit.kind': 'cách tính thời hạn',
  timeLimit: 'thời hạn',
  components: 'giấy tờ',
  fee: 'lệ phí',
  result: 'kết quả',
  legalBasis: 'căn cứ',
  decisionNo: 'số quyết định',
};

/** "timeLimit.note (gán mức 40 ngày …)" → "ghi chú thời hạn (gán mức 40 ngày …)". */
export function unconfirmedWords(field: string): string {
  const [name = '', ...rest] = field.split(' ');
  return [fieldWords[name] ?? name, ...rest].join(' ');
}

/** Every rule of a limit, a line each: the base, its sub-cases, channels, the cap with verification. */
export function limitLines(limit: TimeLimit): { term: string; text: string }[] {
  const lines = [{ term: 'Thông thường', text: limitText(bareRule(limit)) }];
  for (const variant of limit.variants ?? [])
    lines.push({ term: variant.name, text: limitText(bareRule(variant)) });
  if (limit.maxWithVerification) {
    lines.push({
      term: 'Khi phải xác minh, tổng cộng',
      text: limitText(bareRule(limit.maxWithVerification)),
    });
  }
  for (const phase of limit.phases ?? [])
    lines.push({ term: phase.agency, text: limitText(bareRule(phase)) });
  for (const local of limit.local ?? []) {
    lines.push({
      term: `Địa phương rút ngắn${local.decisionNo ? `, ${local.decisionNo}` : ''}`,
      text: limitText(local.rule),
    });
  }
  return lines;
}

/** What a cut-off means, where the rule has one. */
export function cutoffSentence(limit: TimeLimit): string | undefined {
  if (!('cutoff' in limit) || limit.cutoff === undefined) return undefined;
  const clock = clockText(limit.cutoff);
  return limit.kind === 'sameDay'
    ? `Nhận đến ${clock} trả trong ngày; nhận muộn hơn trả ngày làm việc tiếp theo.`
    : `Nhận sau ${clock} tính từ đầu ngày làm việc tiếp theo.`;
}

/** The unconfirmed facts in one line; undefined when everything was read in its source. */
export function doubtSentence({ confidence, unconfirmedFields }: Procedure): string | undefined {
  if (unconfirmedFields.length > 0)
    return `Chưa xác nhận: ${unconfirmedFields.map(unconfirmedWords).join('; ')}.`;
  return confidence === 'unverified' ? 'Chưa xác nhận với nguồn chính thức.' : undefined;
}
