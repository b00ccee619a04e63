interface SettingPart {
  /** Its anchor in the page. */
  id: string;
  words: string;
}

/** In the order of the page. */
export const settingParts: readonly SettingPart[] = [
  { id: 'don-vi', words: 'Đơn vị' },
  { id: 'nguoi', words: 'Người' },
  { id: 'diem', words: 'Điểm tiếp nhận' },
  { id: 'gio', words: 'Giờ làm việc' },
  { id: 'quy-tac', words: 'Quy tắc tính hạn' },
  { id: 'khong-hen', words: 'Ngày không hẹn' },
  { id: 'tai-khoan', words: 'Tài khoản' },
  { id: 'muc-thu', words: 'Mức thu' },
  { id: 'in', words: 'In phiếu' },
  { id: 'mau', words: 'Mẫu giấy' },
  { id: 'tin', words: 'Tin nhắn' },
  { id: 'phan-anh', words: 'Phản ánh' },
  { id: 'du-lieu', words: 'Dữ liệu cá nhân' },
  { id: 'ma', words: 'Mã hồ sơ' },
  { id: 'man-hinh', words: 'Màn hình người dân' },
  { id: 'hang-doi', words: 'Hàng đợi' },
  { id: 'danh-gia', words: 'Đánh giá' },
  { id: 'ho-tro-so', words: 'Hỗ trợ số' },
  { id: 'chu-ky', words: 'Chữ ký trên phiếu' },
  { id: 'mang', words: 'Mạng nội bộ' },
  { id: 'ma-hoa', words: 'Mã hóa sổ' },
  { id: 'chuyen', words: 'Chuyển dữ liệu' },
];
/** Of a sample register alone. */
export const samplePart: SettingPart = { id: 'minh-hoa', words: 'Sổ minh họa' };
