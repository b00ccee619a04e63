import type { Caller } from './play.ts';

/** Where a scene plays: its office and how people are called there. All of them are invented. */
export interface SamplePlace {
  office: Parameters<Caller['setup']['complete']>[0]['office'];
  /** Names of the clerk, three officers and the leader. */
  staff: readonly [string, string, string, string, string];
  /** First three digits of identity numbers. */
  province: string;
  families: readonly string[];
  men: readonly string[];
  women: readonly string[];
  /** Neighbourhoods; an address begins with one. */
  areas: readonly string[];
  /** The rest of an address. */
  address: string;
}

export const itOng: SamplePlace = {
  office: {
    parentAgency: 'UBND thị trấn Ít Ong',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Thị trấn Ít Ong',
    place: 'Ít Ong',
    province: 'Sơn La',
    agencyCode: 'H52.09.01',
    phone: '0900000100',
    counterName: 'Quầy 2',
  },
  staff: ['Lò Thị Mai', 'Quàng Văn Hùng', 'Đèo Thị Thắm', 'Lò Văn Chính', 'Cầm Văn Tuấn'],
  province: '014',
  families: [
    'Lò',
    'Quàng',
    'Lường',
    'Tòng',
    'Cầm',
    'Hoàng',
    'Bạc',
    'Vì',
    'Mùa',
    'Giàng',
    'Điêu',
    'Lèo',
    'Nguyễn',
    'Trần',
    'Phạm',
    'Đèo',
    'Cà',
    'Lừ',
  ],
  men: [
    'Văn Sơn',
    'Văn Đức',
    'Văn Hặc',
    'Bá Long',
    'A Páo',
    'Chính Đạt',
    'Văn Quyết',
    'Văn Pánh',
    'Văn Inh',
    'A Dơ',
    'Văn Ún',
    'Đức Mạnh',
    'Văn Tướng',
    'Hồng Quân',
  ],
  women: [
    'Thị Mai',
    'Thị Xuân',
    'Thị Thu Hằng',
    'Thị Én',
    'Thị Bích',
    'Thị Dợ',
    'Thị Lan',
    'Thị Ngọc',
    'Thị Yến',
    'Thị Thắm',
    'Thị Hòa',
    'Thị Thu Thủy',
    'Thị Hồng Nhung',
    'Thị Ỏm',
  ],
  areas: [
    'Tiểu khu 1',
    'Tiểu khu 2',
    'Tiểu khu 3',
    'Tiểu khu 5',
    'Bản Nà Tòng',
    'Bản Nà Kè',
    'Bản Hua Ít',
    'Bản Noong Heo',
    'Bản Tìn',
    'Bản Nà Nong',
  ],
  address: 'thị trấn Ít Ong, huyện Mường La, tỉnh Sơn La',
};
