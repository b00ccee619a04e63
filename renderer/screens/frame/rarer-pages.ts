import type { Role } from '../../../shared/domain/person.ts';
import { fold } from '../../../shared/domain/text.ts';
import { settingParts } from '../settings/setting-parts.ts';
import { type FramePage, pagesOffRail } from './rail-pages.ts';

const checkPlace: FramePage = { to: '/kiem-tra-phieu', label: 'Kiểm tra phiếu' };

const citizensPlace: FramePage = { to: '/nguoi-dan', label: 'Người dân, gộp hai lần ghi' };

/** The pages that somebody has no place for on the rail: they stand in his menu, in the search box and in the sheet of keys. */
export function rarerPages(roles: readonly Role[]): FramePage[] {
  const pages = [...pagesOffRail(roles), { to: '/hang-doi', label: 'Hàng đợi, giờ đông' }, checkPlace];
  // The figures of satisfaction are for leaders alone, all others type in paper.
  if (!roles.includes('leader'))
    pages.push({ to: '/danh-gia/nhap-phieu', label: 'Đánh giá: nhập phiếu giấy' });
  return pages.map((page) => (page.to === '/phan-anh' ? { ...page, label: 'Phản ánh, kiến nghị' } : page));
}

/** What the search box finds by its name beside the cases: the rarer pages, and the parts of the long page of settings. */
export function namedPages(roles: readonly Role[]): FramePage[] {
  const parts = settingParts.map(({ id, words }) => ({ to: `/cai-dat#${id}`, label: `Cài đặt: ${words}` }));
  return [...rarerPages(roles), citizensPlace, ...parts];
}

/** Pages whose name, or a word in it, begins with what is typed; marks may be left out. */
export function findPages(pages: readonly FramePage[], typed: string): FramePage[] {
  const text = fold(typed.trim());
  if (text.length < 2) return [];
  return pages.filter(({ label }) => ` ${fold(label)}`.includes(` ${text}`));
}
