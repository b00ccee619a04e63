import { expect, test } from 'vitest';
import { roles as allRoles, type Role } from '../../../shared/domain/person.ts';
import { pagesOffRail, railPages } from './rail-pages.ts';

const labels = (roles: readonly Role[]) => railPages(roles).map(({ label }) => label);

test.each<[Role[], string[]]>([
  [
    ['clerk'],
    ['Bàn làm việc', 'Tiếp nhận', 'Hồ sơ', 'Sổ theo dõi', 'Báo cáo', 'Hỗ trợ số', 'Lưu giữ', 'Danh mục'],
  ],
  [['officer'], ['Bàn làm việc', 'Tiếp nhận', 'Hồ sơ', 'Sổ theo dõi', 'Báo cáo', 'Hỗ trợ số', 'Danh mục']],
  [['leader'], ['Lãnh đạo', 'Bàn làm việc', 'Hồ sơ', 'Báo cáo', 'Hỗ trợ số', 'Đánh giá', 'Góp ý']],
  [['cashier'], ['Bàn làm việc', 'Hồ sơ', 'Thu phí', 'Chốt ca', 'Báo cáo']],
])('%o goes to what he uses', (roles, shown) => {
  expect(labels(roles)).toEqual(shown);
});

test('whoever manages has all of the desk and the page of the leader', () => {
  expect(labels(['clerk', 'administrator'])).toHaveLength(10);
  expect(labels(['administrator'])).toEqual(expect.arrayContaining(['Cài đặt', 'Lãnh đạo', 'Danh mục']));
});

test('whoever takes money at the desk that he manages keeps the settings on his rail', () => {
  expect(labels(['clerk', 'cashier', 'administrator'])).toEqual(labels(['clerk', 'administrator']));
  expect(labels(['clerk', 'cashier', 'administrator'])).toContain('Cài đặt');
  expect(labels([...allRoles])).toHaveLength(10);
});

test('every place has the key of its number, and nobody loses a page that he may open', () => {
  for (const roles of [
    ...allRoles.map((role) => [role]),
    ['clerk', 'administrator'],
    [...allRoles],
  ] as Role[][]) {
    const rail = railPages(roles);
    expect(rail.map(({ key }) => key)).toEqual(rail.map((_, place) => `rail${(place + 1) % 10}`));
    const all = [...rail, ...pagesOffRail(roles)].map(({ to }) => to);
    expect(new Set(all).size).toBe(all.length);
    const mayLead = roles.includes('leader') || roles.includes('administrator');
    expect(all.includes('/lanh-dao')).toBe(mayLead);
    expect(all.includes('/danh-gia')).toBe(roles.includes('leader'));
    // As the door has it: who manages takes no dossiers in.
    expect(all.includes('/tiep-nhan')).toBe(roles.includes('clerk') || roles.includes('officer'));
    expect(all).toEqual(expect.arrayContaining(['/cai-dat', '/luu-giu', '/thu-phi', '/phan-anh']));
  }
});
