import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFields, marksOf, ownParts, withoutOthers } from './own-data.ts';

const own = marksOf([{ name: 'Lường Thị Thu Hằng', idNumber: '014196002187', phone: '0900000214' }]);
const freeFields = ['reason', 'question', 'relation', 'purpose', 'note', 'answer', 'fileName', 'description'];

test("somebody else's numbers become stars in a text of any name, his own stay; only listed codes are left alone", () => {
  const said = 'Bà Ba 014096002222, ĐT 0988 777 666; tôi 014196002187';
  const isStarred = (field: string) => {
    const { [field]: text } = withoutOthers({ [field]: said }, own) as Record<string, string>;
    return text === 'Bà Ba ************, ĐT **********; tôi 014196002187';
  };
  expect(freeFields.filter((field) => !isStarred(field))).toEqual([]);
  const anyField = fc
    .oneof(fc.stringMatching(/^[a-z]{0,8}(?:Code|No|On|At|number|symbol|ion|at|purpose)$/), fc.string())
    .filter(
      (field) => !codeFields.has(field) && !['by', 'holder', 'receivedBy', '__proto__'].includes(field),
    );
  fc.assert(fc.property(anyField, isStarred));
  expect(withoutOthers({ reference: '014096002222' }, own)).toEqual({ reference: '014096002222' });
});

test("what others' matters say of him is found in a text of any name", () => {
  const said = 'Con gái 014196002187 đến thay';
  for (const field of freeFields) expect(ownParts({ [field]: said }, own)).toEqual([{ [field]: said }]);
});
