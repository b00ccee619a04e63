import { describe, expect, it } from 'vitest';
import { spanInView } from './outbox-items.ts';

describe('the lines in view', () => {
  const heights = Array.from({ length: 1000 }, (_, index) => (index % 100 === 0 ? 34 : 40));
  const topOf = (index: number) => heights.slice(0, index).reduce((sum, height) => sum + height, 0);

  it('cover the window wherever it stands, and are few', () => {
    const total = topOf(heights.length);
    for (const scrollTop of [0, 1, 39, 5000, 20_000, total - 600]) {
      const span = spanInView(heights, scrollTop, 600);
      expect(span.above).toBe(topOf(span.from));
      expect(span.above).toBeLessThanOrEqual(scrollTop);
      expect(topOf(span.to)).toBeGreaterThanOrEqual(Math.min(scrollTop + 600, total));
      expect(span.to - span.from).toBeLessThan(35);
      expect(span.total).toBe(total);
    }
  });

  it('are all lines of a short list, and none of an empty one', () => {
    expect(spanInView([34, 40, 40], 0, 600)).toMatchObject({ from: 0, to: 3, above: 0 });
    expect(spanInView([], 0, 600)).toEqual({ from: 0, to: 0, above: 0, total: 0 });
    expect(spanInView([34, 40], 9000, 600).total).toBe(74);
  });
});
