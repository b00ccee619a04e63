import { expect, test } from 'vitest';
import { cardWords } from './retention-words.ts';

test('two of one name are told apart by whatever their cards say', () => {
  const name = 'Lò Văn Sáu';
  const bare = { name, birthYear: null, area: '', phone: '0912000111' };
  expect(cardWords(bare)).toMatch(/^Lò Văn Sáu, 0912.?000.?111$/);
  expect(cardWords({ ...bare, birthYear: 1996, phone: null, area: 'Bản Hua Ít' })).toBe(
    'Lò Văn Sáu, sinh 1996, Bản Hua Ít',
  );
  expect(cardWords({ ...bare, name: '', phone: null })).toBe('không ghi tên');
});
