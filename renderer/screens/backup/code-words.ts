import { formatShortTime } from '../../../shared/format.ts';
import type { SealedRow } from '../../../shared/views-backup.ts';

type Sealed = Pick<SealedRow, 'at' | 'codeName' | 'needsCode'>;

/**
 * Which code opens a copy, where several have been in use: nobody on paper knows a code but by the days it was in use.
 * @param rows of one place, the newest first; in any order of codes.
 */
export function codeWords(rows: readonly Sealed[], row: Sealed): string {
  if (!row.needsCode) return 'không cần gõ mã';
  const names = [...new Set(rows.map(({ codeName }) => codeName))];
  if (names.length < 2) return 'mã trong phong bì';
  const own = rows.filter(({ codeName }) => codeName === row.codeName);
  const [first, last] = [own.at(-1) ?? row, own[0] ?? row].map(({ at }) => formatShortTime(at));
  if (row.codeName === names[0]) return `mã mới nhất, dùng từ ${first}`;
  if (row.codeName === names.at(-1)) return `mã cũ, dùng đến ${last}`;
  return `mã cũ, dùng từ ${first} đến ${last}`;
}
