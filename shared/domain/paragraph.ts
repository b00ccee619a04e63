import { z } from 'zod';
import type { AssistanceLevel } from './digital.ts';
import { requiredText } from './person.ts';

/**
 * The paragraph that is read out (F50): a template of the office, filled with figures. Every number keeps the cases it
 * was counted from.
 */

/** Not tidied to one line: a paragraph may have several. */
export const paragraphSchema = z.object({
  id: z.string().min(1).max(40),
  name: requiredText(60),
  text: z
    .string()
    .max(3000)
    .refine((text) => text.trim() !== '', { error: 'required' }),
});
export type ParagraphTemplate = z.infer<typeof paragraphSchema>;

export const mostParagraphs = 20;
export const paragraphsSchema = z.array(paragraphSchema).max(mostParagraphs);

/**
 * As they come with the program. What stands in [ ] is left out where one of its figures has nothing to say: no share
 * of nothing is read out.
 */
export const shippedParagraphs: readonly ParagraphTemplate[] = [
  {
    id: 'bao-cao',
    name: 'Báo cáo',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ[, đã giải quyết {giải quyết}][; trước hạn và đúng hạn {trước và đúng hạn}, {quá hạn}].[ Hồ sơ trực tuyến {trực tuyến}.][ Hài lòng {hài lòng}, tỷ lệ trả lời {tỷ lệ trả lời}.]',
  },
  {
    id: 'so-sanh',
    name: 'Có so sánh',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ[, đã giải quyết {giải quyết}][; trước hạn và đúng hạn {trước và đúng hạn}, {quá hạn}].[ So với kỳ trước: {so với kỳ trước}.][ Hồ sơ trực tuyến {trực tuyến}.][ Không dùng tiền mặt {không tiền mặt}.]',
  },
  {
    id: 'giao-ban',
    name: 'Giao ban',
    text: '{Kỳ}, tiếp nhận {tiếp nhận} hồ sơ[, {quá hạn}]. Đang giải quyết {đang giải quyết} hồ sơ[, đang quá hạn {đang quá hạn}].[ Xong trong ngày {xong trong ngày}.]',
  },
];

/** Where a number leads. */
export type Opening =
  /** The cases of a set, in the period before where it says so. */
  | { readonly kind: 'cases'; readonly set: string; readonly field?: string; readonly isBefore?: boolean }
  | { readonly kind: 'ratings' }
  | { readonly kind: 'money' }
  | { readonly kind: 'catalogue'; readonly only: 'sameDay' | 'fullOnline' }
  /** Cases received in the period, by what a figure of them has no set for. */
  | { readonly kind: 'list'; readonly saved?: true; readonly status?: 'returned' }
  /** People who reached a measure; people who were helped; lượt. */
  | { readonly kind: 'people'; readonly measure: string }
  | { readonly kind: 'helped' }
  | { readonly kind: 'helps'; readonly level?: AssistanceLevel; readonly topic?: string };

export type ParagraphPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly opens: Opening };

/** Why a figure is not told although it exists: for a leader alone, or not known of some cases alone. */
export type Silence = 'withheld' | 'notSplit';

export const silenceWords: Readonly<Record<Silence, string>> = {
  withheld: 'chỉ lãnh đạo xem được',
  notSplit: 'không tính riêng theo bộ lọc',
};

/** Null: known, but nothing to say of it in this period. */
export type ParagraphFact = readonly ParagraphPart[] | Silence | null;

/** What each placeholder stands for, by its name in small letters. */
export type ParagraphFacts = Readonly<Record<string, ParagraphFact>>;

/** Placeholders of one kind as the editor offers them, by their names as they are written. */
export interface FactGroup {
  readonly title: string;
  readonly facts: Readonly<Record<string, ParagraphFact>>;
}

/** Of two with one name the first stands. */
export function factsOf(groups: readonly FactGroup[]): ParagraphFacts {
  const named = groups.flatMap(({ facts }) => Object.entries(facts));
  return Object.fromEntries(named.map(([name, fact]) => [keyOf(name), fact] as const).toReversed());
}

export interface Paragraph {
  readonly parts: readonly ParagraphPart[];
  /** Placeholders that nobody knows, as they were written. */
  readonly unknown: readonly string[];
}

const placeholder = /\{([^{}]*)\}/g;

/**
 * Fills a template. What is unknown stays in its braces and is told; what has no figure says so, or goes with its [ ].
 * @param only whose cases the figures count where not those of the whole office, "lĩnh vực Đất đai": said once, after the
 * period or before all.
 */
export function fillParagraph(template: string, facts: ParagraphFacts, only = ''): Paragraph {
  const text = template.normalize('NFC');
  const unknown = [...text.matchAll(placeholder)]
    .map(([, name = '']) => name)
    .filter((name) => factOf(facts, name) === undefined);
  const words = text.split(/(\[[^[\]]*\])/).flatMap((piece): string[] => {
    const inner = /^\[(.*)\]$/s.exec(piece)?.[1];
    const isEmpty = [...(inner ?? '').matchAll(placeholder)].some(([, name = '']) => isSilent(facts, name));
    return isEmpty ? [] : (inner ?? piece).split(/(\{[^{}]*\})/);
  });
  const said = only === '' ? -1 : words.findIndex((word) => keyOf(nameIn(word) ?? '') === 'kỳ');
  const parts = words.flatMap((word, index) => [
    ...fillWord(word, facts),
    ...(index === said ? [plain(`, ${only}`)] : []),
  ]);
  const told = parts.some(({ text }) => text.trim() !== '') ? parts : [plain('chưa có số liệu')];
  const isUnsaid = only !== '' && said === -1;
  return {
    parts: joined(isUnsaid ? [plain(`${upperFirst(only)}: `), ...told] : told),
    unknown: [...new Set(unknown)],
  };
}

/** The paragraph as it is copied. */
export const textOf = ({ parts }: Paragraph): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .trim();

const keyOf = (name: string): string => name.normalize('NFC').trim().toLowerCase();
const nameIn = (word: string): string | undefined => /^\{(.*)\}$/s.exec(word)?.[1];
const plain = (text: string): ParagraphPart => ({ kind: 'text', text });

/** Of the names given, not of what every object has, such as 'constructor'. */
function factOf(facts: ParagraphFacts, name: string): ParagraphFact | undefined {
  const key = keyOf(name);
  return Object.hasOwn(facts, key) ? facts[key] : undefined;
}

function isSilent(facts: ParagraphFacts, name: string): boolean {
  const fact = factOf(facts, name);
  return fact === null || typeof fact === 'string';
}

function fillWord(word: string, facts: ParagraphFacts): readonly ParagraphPart[] {
  const name = nameIn(word);
  const fact = name === undefined ? undefined : factOf(facts, name);
  if (name === undefined || fact === undefined) return word === '' ? [] : [plain(word)];
  if (fact === null) return [plain('chưa có số liệu')];
  if (typeof fact === 'string') return [plain(silenceWords[fact])];
  return isCapital(name) ? capitalised(fact) : fact;
}

/** "{Kỳ}" begins a sentence, "{kỳ}" stands within one. */
function isCapital(name: string): boolean {
  const [first = ''] = name.trim();
  return first !== first.toLowerCase();
}

function capitalised([first, ...rest]: readonly ParagraphPart[]): ParagraphPart[] {
  return first === undefined ? [] : [{ ...first, text: upperFirst(first.text) }, ...rest];
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Words side by side become one part. */
function joined(parts: readonly ParagraphPart[]): ParagraphPart[] {
  const together: ParagraphPart[] = [];
  for (const part of parts) {
    const last = together.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      together[together.length - 1] = { kind: 'text', text: last.text + part.text };
    else together.push(part);
  }
  return together;
}
