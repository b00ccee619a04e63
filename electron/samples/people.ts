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
  return namedCitizen({
    name: `${random.pick(families)} ${random.pick(isWoman ? women : men)}`,
    sex: isWoman ? 'female' : 'male',
    birthOn: `${birthYear}-${month}-${day}`,
    hamlet: random.pick(hamlets),
    serial,
  });
}

/** Somebody whose name a story gives. */
export function namedCitizen(person: {
  name: string;
  sex: 'female' | 'male';
  birthOn: string;
  hamlet: string;
  serial: number;
}): SampleCitizen {
  const { name, sex, birthOn, hamlet, serial } = person;
  const century = (birthOn < '2000' ? 0 : 2) + (sex === 'female' ? 1 : 0);
  return {
    kind: 'citizen',
    name,
    idNumber: `014${century}${birthOn.slice(2, 4)}${String(100_000 + serial).padStart(6, '0')}`,
    birthOn,
    sex,
    phone: `0900${String(serial).padStart(6, '0')}`,
    address: `${hamlet}, thị trấn Ít Ong, huyện Mường La, tỉnh Sơn La`,
  };
}
