import { expect, test } from 'vitest';
import type { BackupLack, LackOther } from '../../../shared/views-backup.ts';
import { erasureLines, lackInFull, lackLines, lackWords } from './backup-words.ts';

const lackOf = (others: LackOther[]): BackupLack => ({
  ...{ minutes: 37, cases: 0, firstCode: null, lastCode: null, touched: 0, others, entries: others.length },
});

test('fees are named by their notes, apart from shifts', () => {
  const codes = ['2025-C01-0001', '2025-C01-0002'];
  const lack = lackOf([
    { kind: 'payment', count: 2, codes },
    { kind: 'shift', count: 1, codes: [] },
  ]);
  expect(lackLines(lack)).toEqual(['2 khoản thu tiền (2025-C01-0001, 2025-C01-0002)', '1 ca thu tiền']);
});

test('an erasure is told apart from what a paper has, and says where to find whose', () => {
  const lack = lackOf([
    { kind: 'erasedPerson', count: 2, codes: [] },
    { kind: 'erasedCases', count: 12, codes: [] },
    { kind: 'feedback', count: 1, codes: ['PA-2025-0001'] },
  ]);
  expect(lackLines(lack)).toEqual(['1 phản ánh, kiến nghị (PA-2025-0001)']);
  expect(lackInFull(lack)).toBe('thiếu 37 phút, 1 phản ánh, kiến nghị (PA-2025-0001)');
  expect(erasureLines(lack)).toEqual([
    'Xóa lại dữ liệu của 2 người: là ai thì xem đơn giấy và mục Yêu cầu về dữ liệu cá nhân.',
    'Xóa lại 12 hồ sơ hết hạn lưu: mục Hết hạn lưu nêu lại các hồ sơ ấy.',
  ]);
  expect(lackWords({ lack, owner: 'own', givenUpAt: null })).toBe(
    'thiếu 37 phút, 1 việc khác, 2 người phải xóa lại dữ liệu, 12 hồ sơ hết hạn lưu phải xóa lại',
  );
});

test('a copy from before the register went back is its own, with what it did since', () => {
  const past = { owner: 'past', givenUpAt: '2025-04-24T04:33' } as const;
  expect(lackWords({ ...past, lack: lackOf([{ kind: 'feedback', count: 1, codes: [] }]) })).toBe(
    'của sổ này, trước khi khôi phục lúc T5 24/04 04:33; thiếu 37 phút, 1 việc khác',
  );
  expect(lackWords({ ...past, lack: lackOf([]) })).toMatch(/; sổ hiện nay không có gì thêm$/);
});
