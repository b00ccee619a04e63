import { expect, test } from 'vitest';
import { shareRows } from './share-rows.ts';

test('everything is shown when it fits', () => {
  expect(shareRows([2, 3, 0, 1], 10)).toEqual([2, 3, 0, 1]);
});

test('each group keeps a line and the sooner ones get more', () => {
  expect(shareRows([2, 9, 4, 6], 9)).toEqual([2, 5, 1, 1]);
  expect(shareRows([12, 12, 12, 12], 12)).toEqual([4, 5, 2, 1]);
});

test('never fewer than one line a group, whatever the height', () => {
  expect(shareRows([5, 5, 0, 5], 0)).toEqual([1, 1, 0, 1]);
});
