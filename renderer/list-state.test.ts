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

test('the list of a figure is every case of its set, and is read back', () => {
  const figure = { set: 'settledLate', from: '2025-04-01', to: '2025-04-30' } as const;
  const path = listPath({ filter: { figure, holderId: 2, point: '' } });
  expect(path).toBe('/ho-so?view=all&so=settledLate&tu=2025-04-01&den=2025-04-30&holderId=2&point=');
  const address = new URLSearchParams('so=settledLate&tu=2025-04-01&den=2025-04-30&holderId=2&point=');
  const state = readListState(address);
  expect(state).toMatchObject({ view: 'all', filter: { figure, holderId: 2, point: '' } });
  expect(listPath(state)).toBe(path);
  const nonsense = new URLSearchParams('so=settledLate&tu=2025-04-30&den=2025-04-01');
  expect(readListState(nonsense)).toMatchObject({ view: 'open', filter: {} });
});

test('a list of named cases is read back; what is no id is left out', () => {
  const path = listPath({ view: 'all', filter: { ids: [7, 12] } });
  expect(path).toBe('/ho-so?view=all&ids=7&ids=12');
  const read = readListState(new URLSearchParams('view=all&ids=7&ids=x&ids=-1&ids=12'));
  expect(read.filter).toEqual({ ids: [7, 12] });
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
