import { type NoticePlace, smsLength } from '../../../../shared/domain/notice.ts';

const placeWords: Record<NoticePlace, string> = {
  office: 'tên đơn vị',
  procedure: 'tên thủ tục',
  caseCode: 'mã hồ sơ',
  slipCode: 'mã phiếu',
  due: 'giờ hẹn',
  missing: 'giấy tờ thiếu',
  lastDay: 'hạn bổ sung',
  phone: 'số điện thoại của đơn vị',
  hours: 'giờ làm việc',
};

/** "128 ký tự, 2 tin SMS". */
export function smsWords(text: string): string {
  const { characters, parts } = smsLength(text);
  return `${characters} ký tự, ${parts} tin SMS`;
}

/** Which sentences are missing and why. */
export function leftOutWords(leftOut: readonly NoticePlace[]): string {
  return `bỏ câu chưa có ${leftOut.map((place) => placeWords[place]).join(', ')}`;
}
