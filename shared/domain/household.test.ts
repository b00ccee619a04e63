import { expect, it } from 'vitest';
import { kinLabels } from '../labels.ts';
import { kinBack, kinOf, kins } from './household.ts';

it.each([
  ['con đẻ', 'child'],
  ['Con', 'child'],
  ['con nuôi', 'child'],
  ['mẹ', 'mother'],
  ['Mẹ đẻ', 'mother'],
  ['bà', 'grandparent'],
  ['bà nội', 'grandparent'],
  ['ba', 'father'],
  ['bố', 'father'],
  ['bố mẹ', 'parent'],
  ['vợ', 'wife'],
  ['chồng', 'husband'],
  ['anh ruột', 'sibling'],
  ['em gái', 'sibling'],
  ['cháu nội', 'grandchild'],
  ['người giám hộ', 'guardian'],
  ['người được giám hộ', 'ward'],
])('%s is %s', (relation, kin) => expect(kinOf(relation)).toBe(kin));

it.each(['', 'được ủy quyền', 'bưu điện', 'con dâu', 'mẹ chồng', 'anh họ', 'cán bộ thôn', 'congty'])(
  '“%s” is no kin here',
  (relation) => expect(kinOf(relation)).toBeUndefined(),
);

it('the words of the form mean what they say', () => {
  for (const kin of kins) expect(kinOf(kinLabels[kin].toLowerCase())).toBe(kin);
});

it('reads backwards with the sex of the other, and twice is itself', () => {
  expect(kinBack('child', 'female')).toBe('mother');
  expect(kinBack('mother', 'male')).toBe('child');
  expect(kinBack('wife', 'male')).toBe('husband');
  expect(kinBack('child', null)).toBe('parent');
  for (const kin of kins) {
    const sex = { father: 'male', husband: 'male', mother: 'female', wife: 'female' } as const;
    const own = kin in sex ? sex[kin as keyof typeof sex] : null;
    expect(kinBack(kinBack(kin, null), own)).toBe(kin);
  }
});
