import { describe, expect, it } from 'vitest';
import { emptySetup, faultsOfStep, lacksLeader, type SetupValues } from './setup-values.ts';

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
