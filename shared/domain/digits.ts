/**
 * How many digits the counter needs before it looks: the last ones of a case code or telephone, the first ones of an
 * identity number or telephone (in one ward nearly everybody shares the first three).
 */
export const fewestTailDigits = 3;
export const fewestNumberDigits = 6;

/** The digits of a text that is nothing but a number, undefined of any other text. */
export function digitsOf(text: string): string | undefined {
  return /^[\d\s.+-]+$/.test(text) ? text.replaceAll(/\D/g, '') : undefined;
}
