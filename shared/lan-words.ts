import { type LanDeviceKind, type LanFault, lanFaults } from './domain/lan.ts';

/** Words of the door for the local network. */

export const lanDeviceLabels: Record<LanDeviceKind, string> = {
  counter: 'Quầy, máy làm việc',
  display: 'Màn hình người dân',
  rating: 'Máy đánh giá',
};

/** What happened, what was kept, what to do. */
const faultSentences: Record<LanFault, (port: string) => string> = {
  portInUse: (port) =>
    `Cổng${port} của máy đang có chương trình khác dùng, cửa mạng chưa mở. Quầy này vẫn làm việc; đóng chương trình kia rồi bật lại.`,
  addressGone: () =>
    'Máy không còn địa chỉ mạng đã chọn, cửa mạng chưa mở. Quầy này vẫn làm việc; kiểm tra dây mạng hoặc chọn địa chỉ khác.',
  authorityOld: () =>
    'Chứng chỉ gốc của quầy không còn hạn theo đồng hồ của máy. Xem lại ngày giờ của máy; nếu đúng thì bật lại để lập chứng chỉ mới, rồi cài lại ở các máy đã ghép.',
  failed: () => 'Cửa mạng chưa mở được. Quầy này vẫn làm việc; bật lại, hoặc chọn địa chỉ khác.',
};

export function lanFaultSentence(why: unknown, port?: unknown): string {
  const fault = lanFaults.find((each) => each === why) ?? 'failed';
  return faultSentences[fault](typeof port === 'number' ? ` ${port}` : '');
}
