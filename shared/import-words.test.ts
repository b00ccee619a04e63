import { expect, test } from 'vitest';
import { faultSentence } from './import-words.ts';

test('two days in the wrong order are both named, and what to do', () => {
  const after = { field: 'receivedOn', text: '03/01/2025' } as const;
  expect(faultSentence({ field: 'dueOn', kind: 'order', text: '02/01/2025', after })).toBe(
    'Ngày hẹn 02/01/2025 trước ngày nhận 03/01/2025. Sửa một trong hai',
  );
});
