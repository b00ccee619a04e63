/**
 * What people ask for at the counter, and what the catalogue calls it. Data, to be grown from what clerks type;
 * a key is folded (no accents, lower case), a value is a short name of the catalogue.
 */
export const everydayWords: Readonly<Record<string, readonly string[]>> = {
  'giay khai sinh': ['Đăng ký khai sinh'],
  'lam khai sinh': ['Đăng ký khai sinh'],
  'ly hon': ['Xác nhận tình trạng hôn nhân'],
  'doc than': ['Xác nhận tình trạng hôn nhân'],
  'giay doc than': ['Xác nhận tình trạng hôn nhân'],
  'chua vo chong': ['Xác nhận tình trạng hôn nhân'],
  cuoi: ['Đăng ký kết hôn'],
  mat: ['Đăng ký khai tử'],
  'chung tu': ['Đăng ký khai tử'],
  'bao tu': ['Đăng ký khai tử'],
  'sao y': ['Chứng thực bản sao'],
  'cong chung': ['Chứng thực bản sao', 'Chứng thực chữ ký'],
  photo: ['Chứng thực bản sao'],
  'so yeu ly lich': ['Chứng thực chữ ký'],
  'uy quyen': ['Chứng thực chữ ký', 'Chứng thực giao dịch tài sản'],
  'mua ban': ['Chứng thực giao dịch tài sản'],
  'thua ke': ['Chứng thực phân chia di sản', 'Chứng thực từ chối nhận di sản'],
  'mo quan': ['Thành lập hộ kinh doanh'],
  'kinh doanh': ['Thành lập hộ kinh doanh'],
  'so do': ['Đăng ký đất đai lần đầu'],
  'so hong': ['Đăng ký đất đai lần đầu'],
  'xay nha': ['Cấp giấy phép xây dựng mới'],
  'lam nha': ['Cấp giấy phép xây dựng mới'],
  'ho khau': ['Đăng ký thường trú'],
  'nhap khau': ['Đăng ký thường trú'],
  'trich luc': ['Bản sao trích lục hộ tịch'],
  'nguoi gia': ['Trợ cấp hưu trí xã hội'],
  'khuyet tat': ['Xác định mức độ khuyết tật'],
};
