/** An amount in words, as receipts write it (NĐ 254/2026/NĐ-CP Đ23.2), and back. Whole đồng from 0 to 999.999.999.999. */

const digits: readonly string[] = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');

const scales = [
  { name: 'tỷ', value: 1_000_000_000 },
  { name: 'triệu', value: 1_000_000 },
  { name: 'nghìn', value: 1000 },
  { name: '', value: 1 },
] as const;

const most = 999_999_999_999;

/** 105.000 → "Một trăm linh năm nghìn đồng". Throws RangeError of what is not such an amount. */
export function vndWords(amountVnd: number): string {
  if (!Number.isInteger(amountVnd) || amountVnd < 0 || amountVnd > most) {
    throw new RangeError(`${amountVnd} is not an amount that has words`);
  }
  const words: string[] = [];
  for (const { name, value } of scales) {
    const group = Math.floor(amountVnd / value) % 1000;
    if (group > 0) words.push(...groupWords(group, words.length > 0), name);
  }
  const text = [...(words.length === 0 ? ['không'] : words), 'đồng'].filter((word) => word !== '').join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Three figures; inside a number the hundreds are said even when there are none. */
function groupWords(group: number, isInside: boolean): string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const units = group % 10;
  const words = hundreds > 0 || isInside ? [digitWord(hundreds), 'trăm'] : [];
  if (tens === 0) {
    if (units === 0) return words;
    return words.length > 0 ? [...words, 'linh', digitWord(units)] : [digitWord(units)];
  }
  words.push(...(tens === 1 ? ['mười'] : [digitWord(tens), 'mươi']));
  if (units > 0) words.push(unitWord(units, tens));
  return words;
}

/** After "mươi" one, four and five change: hai mươi mốt, hai mươi tư, hai mươi lăm; after "mười" five alone does. */
function unitWord(units: number, tens: number): string {
  if (units === 5) return 'lăm';
  if (tens > 1 && units === 1) return 'mốt';
  return tens > 1 && units === 4 ? 'tư' : digitWord(units);
}

const digitWord = (digit: number): string => digits[digit] ?? '';

/** The amount that words tell, also with "lẻ", "ngàn", "tỉ", "bốn" as others write; undefined of anything else. */
export function parseVndWords(text: string): number | undefined {
  const words = text.normalize('NFC').toLocaleLowerCase('vi').trim().split(/\s+/).map(asWritten);
  if (words.pop() !== 'đồng') return undefined;
  if (words.join(' ') === 'không') return 0;
  let total = 0;
  let rest = words;
  for (const { name, value } of scales) {
    const end = name === '' ? rest.length : rest.indexOf(name);
    if (end < 0 || (name === '' && end === 0)) continue;
    const group = groupOf(rest.slice(0, end));
    if (group === undefined) return undefined;
    total += group * value;
    rest = rest.slice(end + 1);
  }
  return rest.length > 0 || total === 0 ? undefined : total;
}

const others: Readonly<Record<string, string>> = { lẻ: 'linh', ngàn: 'nghìn', tỉ: 'tỷ' };
const asWritten = (word: string): string => others[word] ?? word;

function groupOf(words: readonly string[]): number | undefined {
  const hasHundreds = words[1] === 'trăm';
  const hundreds = hasHundreds ? digitOf(words[0]) : 0;
  const rest = belowHundred(words.slice(hasHundreds ? 2 : 0), hasHundreds);
  if (hundreds === undefined || rest === undefined) return undefined;
  return hundreds * 100 + rest || undefined;
}

function belowHundred(words: readonly string[], hasHundreds: boolean): number | undefined {
  const [first, second, third, ...more] = words;
  if (more.length > 0) return undefined;
  if (first === undefined) return hasHundreds ? 0 : undefined;
  if (first === 'linh') return hasHundreds && third === undefined ? digitOf(second) || undefined : undefined;
  if (first === 'mười') return third === undefined ? plus(10, second, { lăm: 5 }) : undefined;
  if (second === 'mươi') {
    const tens = digitOf(first) ?? 0;
    return tens > 1 ? plus(tens * 10, third, { mốt: 1, tư: 4, lăm: 5 }) : undefined;
  }
  return second === undefined && !hasHundreds ? digitOf(first) || undefined : undefined;
}

function plus(
  tens: number,
  unit: string | undefined,
  changed: Readonly<Record<string, number>>,
): number | undefined {
  if (unit === undefined) return tens;
  const units = changed[unit] ?? digitOf(unit);
  return units ? tens + units : undefined;
}

function digitOf(word: string | undefined): number | undefined {
  const digit = word === undefined ? -1 : digits.indexOf(word);
  return digit < 0 ? undefined : digit;
}
