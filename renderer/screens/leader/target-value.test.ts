import { expect, test } from 'vitest';
import { readTargetValue } from './target-value.ts';

test.each([
  ['98', 'share', 9800],
  ['98,5 %', 'share', 9850],
  ['99.97', 'share', 9997],
  ['100', 'share', 10_000],
  ['100,01', 'share', undefined],
  ['9,999', 'share', undefined],
  ['', 'share', undefined],
  ['3.000', 'count', 3000],
  ['0', 'count', 0],
  ['1,5', 'count', undefined],
] as const)('%s as a %s is %s', (text, unit, value) => {
  expect(readTargetValue(text, unit)).toBe(value);
});
