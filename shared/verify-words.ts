import type { Fault, VerifiedPart } from './views-verify.ts';

/** Words of a check of the register, for the screen and the command line. */

export const partWords: Record<VerifiedPart, string> = {
  journal: 'Chuỗi nhật ký',
  cases: 'Hồ sơ',
  payments: 'Thu phí',
  shifts: 'Chốt ca',
  lists: 'Danh sách',
  notices: 'Báo tin',
  feedback: 'Phản ánh',
  ratings: 'Phiếu đánh giá',
  requests: 'Yêu cầu về dữ liệu',
  breaches: 'Vi phạm dữ liệu',
  digital: 'Hỗ trợ số',
  tallies: 'Số cộng dồn',
};

/** "mục 12, không nối với mục trước, và 3 chỗ nữa" */
export function faultWords({ first, count }: Fault): string {
  return count > 1 ? `${first}, và ${count - 1} chỗ nữa` : first;
}
