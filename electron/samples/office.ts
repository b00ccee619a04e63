import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import type { Caller } from './play.ts';

/** The invented staff of the sample office. The first is the clerk who sits at the window. */
const staff = [
  { name: 'Lò Thị Mai', roles: ['clerk', 'cashier', 'administrator'], title: 'Cán bộ tiếp nhận' },
  { name: 'Quàng Văn Hùng', roles: ['officer'], title: 'Công chức Tư pháp – Hộ tịch' },
  { name: 'Đèo Thị Thắm', roles: ['officer'], title: 'Công chức Lao động – Xã hội' },
  { name: 'Lò Văn Chính', roles: ['officer'], title: 'Công chức Địa chính – Xây dựng' },
  { name: 'Cầm Văn Tuấn', roles: ['leader'], title: 'Chủ tịch UBND' },
] as const;

const officerOfField: Record<string, number> = {
  'Hộ tịch': 1,
  'Chứng thực': 1,
  'Nuôi con nuôi': 1,
  'Bảo trợ xã hội': 2,
  'Người có công': 2,
  'Giảm nghèo': 2,
  'Trẻ em': 2,
};

/** Sets up Ít Ong and seats everybody; answers the person id of the officer of a field. */
export async function openSampleOffice(
  as: (device: string) => Caller,
): Promise<(field: string) => { id: number; device: string }> {
  const session = await as('window').setup.complete({
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
    hours: defaultOpeningHours,
    people: staff.map(({ roles, ...person }) => ({ ...person, roles: [...roles] })),
    isSample: true,
  });
  const officers: { id: number; device: string }[] = [];
  for (const [index, { id }] of session.people.entries()) {
    if (index > 0) await as(`desk-${index}`).session.sit({ personId: id });
    officers.push({ id, device: index === 0 ? 'window' : `desk-${index}` });
  }
  return (field) => {
    const officer = officers[officerOfField[field] ?? 3];
    if (officer === undefined) throw new RangeError(`No officer for ${field}`);
    return officer;
  };
}
