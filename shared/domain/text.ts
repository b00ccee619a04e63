/**
 * Vietnamese text as people type it: NFC at every border, folded for search.
 * Stored names keep the spelling the citizen uses; only the search keys are folded.
 */

const marks = /\p{M}/gu;
const toneMarks: Record<string, string> = {
  '\u0300': '1',
  '\u0301': '2',
  '\u0303': '3',
  '\u0309': '4',
  '\u0323': '5',
};

/**
 * NFC, inner white space collapsed, ends trimmed; what is invisible or no character at all (zero width, BOM, controls, half
 * a surrogate pair) removed.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\uFFFD\p{Cn}]/gu, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (run) => (/\s/u.test(run) ? ' ' : ''))
    .trim();
}

/** Lower case, đ→d, every mark off: "Nguyễn Thị Đào" and "nguyen thi dao" fold to the same text. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase().replaceAll('đ', 'd').normalize('NFC');
}

/**
 * Lower case with accents kept, the tone moved to the front of its syllable, so that the two accepted
 * spellings of one name are equal: Hoà = Hòa, Thuý = Thúy, while Hòa ≠ Hoa and Đào ≠ Dao.
 * In front, because a half-typed word must still be a prefix of the whole one ("nguyễ" of "nguyễn").
 */
export function accentKey(text: string): string {
  return words(text.toLowerCase())
    .map((word) => {
      let tone = '';
      const letters = word
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
          tone = toneMarks[mark] ?? '';
          return '';
        })
        .normalize('NFC');
      return tone + letters;
    })
    .join(' ');
}

/** Words of a text: runs of letters and digits, in order. */
export function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** True when the text carries a Vietnamese mark or đ, so that exact accents were meant. */
export function hasAccents(text: string): boolean {
  return fold(text) !== text.normalize('NFC').toLowerCase();
}

/** Whether two spellings may be one name: where either was typed without accents, the other says nothing against it. */
export function isSameName(one: string, other: string): boolean {
  if (hasAccents(one) && hasAccents(other)) return accentKey(one) === accentKey(other);
  return fold(one) === fold(other);
}

/** "Nguyễn Thị Đào" sorts under its given name: "dao nguyen thi"; ties are broken by the accents. */
export function nameSortKey(name: string): string {
  const parts = words(name);
  const given = parts.at(-1) ?? '';
  return `${fold([given, ...parts.slice(0, -1)].join(' '))} ${accentKey(name)}`;
}

/** "Quàng Văn Hùng" → "Q. V. Hùng": people as a narrow column shows them. */
export function shortPersonName(name: string): string {
  const parts = tidy(name).split(' ');
  const given = parts.at(-1) ?? '';
  return [...parts.slice(0, -1).map((part) => `${[...part][0] ?? ''}.`), given].join(' ');
}

/** `001090123456` → `0010****3456`: identity numbers in lists and on displays (rules §15). */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length < 9) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`;
}
