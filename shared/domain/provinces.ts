/**
 * Provinces and their level-1 codes (QĐ 20/2020/QĐ-TTg Đ4). A code is `seen` when a document or a system in use
 * shows it; the others follow the alphabetical table of TT 10/2016/TT-BTTTT and are only suggested. After the
 * 2025 mergers a province keeps the code of the one whose name it bears (assumed).
 */
export interface Province {
  name: string;
  code: string;
  isCodeSeen: boolean;
  /** False: merged into another one from 01/7/2025. */
  isCurrent: boolean;
}

const seen = 'H15 H16 H21 H27 H29 H30 H38 H49 H54 H55 H56 H57 H62'.split(' ');

const current: Record<string, string> = {
  'An Giang': 'H01',
  'Bắc Ninh': 'H05',
  'Cà Mau': 'H12',
  'Cần Thơ': 'H13',
  'Cao Bằng': 'H14',
  'Đà Nẵng': 'H17',
  'Đắk Lắk': 'H15',
  'Điện Biên': 'H18',
  'Đồng Nai': 'H19',
  'Đồng Tháp': 'H20',
  'Gia Lai': 'H21',
  'Hà Nội': 'H26',
  'Hà Tĩnh': 'H27',
  'Hải Phòng': 'H24',
  Huế: 'H57',
  'Hưng Yên': 'H31',
  'Khánh Hòa': 'H32',
  'Lai Châu': 'H35',
  'Lạng Sơn': 'H37',
  'Lào Cai': 'H38',
  'Lâm Đồng': 'H36',
  'Nghệ An': 'H41',
  'Ninh Bình': 'H42',
  'Phú Thọ': 'H44',
  'Quảng Ngãi': 'H48',
  'Quảng Ninh': 'H49',
  'Quảng Trị': 'H50',
  'Sơn La': 'H52',
  'Tây Ninh': 'H53',
  'Thái Nguyên': 'H55',
  'Thanh Hóa': 'H56',
  'TP Hồ Chí Minh': 'H29',
  'Tuyên Quang': 'H60',
  'Vĩnh Long': 'H61',
};

const former: Record<string, string> = {
  'Bà Rịa-Vũng Tàu': 'H06',
  'Bạc Liêu': 'H04',
  'Bắc Giang': 'H02',
  'Bắc Kạn': 'H03',
  'Bến Tre': 'H07',
  'Bình Dương': 'H09',
  'Bình Định': 'H08',
  'Bình Phước': 'H10',
  'Bình Thuận': 'H11',
  'Đắk Nông': 'H16',
  'Hà Giang': 'H22',
  'Hà Nam': 'H25',
  'Hải Dương': 'H23',
  'Hậu Giang': 'H30',
  'Hòa Bình': 'H28',
  'Kiên Giang': 'H33',
  'Kon Tum': 'H34',
  'Long An': 'H39',
  'Nam Định': 'H40',
  'Ninh Thuận': 'H43',
  'Phú Yên': 'H45',
  'Quảng Bình': 'H46',
  'Quảng Nam': 'H47',
  'Sóc Trăng': 'H51',
  'Thái Bình': 'H54',
  'Tiền Giang': 'H58',
  'Trà Vinh': 'H59',
  'Vĩnh Phúc': 'H62',
  'Yên Bái': 'H63',
};

/** All 34 provinces of today, then the 29 that were merged into them. */
export const provinces: readonly Province[] = [...listed(current, true), ...listed(former, false)];

function listed(codes: Record<string, string>, isCurrent: boolean): Province[] {
  return Object.entries(codes).map(([name, code]) => ({
    name,
    code,
    isCodeSeen: seen.includes(code),
    isCurrent,
  }));
}

export function findProvince(name: string): Province | undefined {
  return provinces.find((province) => province.name === name);
}
