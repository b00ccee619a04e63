import type { Role } from '../../../shared/domain/person.ts';
import { fold } from '../../../shared/domain/text.ts';

/** A page that is not worth a place on the rail: it stands in the person's menu, in the search box and in the sheet of keys. */
export interface RarerPage {
  to: string;
  label: string;
}

/** The pages of somebody; the figures of satisfaction are for leaders alone, all others type in paper. */
export function rarerPages(roles: readonly Role[]): RarerPage[] {
  return [
    { to: '/chot-ca', label: 'Chốt ca' },
    { to: '/thu-phi', label: 'Thu phí' },
    { to: '/hang-doi', label: 'Hàng đợi, giờ đông' },
    { to: '/phan-anh', label: 'Phản ánh, kiến nghị' },
    roles.includes('leader')
      ? { to: '/danh-gia', label: 'Đánh giá' }
      : { to: '/danh-gia/nhap-phieu', label: 'Đánh giá: nhập phiếu giấy' },
  ];
}

/** Pages whose name, or a word in it, begins with what is typed; marks may be left out. */
export function findPages(pages: readonly RarerPage[], typed: string): RarerPage[] {
  const text = fold(typed.trim());
  if (text.length < 2) return [];
  return pages.filter(({ label }) => ` ${fold(label)}`.includes(` ${text}`));
}
