import { expect, test } from 'vitest';
import { doubtSentence } from './card-words.ts';
import { emptyApplicant } from './intake-values.ts';
import { isScan, readEntry } from './person.ts';

const card = '001090123456||Nguyễn Văn An|01011990|Nam|TP Hà Nội|15042021';

test('one field takes a card, a telephone, a number or a name', () => {
  expect(readEntry(card)).toMatchObject({
    kind: 'card',
    applicant: { idNumber: '001090123456', name: 'Nguyễn Văn An', birthOn: '01/01/1990', sex: 'male' },
  });
  expect(readEntry('0900 000 214')).toEqual({ kind: 'typed', applicant: { phone: '0900 000 214' } });
  expect(readEntry('014 196 002 187')).toEqual({ kind: 'typed', applicant: { idNumber: '014196002187' } });
  expect(readEntry(' Lò Thị Mai ')).toEqual({ kind: 'typed', applicant: { name: 'Lò Thị Mai' } });
});

test('a scan that nothing is taken of has a sentence, and never becomes a name', () => {
  for (const text of [
    card.slice(0, -1),
    card + card,
    'a|b|c',
    '250424-0008-31',
    '0123456789|4e677579e1bb85|01/01/1990|1',
  ])
    expect(readEntry(text)).toMatchObject({ kind: 'refused', sentence: expect.stringMatching(/Quét|gõ số/) });
});

test('a scan is told from typing in any field', () => {
  expect(isScan(card)).toBe(true);
  expect(isScan('Tổ 5 | khu 3')).toBe(false);
});

test('sex and birth year that the number contradicts are named together', () => {
  const applicant = {
    ...emptyApplicant,
    idNumber: '001 190123456',
    birthOn: '01011991',
    sex: 'male',
  } as const;
  expect(doubtSentence(applicant)).toBe('Số định danh ghi giới tính Nữ, năm sinh 1990; đối chiếu với thẻ.');
  expect(doubtSentence({ ...applicant, birthOn: '01/01/1990', sex: 'female' })).toBeUndefined();
  expect(doubtSentence({ ...applicant, idNumber: '012345678' })).toBeUndefined();
});
