/** Long work, by the name it goes under; the rest is an import. */
const known: Record<string, string> = {
  calendar: 'Đang đổi lịch và ngày hẹn',
  book: 'Đang khóa sổ',
  check: 'Đang kiểm sổ, chưa cấp số',
  campaign: 'Đang gộp tệp của đợt',
  erasing: 'Đang xóa dữ liệu hết hạn',
  merge: 'Đang đưa sổ tạm vào sổ',
};

export const busyWords = (what: unknown): string =>
  known[typeof what === 'string' ? what : ''] ?? 'Đang nạp hồ sơ từ tệp';
