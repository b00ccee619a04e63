/** "98,5" → 9850 hundredths of a percent; "3.000" → 3000 cases. Undefined unless it is such a value. */
export function readTargetValue(text: string, unit: 'share' | 'count'): number | undefined {
  const typed = text.replaceAll(/[\s%]/g, '');
  if (unit === 'count') {
    const digits = typed.replaceAll('.', '');
    return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
  }
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed);
  if (parts === null) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return value <= 10_000 ? value : undefined;
}
