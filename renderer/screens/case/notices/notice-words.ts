import { smsLength } from '../../../../shared/domain/notice.ts';
import { type NoticePlace, noticePlaceWords } from '../../../../shared/domain/notice-places.ts';

/** "128 ký tự, 2 tin SMS". */
export function smsWords(text: string): string {
  const { characters, parts } = smsLength(text);
  return `${characters} ký tự, ${parts} tin SMS`;
}

/** Which sentences are missing and why. */
export function leftOutWords(leftOut: readonly NoticePlace[]): string {
  return `bỏ câu chưa có ${leftOut.map((place) => noticePlaceWords[place]).join(', ')}`;
}
