import type { sexes } from './intake.ts';

/** What one person is to another, as far as a counter asks. */
export const kins = [
  'father',
  'mother',
  'parent',
  'husband',
  'wife',
  'spouse',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'guardian',
  'ward',
] as const;
export type Kin = (typeof kins)[number];
type Sex = (typeof sexes)[number] | null;

/** Beginnings of what clerks write under "Quan hệ", the longer ones first; accents tell "bà" from "ba". */
const beginnings: readonly (readonly [Kin, ...string[]])[] = [
  ['guardian', 'người giám hộ', 'giám hộ', 'giam ho', 'nguoi giam ho'],
  ['ward', 'người được giám hộ', 'được giám hộ', 'duoc giam ho'],
  ['grandchild', 'cháu', 'chau'],
  ['child', 'con'],
  ['mother', 'mẹ', 'me', 'má', 'mạ', 'bu', 'u', 'mế', 'êm'],
  ['father', 'bố', 'cha', 'ba', 'bo', 'tía', 'thầy'],
  ['parent', 'cha hoặc mẹ', 'bố mẹ', 'cha mẹ', 'ba mẹ', 'bố hoặc mẹ', 'bo me', 'cha me'],
  ['wife', 'vợ', 'vo'],
  ['husband', 'chồng', 'chong'],
  ['spouse', 'vợ hoặc chồng', 'vợ chồng'],
  ['sibling', 'anh', 'chị', 'em', 'chi'],
  ['grandparent', 'ông', 'bà', 'ong'],
];
/** Kin by marriage or custom that are none of the words above: "con dâu", "mẹ chồng", "anh họ". */
const others = /^(?!vợ (?:hoặc )?chồng$)(?:.*\s)?(?:dâu|rể|chồng|vợ|họ|kết nghĩa|đỡ đầu|dau|re)$/u;

/** The kin that a written relation means; undefined for "được ủy quyền", "bưu điện" and what is no kin here. */
export function kinOf(relation: string): Kin | undefined {
  const text = relation.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  if (text.includes(' ') && others.test(text)) return undefined;
  let best: { kin: Kin; length: number } | undefined;
  for (const [kin, ...words] of beginnings) {
    for (const word of words) {
      const fits = text === word || text.startsWith(`${word} `);
      if (fits && word.length > (best?.length ?? 0)) best = { kin, length: word.length };
    }
  }
  return best?.kin;
}

/** What the other one is, seen from the relative: whose child I am, that is my mother, my father or a parent. */
export function kinBack(kin: Kin, sexOfOther: Sex): Kin {
  const bySex = (male: Kin, female: Kin, unknown: Kin): Kin =>
    sexOfOther === 'male' ? male : sexOfOther === 'female' ? female : unknown;
  switch (kin) {
    case 'father':
    case 'mother':
    case 'parent':
      return 'child';
    case 'child':
      return bySex('father', 'mother', 'parent');
    case 'husband':
    case 'wife':
    case 'spouse':
      return bySex('husband', 'wife', 'spouse');
    case 'grandparent':
      return 'grandchild';
    case 'grandchild':
      return 'grandparent';
    case 'guardian':
      return 'ward';
    case 'ward':
      return 'guardian';
    case 'sibling':
      return 'sibling';
  }
}
