import { expect, test } from 'vitest';
import { parseTypedDay } from './format.ts';

test.each([
  ['12091996', '1996-09-12'],
  ['12/9/1996', '1996-09-12'],
  ['29.02.2024', '2024-02-29'],
  ['31022024', undefined],
  // A slip of the finger, and never a day that the register would take.
  ['01010225', undefined],
  ['01/01/0225', undefined],
  ['01012200', undefined],
])('%j typed is the day %j', (typed, day) => {
  expect(parseTypedDay(typed)).toBe(day);
});
