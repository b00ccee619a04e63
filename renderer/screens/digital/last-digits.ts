/**
 * The last digits of a number that was typed here, by lượt, so that a wrong one is found where no name is kept. In the memory of
 * this window alone: they are gone with it.
 */
const digits = new Map<string, string>();
const most = 1000;

export function rememberDigits(entryId: string, number: string): void {
  if (digits.size >= most) digits.clear();
  digits.set(entryId, number.slice(-3));
}

/** "…187"; undefined for what another window or another day wrote. */
export function lastDigits(entryId: string): string | undefined {
  const known = digits.get(entryId);
  return known && `…${known}`;
}
