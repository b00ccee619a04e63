/** 1234567 → '1.234.567', as numbers are written in Vietnam. @throws RangeError unless a safe integer. */
export function formatInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  const digits = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, '.');
  return value < 0 ? `-${digits}` : digits;
}

/**
 * Hundredths of a percent, rounded down: 3716 of 3717 → 9997n. 10000n only when nothing is missing.
 * Null when the denominator is 0. @throws RangeError unless both are whole numbers ≥ 0.
 */
export function percentHundredths(numerator: number, denominator: number): bigint | null {
  for (const count of [numerator, denominator]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a count`);
  }
  return denominator === 0 ? null : (BigInt(numerator) * 10_000n) / BigInt(denominator);
}

/** 9997n → '99,97 %'; trailing zeros are left out. */
export function formatPercent(hundredths: bigint): string {
  const fraction = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${formatInteger(Number(hundredths / 100n))}${fraction && `,${fraction}`} %`;
}

/**
 * '3.716/3.717 = 99,97 %': numerator and denominator always visible, the percentage rounded down, never up to
 * 100 % while one case is missing. A denominator of 0 has no percentage: '0/0'.
 * @throws RangeError unless both are whole numbers ≥ 0.
 */
export function formatRatio(numerator: number, denominator: number): string {
  const hundredths = percentHundredths(numerator, denominator);
  const fraction = `${formatInteger(numerator)}/${formatInteger(denominator)}`;
  return hundredths === null ? fraction : `${fraction} = ${formatPercent(hundredths)}`;
}
