import { type CitizenCard, issuePlaceOf, type RefusedScan } from '../../../shared/domain/citizen-card.ts';
import { numberDoubts, readIdNumber } from '../../../shared/domain/identity-number.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';
import { sexLabels } from '../../../shared/labels.ts';
import type { IntakeValues } from './intake-values.ts';

/** Why nothing of a scan was taken, and what to do. */
export const refusedSentences: Record<RefusedScan | 'insurance' | 'unknown', string> = {
  truncated: 'Mã quét bị thiếu phần cuối, chưa lấy gì. Quét lại thẻ.',
  merged: 'Hai lần quét dính vào nhau, chưa lấy gì. Quét lại từng thẻ.',
  repeated: 'Thẻ bị quét hai lần liền, chưa lấy gì. Quét lại một lần.',
  number: 'Số định danh trong mã không đủ 12 số, chưa lấy gì. Quét lại, hoặc gõ số trên thẻ.',
  damaged: 'Mã quét bị hỏng, chưa lấy gì. Tắt bộ gõ rồi quét lại, hoặc gõ số trên thẻ.',
  insurance: 'Đây là mã thẻ BHYT, không có số định danh. Quét thẻ căn cước, hoặc gõ số.',
  unknown: 'Đây không phải mã thẻ căn cước, chưa lấy gì. Quét thẻ khác, hoặc gõ số.',
};

/** A slip was scanned where a card is expected, and the book does not know it. */
export const noSuchSlip = 'Đây là mã phiếu, sổ này không có hồ sơ mang mã đó. Quét lại phiếu.';

/** What a card that was taken could not tell. */
export function missingWords(card: CitizenCard): string[] {
  const missing = [
    card.name === null && 'họ và tên',
    card.birthOn === null && 'ngày sinh',
    card.sex === null && 'giới tính',
    card.address === null && 'nơi cư trú',
  ];
  return missing.filter((word) => word !== false);
}

/** Day and place of issue, for a form that asks: the code holds the day alone, and nothing keeps it. */
export function issueWords({ issuedOn }: CitizenCard): string | undefined {
  return issuedOn === null ? undefined : `Thẻ cấp ${formatDay(issuedOn)}, ${issuePlaceOf(issuedOn)}`;
}

/** Where number, sex and birth date of the form disagree: a warning, never a block. */
export function doubtSentence(applicant: IntakeValues['applicant']): string | undefined {
  const idNumber = applicant.idNumber.replaceAll(/\s/g, '');
  const told = readIdNumber(idNumber);
  const birthOn = parseTypedDay(applicant.birthOn) ?? null;
  const doubts = numberDoubts({ idNumber, birthOn, sex: applicant.sex || null });
  if (!told || doubts.length === 0) return undefined;
  const words = { sex: `giới tính ${sexLabels[told.sex]}`, birthYear: `năm sinh ${told.birthYear}` };
  return `Số định danh ghi ${doubts.map((doubt) => words[doubt]).join(', ')}; đối chiếu với thẻ.`;
}
