import { expect, test } from 'vitest';
import { lowRatings } from './low-ratings.ts';

const mark = (procedureCode: string, field: string, reasons: string[] = ['Chờ lâu']) => ({
  procedureCode,
  procedureShortName: `Việc ${procedureCode}`,
  field,
  reasons,
  count: 1,
});
const cases = (procedureCode: string, field: string, count: number) => ({ procedureCode, field, count });

test('a procedure is named among five cases of the day, else its field, else neither', () => {
  const marks = [mark('a', 'Hộ tịch'), mark('b', 'Hộ tịch'), mark('d', 'Đất đai'), mark('d', 'Đất đai', [])];
  const day = [cases('a', 'Hộ tịch', 5), cases('b', 'Hộ tịch', 3), cases('c', 'Hộ tịch', 2)];
  expect(lowRatings(marks, [...day, cases('d', 'Đất đai', 4)], 5)).toEqual([
    { name: 'Hộ tịch', reasons: ['Chờ lâu'], count: 1 },
    { name: 'Việc a', reasons: ['Chờ lâu'], count: 1 },
    { name: null, reasons: [], count: 2 },
  ]);
});

test('a field is named by its unnamed cases: those of a named procedure hide nobody', () => {
  const day = [cases('a', 'Hộ tịch', 9), cases('b', 'Hộ tịch', 1)];
  expect(lowRatings([mark('b', 'Hộ tịch')], day, 5)).toEqual([{ name: null, reasons: [], count: 1 }]);
});

test('reasons stand alone where the rest of the day is many', () => {
  const day = [cases('a', 'Hộ tịch', 3), cases('b', 'Đất đai', 2)];
  expect(lowRatings([mark('a', 'Hộ tịch'), mark('b', 'Đất đai')], day, 5)).toEqual([
    { name: null, reasons: ['Chờ lâu'], count: 2 },
  ]);
});
