import { maskIdNumber } from '../../../shared/domain/text.ts';

/** The same with every identity number in it masked, however deep: what a window is told that reveals none. */
export function masked<Told>(told: Told): Told {
  return maskedValue(told) as Told;
}

function maskedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === 'idNumber' && typeof part === 'string' ? maskIdNumber(part) : maskedValue(part),
    ]),
  );
}
