import { type BackupFault, type BackupReason, backupFaults } from './domain/backup.ts';

/** Words of backups, for the screens and their errors. */

/** Why a copy was written. */
export const reasonWords: Record<BackupReason, string> = {
  interval: '15 phút một lần',
  closing: 'khi đóng quầy',
  shift: 'khi chốt ca',
  asked: 'theo yêu cầu',
  version: 'trước khi nâng bản',
  restore: 'trước khi khôi phục',
  import: 'trước khi nạp tệp',
};

/** What happened, what was kept, what to do. */
const faultWords: Record<BackupFault, string> = {
  space:
    'Ổ đĩa không còn đủ chỗ, chưa có bản sao lưu mới. Sổ và các bản trước còn nguyên; dọn bớt tệp trên ổ rồi sao lưu lại.',
  unsound:
    'Bản vừa sao chép không toàn vẹn nên đã bỏ; có thể sổ có chỗ hỏng. Các bản trước còn nguyên; kiểm tra sổ và gọi người phụ trách máy.',
  unwritable:
    'Không ghi được vào thư mục sao lưu, chưa có bản mới. Sổ và các bản trước còn nguyên; xem quyền ghi của thư mục rồi sao lưu lại.',
  gone: 'Không thấy nơi lưu thứ hai; bản trên máy này vẫn được ghi. Cắm lại USB hoặc ổ đĩa rồi sao lưu lại.',
  noFolder: 'Máy này không có thư mục ấy, chưa đổi gì. Chọn tên ổ ở dưới, hoặc xem lại đường dẫn.',
  placeSpace:
    'Nơi lưu thứ hai không còn đủ chỗ; bản trên máy này vẫn được ghi. Dọn bớt tệp trên đó hoặc chọn USB, ổ khác.',
  placeUnwritable:
    'Nơi lưu thứ hai không cho ghi; bản trên máy này vẫn được ghi. Xem khóa ghi của USB hoặc quyền của thư mục.',
  inside:
    'Thư mục ấy nằm trong chính thư mục dữ liệu của quầy: ổ hỏng thì mất cả hai, nên không chép sang đó. Chọn USB hoặc ổ khác.',
  silent:
    'Nơi lưu thứ hai không trả lời nên quầy thôi chờ; bản trên máy này vẫn được ghi. Rút USB cắm lại hoặc xem lại ổ mạng rồi sao lưu lại; chưa được thì đóng và mở lại quầy.',
  wrongCode:
    'Mã mở bản sao lưu chưa đúng, chưa khôi phục gì. Lấy phong bì ghi Mã mở bản sao lưu, không phải Mã khôi phục hay Mã của sổ, xem lại 20 chữ và số; O và 0, I và 1 gõ thế nào cũng được.',
  newer: 'Bản này do phiên bản Một Cửa mới hơn ghi, chưa khôi phục gì. Cài bản mới nhất rồi làm lại.',
  different:
    'Bản này không còn đúng như lúc ghi nên không dùng được; USB hoặc ổ đĩa có thể sắp hỏng. Sổ còn nguyên; dùng bản khác, đổi USB hoặc ổ.',
};

/** The same in two or three words, for the bar. */
export const faultMarks: Record<BackupFault, string> = {
  space: 'Sao lưu lỗi: hết chỗ',
  unsound: 'Sao lưu lỗi: bản không toàn vẹn',
  unwritable: 'Sao lưu lỗi: không ghi được',
  gone: 'Thiếu nơi lưu thứ hai',
  noFolder: 'Không có thư mục này',
  placeSpace: 'Nơi lưu thứ hai hết chỗ',
  placeUnwritable: 'Nơi lưu thứ hai không ghi được',
  inside: 'Nơi lưu thứ hai trong máy',
  silent: 'Nơi lưu thứ hai không trả lời',
  wrongCode: 'Mã mở chưa đúng',
  newer: 'Bản của phiên bản mới hơn',
  different: 'Sao lưu lỗi: ổ thứ hai',
};

export const backupSentence = (fault: unknown): string =>
  faultWords[backupFaults.find((known) => known === fault) ?? 'unwritable'];
