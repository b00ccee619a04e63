import { z } from 'zod';

/**
 * Numbers the public sees. They are minted once, inside the transaction that uses them, and never reused.
 * Sources: NĐ 118/2025 Đ28, TT 01/2018/TT-VPCP Đ19, QĐ 20/2020/QĐ-TTg Đ4.
 */

/** Agency code: old style `000.00.06.H56` or new style `H56.01.02` (QĐ 20/2020 Đ4: at most 35 characters). */
export const agencyCodeSchema = z
  .string()
  .max(35)
  .regex(/^(?:\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.[0-9A-Z]+)*)$/);

/** Case code in either style; the serial has four digits and widens above 9999. */
export const caseCodePattern =
  /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.[0-9A-Z]+)*)-\d{6}-\d{4,}$/;

export const defaultCodePattern = '{agencyCode}-{yyMMdd}-{0001}';

/**
 * A pattern the ward may choose. It must hold the day and the serial, or two cases would share a code;
 * literal parts are limited to what a code may contain.
 */
export const codePatternSchema = z
  .string()
  .max(60)
  .regex(/^(?:\{agencyCode\}|\{yyMMdd\}|\{yyyyMMdd\}|\{0+1\}|[0-9A-Z.-])+$/)
  .refine(
    (pattern) => /\{(?:yyMMdd|yyyyMMdd)\}/.test(pattern) && (pattern.match(/\{0+1\}/g) ?? []).length === 1,
  )
  .refine((pattern) => (pattern.match(/\{agencyCode\}/g) ?? []).length <= 1);

/** Fills the pattern; `day` is `YYYY-MM-DD`, `serial` counts from 1 and widens past the pattern's width. */
export function formatCaseCode(pattern: string, agencyCode: string, day: string, serial: number): string {
  const compact = day.replaceAll('-', '');
  return pattern
    .replaceAll('{agencyCode}', agencyCode)
    .replaceAll('{yyyyMMdd}', compact)
    .replaceAll('{yyMMdd}', compact.slice(2))
    .replace(/\{(0+1)\}/, (_, width: string) => String(serial).padStart(width.length, '0'));
}

/** The name of the counter that serials of a pattern come from: it belongs to the pattern as filled in for agency and day. */
export const caseCodeCounter = (pattern: string, agencyCode: string, day: string): string =>
  `case:${formatCaseCode(pattern.replace(/\{0+1\}/, '#'), agencyCode, day, 0)}`;

/**
 * Our own code on every slip: `yyMMdd-serial-check`, digits and hyphens only, because a Vietnamese input
 * method rewrites letters that a scanner types. Check digits: ISO 7064 MOD 97-10.
 */
export function formatSlipCode(day: string, serial: number): string {
  const body = `${day.replaceAll('-', '').slice(2)}-${String(serial).padStart(4, '0')}`;
  return `${body}-${checkDigits(body)}`;
}

/** True when the text is a slip code whose check digits agree. */
export function isSlipCode(text: string): boolean {
  const match = /^(\d{6}-\d{4,})-(\d{2})$/.exec(text);
  return match?.[1] !== undefined && checkDigits(match[1]) === match[2];
}

function checkDigits(body: string): string {
  const remainder = [...body.replaceAll('-', '')].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  return String(98 - ((remainder * 100) % 97)).padStart(2, '0');
}

/** `H52.09.01-250424-0007` → `250424-0007`: the code as lists show it, without the agency. */
export function shortCaseCode(caseCode: string): string {
  return /(\d{6}-\d{4,})$/.exec(caseCode)?.[1] ?? caseCode;
}
