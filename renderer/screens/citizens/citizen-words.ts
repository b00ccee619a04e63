import { formatDay, formatPhone } from '../../../shared/format.ts';
import { sexLabels } from '../../../shared/labels.ts';
import type { CitizenRow, DuplicatePair } from '../../../shared/views-people.ts';

/** What tells a person from his namesakes, on one line. */
export function factsOf(row: CitizenRow): string {
  const facts = [
    row.birthOn && formatDay(row.birthOn),
    row.maskedIdNumber,
    row.phone && formatPhone(row.phone),
    row.address,
  ];
  return facts.filter(Boolean).join(' · ') || 'Chỉ có tên';
}

export const pairWords: Record<DuplicatePair['why'], string> = {
  idNumber: 'cùng số giấy tờ',
  phone: 'cùng tên và điện thoại',
  birth: 'cùng tên và ngày sinh',
};

/** A merge chooses each of these from one record or the other. */
export const mergedFields = [
  { field: 'name', label: 'Họ và tên', textOf: (row: CitizenRow) => row.name },
  { field: 'idNumber', label: 'Số định danh', textOf: (row: CitizenRow) => row.maskedIdNumber ?? '' },
  {
    field: 'birthOn',
    label: 'Ngày sinh',
    textOf: (row: CitizenRow) => (row.birthOn ? formatDay(row.birthOn) : ''),
  },
  { field: 'sex', label: 'Giới tính', textOf: (row: CitizenRow) => (row.sex ? sexLabels[row.sex] : '') },
  {
    field: 'phone',
    label: 'Điện thoại',
    textOf: (row: CitizenRow) => (row.phone ? formatPhone(row.phone) : ''),
  },
  { field: 'email', label: 'Thư điện tử', textOf: (row: CitizenRow) => row.email ?? '' },
  { field: 'address', label: 'Nơi cư trú', textOf: (row: CitizenRow) => row.address },
] as const;
export type MergedField = (typeof mergedFields)[number]['field'];
