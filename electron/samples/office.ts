import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import type { SamplePlace } from './place.ts';
import type { Caller } from './play.ts';

/** Who works in every sample office. The first is the clerk who sits at the window. */
const staff = [
  { roles: ['clerk', 'cashier', 'administrator'], title: 'Cán bộ tiếp nhận' },
  { roles: ['officer'], title: 'Công chức Tư pháp – Hộ tịch' },
  { roles: ['officer'], title: 'Công chức Lao động – Xã hội' },
  { roles: ['officer'], title: 'Công chức Địa chính – Xây dựng' },
  { roles: ['leader'], title: 'Chủ tịch UBND' },
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

/** Sets up the office and seats everybody; answers the person id of the officer of a field. */
export async function openSampleOffice(
  as: (device: string) => Caller,
  place: SamplePlace,
): Promise<(field: string) => { id: number; device: string }> {
  const session = await as('window').setup.complete({
    office: place.office,
    hours: defaultOpeningHours,
    people: staff.map(({ roles, title }, index) => ({
      name: place.staff[index] ?? '',
      title,
      roles: [...roles],
    })),
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
