import { expect, test } from 'vitest';
import { codeWords } from './code-words.ts';

const row = (at: string, codeName: string, needsCode = true) => ({ at, codeName, needsCode });

test('a copy says by which of several codes it opens', () => {
  const rows = [
    row('2026-11-23T09:00', 'c'),
    row('2026-11-22T17:00', 'c'),
    row('2026-11-21T17:00', 'b'),
    row('2026-11-20T17:00', 'b'),
    row('2026-11-19T17:00', 'a'),
  ];
  expect(rows.map((one) => codeWords(rows, one))).toEqual([
    'mã mới nhất, dùng từ CN 22/11 17:00',
    'mã mới nhất, dùng từ CN 22/11 17:00',
    'mã cũ, dùng từ T6 20/11 17:00 đến T7 21/11 17:00',
    'mã cũ, dùng từ T6 20/11 17:00 đến T7 21/11 17:00',
    'mã cũ, dùng đến T5 19/11 17:00',
  ]);
  const own = row('2026-11-23T09:00', 'c', false);
  expect(codeWords([own, row('2026-11-19T17:00', 'a')], own)).toBe('không cần gõ mã');
  const only = row('2026-11-23T09:00', 'c');
  expect(codeWords([only], only)).toBe('mã trong phong bì');
});
