import { managers, type Role, receivers } from '../../../shared/domain/person.ts';
import type { KeyName } from '../../keys.ts';

/** A page of the frame. */
export interface FramePage {
  to: string;
  label: string;
}

/** A page on the rail, with the key of its place. */
interface RailPage extends FramePage {
  key: KeyName;
}

interface Place extends FramePage {
  /** Whose rail has it. */
  users: readonly Role[];
  /** Who may open it at all; everybody where none is said. */
  mayOpen?: readonly Role[];
}

const leaderPlace: Place = {
  to: '/lanh-dao',
  label: 'Lãnh đạo',
  users: managers,
  mayOpen: managers,
};
/** In the order of the rail. */
const places: readonly Place[] = [
  { to: '/', label: 'Bàn làm việc', users: ['clerk', 'officer', 'cashier', 'leader', 'administrator'] },
  { to: '/tiep-nhan', label: 'Tiếp nhận', users: receivers, mayOpen: receivers },
  { to: '/ho-so', label: 'Hồ sơ', users: ['clerk', 'officer', 'cashier', 'leader', 'administrator'] },
  { to: '/thu-phi', label: 'Thu phí', users: ['cashier'] },
  { to: '/chot-ca', label: 'Chốt ca', users: ['cashier'] },
  { to: '/so-theo-doi', label: 'Sổ theo dõi', users: ['clerk', 'officer', 'administrator'] },
  { to: '/bao-cao', label: 'Báo cáo', users: ['clerk', 'officer', 'cashier', 'leader', 'administrator'] },
  { to: '/ho-tro-so', label: 'Hỗ trợ số', users: ['clerk', 'officer', 'leader', 'administrator'] },
  { to: '/luu-giu', label: 'Lưu giữ', users: ['clerk'] },
  { to: '/danh-muc', label: 'Danh mục', users: ['clerk', 'officer', 'administrator'] },
  { to: '/lich', label: 'Lịch làm việc', users: ['administrator'] },
  { to: '/cai-dat', label: 'Cài đặt', users: ['administrator'] },
  { to: '/sao-luu', label: 'Sao lưu', users: [], mayOpen: managers },
  {
    to: '/du-lieu-ca-nhan/su-co',
    label: 'Sự cố dữ liệu',
    users: [],
    mayOpen: managers,
  },
  {
    to: '/du-lieu-ca-nhan/het-han',
    label: 'Hết hạn lưu',
    users: [],
    mayOpen: managers,
  },
  { to: '/danh-gia', label: 'Đánh giá', users: ['leader'], mayOpen: ['leader'] },
  { to: '/phan-anh', label: 'Góp ý', users: ['leader'] },
  {
    to: '/du-lieu-ca-nhan',
    label: 'Dữ liệu cá nhân',
    users: [],
    mayOpen: ['clerk', 'officer', 'leader', 'administrator'],
  },
];
/** One for each digit of the keyboard; as many fit 768 lines. */
const railKeys = [
  'rail1',
  'rail2',
  'rail3',
  'rail4',
  'rail5',
  'rail6',
  'rail7',
  'rail8',
  'rail9',
  'rail0',
] as const satisfies readonly KeyName[];

/** Who does the work of several has more pages than keys: these leave first. */
const firstToLeave = ['/chot-ca', '/thu-phi', '/phan-anh', '/danh-gia', '/lich'];

/** What somebody uses, each at the key of its place; whoever leads begins with his own page, others have it last. */
export function railPages(roles: readonly Role[]): RailPage[] {
  const used = ordered(roles).filter(({ users }) => users.some((role) => roles.includes(role)));
  const leaving = (roles.includes('leader') ? firstToLeave : ['/lanh-dao', ...firstToLeave])
    .filter((to) => used.some((place) => place.to === to))
    .slice(0, Math.max(0, used.length - railKeys.length));
  return used
    .filter(({ to }) => !leaving.includes(to))
    .map(({ to, label }, place) => ({ to, label, key: railKeys[place] ?? 'rail0' }));
}

/** Pages that somebody may open and that his rail has no place for. */
export function pagesOffRail(roles: readonly Role[]): FramePage[] {
  const shown = new Set(railPages(roles).map(({ to }) => to));
  return ordered(roles)
    .filter(({ to, mayOpen }) => !shown.has(to) && (mayOpen?.some((role) => roles.includes(role)) ?? true))
    .map(({ to, label }) => ({ to, label }));
}

function ordered(roles: readonly Role[]): readonly Place[] {
  return roles.includes('leader') ? [leaderPlace, ...places] : [...places, leaderPlace];
}
