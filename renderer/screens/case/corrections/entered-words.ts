import type { CorrectionField, EnteredFacts } from '../../../../shared/domain/correction.ts';
import type { Paper } from '../../../../shared/domain/intake.ts';
import { maskIdNumber } from '../../../../shared/domain/text.ts';
import { formatDay, formatMoney, formatPhone } from '../../../../shared/format.ts';
import {
  channelLabels,
  paymentMethodLabels,
  returnChannelLabels,
  sexLabels,
} from '../../../../shared/labels.ts';

/** Each thing of a case that a clerk would name. */
export type EnteredPart =
  | 'name'
  | 'idNumber'
  | 'birthOn'
  | 'sex'
  | 'phone'
  | 'address'
  | 'email'
  | 'submitter'
  | 'procedure'
  | 'variant'
  | 'papers'
  | 'summary'
  | 'sets'
  | 'channel'
  | 'returnChannel'
  | 'fee'
  | 'point'
  | 'digitised';

/** What was entered, each thing a clerk would name as one line: label and words, in the order of the form. */
export interface EnteredLine {
  part: EnteredPart;
  label: string;
  words: string;
}

const none = 'không ghi';

/** @param names of the procedure and of the point that took it in. */
export function enteredLines(
  entered: EnteredFacts,
  names: { procedure: string; point: string },
): EnteredLine[] {
  const { applicant, submitter, fee } = entered;
  const lines: [EnteredPart, string, string][] = [
    ['name', 'Họ và tên', applicant.name],
    ['idNumber', 'Số giấy tờ', applicant.idNumber ? maskIdNumber(applicant.idNumber) : none],
    ['birthOn', 'Ngày sinh', applicant.birthOn ? formatDay(applicant.birthOn) : none],
    ['sex', 'Giới tính', applicant.sex ? sexLabels[applicant.sex] : none],
    ['phone', 'Điện thoại', applicant.phone ? formatPhone(applicant.phone) : none],
    ['address', 'Địa chỉ', applicant.address || none],
    ['email', 'Thư điện tử', applicant.email ?? none],
    ['submitter', 'Người nộp thay', submitter ? submitterWords(submitter) : 'không có'],
    ['procedure', 'Thủ tục', names.procedure],
    ['variant', 'Trường hợp', entered.variant ?? 'thông thường'],
    ['papers', 'Giấy tờ', entered.papers.map(paperWords).join('; ') || 'không có'],
    ['summary', 'Nội dung yêu cầu', entered.summary || none],
    ['sets', 'Số bộ', String(entered.sets)],
    ['channel', 'Kênh nộp', channelLabels[entered.channel]],
    ['returnChannel', 'Nhận kết quả', returnChannelLabels[entered.returnChannel]],
    ['fee', 'Lệ phí', feeWords(fee)],
    ['point', 'Điểm tiếp nhận', names.point],
    ['digitised', 'Số hóa', digitisedWords(entered.digitised)],
  ];
  return lines.map(([part, label, words]) => ({ part, label, words }));
}

function digitisedWords(digitised: boolean | undefined): string {
  return digitised === undefined ? none : digitised ? 'đã số hóa' : 'chưa số hóa';
}

function submitterWords({ name, relation, phone }: NonNullable<EnteredFacts['submitter']>): string {
  return [name, relation, phone && formatPhone(phone)].filter(Boolean).join(', ');
}

function paperWords({ name, originals, certifiedCopies, photocopies, shown }: Paper): string {
  const counts = [
    shown && 'xuất trình',
    originals > 0 && `${originals} bản chính`,
    certifiedCopies > 0 && `${certifiedCopies} bản sao chứng thực`,
    photocopies > 0 && `${photocopies} bản phô tô`,
  ].filter(Boolean);
  return counts.length > 0 ? `${name} (${counts.join(', ')})` : name;
}

function feeWords({ amountVnd, method }: EnteredFacts['fee']): string {
  if (amountVnd === null) return 'chưa có mức';
  if (method === 'exempt') return 'miễn';
  return amountVnd === 0
    ? 'không thu'
    : `${formatMoney(amountVnd)}, ${paymentMethodLabels[method].toLowerCase()}`;
}

const fieldWords: Record<CorrectionField, string> = {
  procedureCode: 'thủ tục',
  variant: 'trường hợp',
  applicant: 'chủ hồ sơ',
  submitter: 'người nộp thay',
  papers: 'giấy tờ',
  summary: 'nội dung yêu cầu',
  sets: 'số bộ',
  channel: 'kênh nộp',
  returnChannel: 'cách nhận kết quả',
  fee: 'lệ phí',
  point: 'điểm tiếp nhận',
  digitised: 'số hóa',
};

/** "thủ tục, lệ phí": what a correction will change. */
export function correctionWords(fields: readonly string[]): string {
  return Object.entries(fieldWords)
    .filter(([field]) => fields.includes(field) && !(field === 'variant' && fields.includes('procedureCode')))
    .map(([, words]) => words)
    .join(', ');
}
