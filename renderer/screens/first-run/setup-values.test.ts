import { describe, expect, it } from 'vitest';
import {
  emptySetup,
  faultsOfStep,
  guessesFrom,
  lacksLeader,
  type SetupValues,
  unitNameOf,
} from './setup-values.ts';

type Person = SetupValues['people'][number];
const person = (name: string, roles: Person['roles']): Person => ({ key: name, name, title: '', roles });
const faultsOf = (...people: Person[]) => faultsOfStep('people', { ...emptySetup, people });

describe('who works here', () => {
  it('asks for somebody who receives and somebody who manages', () => {
    expect(faultsOf(person('Lò Thị Mai', ['clerk', 'administrator']))).toEqual({});
    expect(faultsOf(person('Lò Thị Mai', ['clerk']))).toEqual({ people: 'noManager' });
    expect(faultsOf(person('Cầm Văn Tuấn', ['leader']))).toEqual({ people: 'noClerk' });
  });

  it('lets one person hold every role, and knows when nobody leads', () => {
    const alone = (roles: Person['roles']) => ({ ...emptySetup, people: [person('Lò Thị Mai', roles)] });
    expect(lacksLeader(alone(['clerk', 'administrator']))).toBe(true);
    expect(lacksLeader(alone(['clerk', 'leader']))).toBe(false);
    expect(faultsOfStep('people', alone(['clerk', 'leader']))).toEqual({});
  });

  it('names a fault at the row where it stands, past rows that were left empty', () => {
    const faults = faultsOf(
      person('Lò Thị Mai', ['clerk', 'administrator']),
      person('', ['officer']),
      person('Mai 123', ['officer']),
    );
    expect(faults).toEqual({ 'people.2.name': 'personName' });
  });

  it('asks the name of the only person', () => {
    expect(faultsOf(person('', ['clerk', 'administrator']))).toEqual({ 'people.0.name': 'required' });
  });
});

describe('the name of the unit', () => {
  const guesses = {
    parentAgency: 'UBND phường Nghĩa Lộ',
    place: 'Nghĩa Lộ',
    names: ['Trung tâm Phục vụ hành chính công phường Nghĩa Lộ', 'Bộ phận Tiếp nhận và Trả kết quả'],
  };

  it.each([
    'Phường Nghĩa Lộ',
    'phường Nghĩa Lộ',
    'PHƯỜNG Nghĩa Lộ',
    'UBND phường Nghĩa Lộ',
    'ubnd Phường Nghĩa Lộ ',
    'Ủy ban nhân dân phường Nghĩa Lộ',
    'Uỷ ban nhân dân phường Nghĩa Lộ',
    'Ủy ban nhân dân Phường Nghĩa Lộ'.normalize('NFD'),
  ])('tells the same from %s', (typed) => {
    expect(guessesFrom(typed)).toEqual(guesses);
  });

  it('stands without its committee', () => {
    expect(unitNameOf('UBND phường Nghĩa Lộ')).toBe('Phường Nghĩa Lộ');
    expect(unitNameOf('Ủy ban nhân dân xã Mường Bú')).toBe('Xã Mường Bú');
    expect(unitNameOf(' Xã Mường Bú ')).toBe('Xã Mường Bú');
    expect(unitNameOf('UBNDX')).toBe('UBNDX');
    expect(guessesFrom('UBND')).toMatchObject({ parentAgency: '', place: '' });
  });

  it('is left as typed where no kind of unit stands before it', () => {
    expect(guessesFrom('Nghĩa Lộ')).toMatchObject({ parentAgency: 'UBND Nghĩa Lộ', place: 'Nghĩa Lộ' });
  });
});
