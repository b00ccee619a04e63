import type { SamplePlace } from './place.ts';

/** The four places beside Ít Ong. */

const lowlandFamilies = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương'];
const given = (middle: readonly string[], last: readonly string[]): string[] =>
  middle.flatMap((first) => last.map((name) => `${first} ${name}`));
const lowlandMen = given(['Văn', 'Đức', 'Quang', 'Minh'], ['Bình', 'Anh', 'Huy', 'Tuấn', 'Phước', 'Thành']);
const lowlandWomen = given(['Thị', 'Thu', 'Thị Kim'], ['Hạnh', 'Trang', 'Liên', 'Oanh', 'Phương', 'Nga']);
const lowland = { families: lowlandFamilies, men: lowlandMen, women: lowlandWomen };

const numbered = (word: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${word} ${String(index + 1).padStart(String(count).length, '0')}`,
  );

export const tranDangNinh: SamplePlace = {
  ...lowland,
  office: {
    parentAgency: 'UBND phường Trần Đăng Ninh',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Phường Trần Đăng Ninh',
    place: 'Trần Đăng Ninh',
    province: 'Nam Định',
    agencyCode: 'H40.18.30',
    phone: '0900000200',
    counterName: 'Quầy 1',
  },
  staff: ['Trần Thị Hạnh', 'Vũ Quang Huy', 'Đỗ Thị Phương', 'Bùi Văn Bình', 'Phạm Minh Tuấn'],
  province: '036',
  areas: numbered('Tổ dân phố số', 6),
  address: 'phường Trần Đăng Ninh, thành phố Nam Định, tỉnh Nam Định',
};

export const haiChau: SamplePlace = {
  ...lowland,
  office: {
    parentAgency: 'UBND quận Hải Châu',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Quận Hải Châu',
    place: 'Hải Châu',
    province: 'Đà Nẵng',
    agencyCode: 'H17.40.00',
    phone: '0900000300',
    counterName: 'Quầy 4',
  },
  staff: ['Lê Thị Kim Oanh', 'Ngô Hữu Phước', 'Đặng Thị Liên', 'Hoàng Xuân Trường', 'Nguyễn Đức Anh'],
  province: '048',
  areas: numbered('Tổ', 12),
  address: 'quận Hải Châu, thành phố Đà Nẵng',
};

export const thanhOai: SamplePlace = {
  ...lowland,
  office: {
    parentAgency: 'UBND huyện Thanh Oai',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Huyện Thanh Oai',
    place: 'Thanh Oai',
    province: 'Hà Nội',
    agencyCode: 'H26.32.00',
    phone: '0900000400',
    counterName: 'Quầy 1',
  },
  staff: ['Nguyễn Thu Trang', 'Dương Văn Thành', 'Lê Thị Nga', 'Phạm Đức Anh', 'Vũ Minh Tuấn'],
  province: '001',
  // One for each of its communes and the town.
  areas: numbered('Cụm', 21),
  address: 'huyện Thanh Oai, thành phố Hà Nội',
};

export const eaYong: SamplePlace = {
  office: {
    parentAgency: 'UBND xã Ea Yông',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Xã Ea Yông',
    place: 'Ea Yông',
    province: 'Đắk Lắk',
    agencyCode: 'H15.22.04',
    phone: '0900000500',
    counterName: 'Quầy 1',
  },
  staff: ['H Ngân Niê', 'Y Thuận Mlô', 'Trần Thị Liên', 'Y Khánh Ayun', 'Nguyễn Văn Thành'],
  province: '066',
  families: [
    'Nguyễn',
    'Trần',
    'Nông',
    'Lê',
    'Hoàng',
    'Lý',
    'Phạm',
    'Đinh',
    'Hà',
    'Lương',
    'Võ',
    'Huỳnh',
    'Phan',
  ],
  men: given(['Văn', 'Đình', 'Quốc', 'Hữu'], ['Thuận', 'Khánh', 'Bình', 'Dũng', 'Thành', 'Phước', 'Sơn']),
  women: given(['Thị', 'Thị Thu', 'Thị Kim'], ['Ngân', 'Loan', 'Liên', 'Hạnh', 'Phương', 'Nga', 'Yến']),
  areas: ['Buôn Pan', 'Buôn Jung', 'Buôn Ghamah', 'Thôn Tân Tiến', 'Thôn Phước Thành', 'Thôn Cao Bằng'],
  address: 'xã Ea Yông, huyện Krông Pắc, tỉnh Đắk Lắk',
};
