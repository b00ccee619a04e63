import type { LockFault } from '../../../shared/domain/backup.ts';

/** What went wrong as a register, or what lies beside it, was to be locked or opened for good, and what to do. */
const words: Partial<Record<LockFault, string>> = {
  space: 'Ổ đĩa không đủ chỗ cho một bản nữa: dọn bớt tệp trên ổ.',
  unsound: 'Bản vừa viết không toàn vẹn nên đã bỏ: kiểm tra sổ và gọi người phụ trách máy.',
  different: 'Bản vừa viết không khớp bản gốc nên đã bỏ: kiểm tra sổ và gọi người phụ trách máy.',
  cut: 'Máy tắt trước khi mã hóa xong. Mã đã in hôm đó không mở gì: hủy tờ ấy rồi làm lại.',
};

export const lockSentence = (fault: LockFault): string =>
  words[fault] ?? 'Không ghi được vào thư mục dữ liệu: xem quyền ghi của thư mục và phần mềm diệt virus.';
