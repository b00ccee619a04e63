import { provinces } from '../../../shared/domain/provinces.ts';
import { fold } from '../../../shared/domain/text.ts';

/** Names that hold what is typed, those that begin so first: "son" is Sơn La before Lạng Sơn. */
export function findProvinceNames(names: readonly string[], typed: string): string[] {
  const text = fold(typed.trim());
  const found = names.filter((name) => fold(name).includes(text));
  const begins = (name: string) => (fold(name).startsWith(text) ? 0 : 1);
  // Groups stay together: today's provinces before the merged ones.
  const group = (name: string) => (isCurrentProvince(name) ? 0 : 1);
  return found.toSorted((a, b) => group(a) - group(b) || begins(a) - begins(b));
}

export function isCurrentProvince(name: string): boolean {
  return provinces.some((province) => province.name === name && province.isCurrent);
}
