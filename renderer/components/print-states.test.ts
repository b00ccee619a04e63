import { describe, expect, it } from 'vitest';
import { type PrintState, printStates } from '../../shared/print-states.ts';
import { asksForPaper, copiesMissing, isSettled, isStuck, isUnderWay, isUnprinted } from './print-states.ts';

const statesThat = (claim: (job: { state: PrintState }) => boolean) =>
  printStates.filter((state) => claim({ state }));

describe('print states', () => {
  it('leave each slip to somebody: the counter, a person, or nobody any more', () => {
    expect(statesThat(isUnderWay)).toEqual(['queued', 'printing']);
    expect(statesThat(asksForPaper)).toEqual(['sent', 'unknown']);
    expect(statesThat(isSettled)).toEqual(['confirmed', 'skipped']);
    expect(statesThat(isUnprinted)).toEqual(['queued', 'ready', 'printing', 'failed', 'unknown']);
  });

  it('know which copies are missing', () => {
    expect(copiesMissing({ copies: 2, copiesOut: [] })).toEqual([1, 2]);
    expect(copiesMissing({ copies: 3, copiesOut: [2] })).toEqual([1, 3]);
    expect(copiesMissing({ copies: 2, copiesOut: [1, 2] })).toEqual([]);
  });

  it('call a slip stuck after two minutes, over midnight too', () => {
    const queued = { state: 'queued', changedAt: '2025-04-24T23:59' } as const;
    expect(isStuck(queued, '2025-04-25T00:00')).toBe(false);
    expect(isStuck(queued, '2025-04-25T00:01')).toBe(true);
    expect(isStuck({ ...queued, state: 'printing' }, '2025-04-25T09:00')).toBe(false);
  });
});
