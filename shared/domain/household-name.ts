import { taken } from './own-words.ts';
import { fold, hasAccents, words } from './text.ts';

/** Whom a team names where it calls a house in its own words: "Nhà chị Phương, bản Nậm Khạ". */

interface Word {
  at: number;
  end: number;
  /** In small letters, with accents. */
  key: string;
  isCapital: boolean;
  /** A name that goes on has nothing but a space before its next word. */
  isJoined: boolean;
}

/** Where somebody is named, and whether by his whole name. */
export interface Mention {
  from: number;
  to: number;
  isWhole: boolean;
}

const persons = new Set('ông bà anh chị cô chú bác cụ dì cậu mợ thím mẹ bố'.split(' '));
const houses = new Set('nhà hộ gia đình em'.split(' '));
const places = new Set('bản xã phường tổ phố đường thôn xóm ấp khu khối ngõ ngách số tỉnh huyện'.split(' '));

/**
 * Mentions of somebody: his whole name, or its end behind a form of address or by itself. Accents count wherever they were typed:
 * "phường" is nobody's name. "chị Phương Anh" is somebody else than Phương.
 * @param names as they are spelled.
 */
export function mentionsOf(text: string, names: Iterable<string>): Mention[] {
  const said = wordsOf(text);
  const isBare = !hasAccents(text);
  const known = [...names].map((name) => words(name)).filter(({ length }) => length > 0);
  const found: Mention[] = [];
  for (const index of said.keys()) {
    if (index < (found.at(-1)?.to ?? 0)) continue;
    const lengths = known.flatMap((name) =>
      name.map((_, skipped) => ({ part: name.slice(skipped), isWhole: skipped === 0 && name.length > 1 })),
    );
    const hit = lengths
      .toSorted((a, b) => b.part.length - a.part.length)
      .find(({ part, isWhole }) => isCalled(said, index, part, isWhole, isBare));
    if (hit) found.push({ from: index, to: index + hit.part.length, isWhole: hit.isWhole });
  }
  return found;
}

function isCalled(
  said: readonly Word[],
  from: number,
  part: readonly string[],
  isWhole: boolean,
  isBare: boolean,
): boolean {
  const run = said.slice(from, from + part.length);
  const [first] = run;
  if (first === undefined || run.length < part.length) return false;
  if (!run.every((word, step) => isSpelled(word.key, part[step] ?? '', part, isBare))) return false;
  const next = said[from + part.length];
  // A longer name is somebody else's.
  if (next?.isJoined && (next.isCapital || !first.isCapital) && !isOf(places, next.key, isBare)) return false;
  if (isWhole) return true;
  const before = said[from - 1];
  if (before && first.isJoined) return isTitle(before.key, isBare);
  return part.length > 1 || said.length === 1;
}

/** A single word has to have its own accents; a longer name may have been written without any, here or in the register. */
function isSpelled(said: string, own: string, part: readonly string[], isBare: boolean): boolean {
  if (said === own.toLowerCase()) return true;
  const mayDiffer = isBare || (part.length > 1 && !hasAccents(part.join(' ')));
  return mayDiffer && fold(said) === fold(own);
}

/** Whether the words name anybody besides: then they are not one person's alone. In doubt they are not. */
export function namesAnother(text: string, mentions: readonly Mention[]): boolean {
  const said = wordsOf(text);
  const isBare = !hasAccents(text);
  const isOwn = (index: number) => mentions.some(({ from, to }) => index >= from && index < to);
  let isPlace = false;
  return said.some(({ key, isCapital }, index) => {
    if (isOwn(index)) return false;
    if (isPlace && (isCapital || /^\d/u.test(key))) return false;
    isPlace = isOf(places, key, isBare);
    if (isPlace) return false;
    if (isOf(persons, key, isBare)) return !isOwn(index + 1);
    return isCapital && !isOf(houses, key, isBare);
  });
}

/** The same words without the mentions. */
export function withoutMentions(text: string, mentions: readonly Mention[]): string {
  const said = wordsOf(text);
  let left = '';
  let from = 0;
  for (const mention of mentions) {
    left += text.slice(from, said[mention.from]?.at) + taken;
    from = said[mention.to - 1]?.end ?? from;
  }
  return left + text.slice(from);
}

const isTitle = (key: string, isBare: boolean): boolean =>
  isOf(persons, key, isBare) || isOf(houses, key, isBare);

const isOf = (set: ReadonlySet<string>, key: string, isBare: boolean): boolean =>
  set.has(key) || (isBare && [...set].some((one) => fold(one) === key));

function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => {
    const [spelled] = found;
    const gap = text.slice(end, found.index);
    end = found.index + spelled.length;
    const key = spelled.normalize('NFC').toLowerCase();
    return { at: found.index, end, key, isCapital: /^\p{Lu}/u.test(spelled), isJoined: /^\s+$/u.test(gap) };
  });
}
