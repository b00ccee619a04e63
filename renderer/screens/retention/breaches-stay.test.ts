import { expect, test } from 'vitest';
import { staysOfCard, staysWords } from './retention-words.ts';

test('whoever erases is told that sheets of breaches stay as they were written, also where a card goes', () => {
  for (const words of [staysWords, staysOfCard])
    expect(words.filter((line) => line.includes('Phiếu sự cố dữ liệu'))).toHaveLength(1);
});
