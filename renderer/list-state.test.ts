import { expect, test } from 'vitest';
import { type ListState, listPath, readListState, writeListState } from './list-state.ts';

test('an empty address is the open cases, soonest due first', () => {
  expect(readListState(new URLSearchParams())).toEqual({
    view: 'open',
    sort: 'dueAt',
    direction: 'asc',
    filter: {},
  });
});

test('a written list is read back', () => {
  const state: ListState = {
    view: 'all',
    sort: 'applicantName',
    direction: 'desc',
    filter: {
      year: 2024,
      timeliness: ['early', 'onTime'],
      fields: ['Hộ tịch', 'Chứng thực'],
      settled: true,
      unprinted: true,
      dueFrom: '2024-02-01',
      dueTo: '2024-02-08',
    },
  };
  expect(readListState(writeListState(state))).toEqual(state);
});

test('what is usual for the view is not written', () => {
  expect(listPath({ view: 'late', sort: 'dueAt', direction: 'asc' })).toBe('/ho-so?view=late');
});

test('nonsense in the address is left out', () => {
  const params = new URLSearchParams(
    'view=x&year=9&timeliness=maybe&receivedFrom=24/04/2025&settled=perhaps&sort=id',
  );
  expect(readListState(params)).toEqual({ view: 'open', sort: 'dueAt', direction: 'asc', filter: {} });
});
