import type { OwnMarks } from './own-data.ts';
import { codeFields } from './own-data.ts';
import { fold, isSameName } from './text.ts';

/** Taking somebody's name, numbers and addresses for letters out of what was written in free words. */

/** Stands where one of them stood. */
export const taken = '***';

/** The same value, its texts without what a person is known by. Who of the office did it, and codes of the office, stay. */
export function withoutOwn<Value>(value: Value, own: OwnMarks): Value {
  return without(value, own) as Value;
}

function without(value: unknown, own: OwnMarks): unknown {
  if (typeof value === 'string') return withoutNames(withoutContacts(value, own), own);
  if (Array.isArray(value)) return value.map((one) => without(one, own));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      field === 'by' || codeFields.has(field) ? inner : without(inner, own),
    ]),
  );
}

function withoutContacts(text: string, { numbers, contacts }: OwnMarks): string {
  return [...numbers, ...contacts].reduce((left, mark) => left.replaceAll(patternOf(mark), taken), text);
}

/** As people write it: digits apart, a telephone with the number of the country, an address in capitals. */
function patternOf(mark: string): RegExp {
  if (!/^\d+$/.test(mark)) return new RegExp(escaped(mark), 'giu');
  const apart = '[\\s.-]?';
  const [first = '', ...rest] = mark;
  const beginning = first === '0' ? `(?:\\+?84${apart})?0?` : first;
  return new RegExp(`(?<!\\d)${beginning}${rest.map((digit) => apart + digit).join('')}(?!\\d)`, 'gu');
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text that speaks of others too, without his names: with other accents it is somebody else's. */
export function withoutSpelledNames(text: string, { names, spelled }: OwnMarks): string {
  const isHis = (said: string) => [...spelled].some((name) => isSameName(name, said));
  return withoutNames(text, { names }, isHis);
}

/** With or without accents. A name of one word is a word like others, and stays. */
function withoutNames(
  text: string,
  { names }: Pick<OwnMarks, 'names'>,
  isHis: (said: string) => boolean = () => true,
): string {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((found) => {
    return { at: found.index, end: found.index + found[0].length, key: fold(found[0]) };
  });
  const parts = [...names].map((name) => name.split(/\s+/u)).filter(({ length }) => length > 1);
  let left = '';
  let from = 0;
  for (const [index, { at }] of words.entries()) {
    const name = parts.find((keys) => keys.every((key, step) => words[index + step]?.key === key));
    const last = name && words[index + name.length - 1];
    if (!last || at < from || !isHis(text.slice(at, last.end))) continue;
    left += text.slice(from, at) + taken;
    from = last.end;
  }
  return left + text.slice(from);
}
