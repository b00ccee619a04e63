/**
 * Shares the lines that fit among groups: each group with cases keeps one line, the rest go round by round,
 * more to what is due sooner, never more than a group has. `capacity` below the number of groups still keeps one each.
 */
export function shareRows(available: readonly number[], capacity: number): number[] {
  const weights = [3, 4, 2, 2];
  const shares = available.map((count) => Math.min(count, 1));
  let left = capacity - shares.reduce((sum, share) => sum + share, 0);
  while (left > 0 && shares.some((share, index) => share < (available[index] ?? 0))) {
    for (const [index, count] of available.entries()) {
      const share = shares[index] ?? 0;
      const more = Math.max(0, Math.min(weights[index] ?? 1, count - share, left));
      shares[index] = share + more;
      left -= more;
    }
  }
  return shares;
}
