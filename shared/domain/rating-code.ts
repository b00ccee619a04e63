/**
 * The one-time code that opens one rating: eight random digits and a check digit, shown `4827-1903-6`. Digits and hyphens
 * only, because a Vietnamese input method rewrites letters that a scanner types. It holds nothing of the case.
 */

/** Of the code: what is drawn at random. */
export const ratingCodeDigits = 8;

/** '48271903' → '4827-1903-6'. @throws RangeError unless eight digits. */
export function formatRatingCode(random: string): string {
  if (!/^\d{8}$/.test(random)) throw new RangeError(`${random} is not eight digits`);
  return `${random.slice(0, 4)}-${random.slice(4)}-${checkDigit(random)}`;
}

/** What was typed or scanned, with or without hyphens, as the code is stored; undefined when the check digit disagrees. */
export function parseRatingCode(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{9}$/.test(digits)) return undefined;
  const code = formatRatingCode(digits.slice(0, ratingCodeDigits));
  return code.endsWith(digits.slice(ratingCodeDigits)) ? code : undefined;
}

/** ISO 7064 MOD 11-10: one digit that betrays every wrong digit and nearly every pair that changed places. */
function checkDigit(digits: string): number {
  const sum = [...digits].reduce((before, digit) => {
    const next = (before + Number(digit)) % 10 || 10;
    return (next * 2) % 11;
  }, 10);
  return (11 - sum) % 10;
}
