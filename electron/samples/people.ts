import type { ReceiveInput } from '../../shared/domain/intake.ts';
import type { Random } from './random.ts';

/** Invented citizens of Ít Ong: names as they occur there, numbers and telephones that belong to nobody. */
const families = [
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
];
const men = [
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
];
const women = [
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
];
const hamlets = [
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
];

export type SampleCitizen = ReceiveInput['applicant'];

/** `serial` makes identity number and telephone unique within the sample. */
export function sampleCitizen(random: Random, serial: number): SampleCitizen {
  const isWoman = random.next() < 0.52;
  const birthYear = random.integer(1950, 2005);
  const month = String(random.integer(1, 12)).padStart(2, '0');
  const day = String(random.integer(1, 28)).padStart(2, '0');
  const century = (birthYear < 2000 ? 0 : 2) + (isWoman ? 1 : 0);
  return {
    kind: 'citizen',
    name: `${random.pick(families)} ${random.pick(isWoman ? women : men)}`,
    idNumber: `014${century}${String(birthYear).slice(2)}${String(100_000 + serial).padStart(6, '0')}`,
    birthOn: `${birthYear}-${month}-${day}`,
    sex: isWoman ? 'female' : 'male',
    phone: `0900${String(serial).padStart(6, '0')}`,
    address: `${random.pick(hamlets)}, thị trấn Ít Ong, huyện Mường La, tỉnh Sơn La`,
  };
}
