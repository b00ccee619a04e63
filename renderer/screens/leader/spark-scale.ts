/**
 * How high a value stands, 0–1: a share from the least of them to 100 %, a count from the least to the most. What never changes
 * stands at its share, or as a count in the middle.
 */
export function scaleOf(values: readonly number[], isShare: boolean): (value: number) => number {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  if (least === greatest) return (value) => (isShare ? value : 0.5);
  const most = isShare ? 1 : greatest;
  return (value) => (value - least) / (most - least);
}
