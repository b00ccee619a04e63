import { expect, test } from 'vitest';
import { scaleOf } from './spark-scale.ts';

test.each([
  ['all of all at the top', [1, 1, 1], true, [1, 1, 1]],
  ['none of all at the foot', [0, 0], true, [0, 0]],
  ['half of all in the middle', [0.5, 0.5], true, [0.5, 0.5]],
  ['a share below its best', [0.98, 0.99], true, [0, 0.5]],
  ['a count that never changes in the middle', [7, 7], false, [0.5, 0.5]],
  ['a count from its least to its most', [10, 20, 15], false, [0, 1, 0.5]],
] as const)('%s', (_, values, isShare, heights) => {
  const heightOf = scaleOf(values, isShare);
  for (const [index, value] of values.entries()) expect(heightOf(value)).toBeCloseTo(heights[index] ?? -1);
});
