import { describe, expect, it } from 'vitest';
import { actNames, type CaseState, type RefusalCode } from '../../../shared/domain/case-flow.ts';
import { chooseActs } from './act-choice.ts';

/** A case where all acts but these are refused with `status`. */
function choice(status: CaseState['status'], allowed: string[], refusals: Record<string, RefusalCode> = {}) {
  const state = { status, appointment: { limit: { kind: 'workingDays', value: 3 } } } as unknown as CaseState;
  const acts = actNames.map((act) => ({
    act,
    refusal: allowed.includes(act) ? null : { code: refusals[act] ?? ('status' as const) },
    hints: {},
  }));
  return chooseActs({ state, acts });
}

describe('chooseActs', () => {
  it('puts the step of the status first, and its second way beside it', () => {
    const { primary, beside } = choice('processing', ['handover', 'resolve', 'askSupplement', 'withdraw']);
    expect(primary).toBe('resolve');
    expect(beside).toEqual(['handover', 'askSupplement']);
    expect(choice('resolved', ['return', 'visit']).primary).toBe('return');
    expect(choice('processing', []).primary).toBeNull();
  });

  it('keeps the usual acts in sight with their reason, and the rest in the menu, allowed ones first', () => {
    const { refused, more } = choice('processing', ['resolve', 'handover', 'visit'], {
      askSupplement: 'secondSupplement',
      extend: 'tooLate',
    });
    expect(refused.map(({ act, refusal }) => [act, refusal?.code])).toEqual([
      ['return', 'status'],
      ['askSupplement', 'secondSupplement'],
    ]);
    expect(more[0]).toMatchObject({ act: 'visit', refusal: null });
    expect(more).toContainEqual({ act: 'extend', refusal: { code: 'tooLate' }, hints: {} });
    expect(more.some(({ act }) => act === 'accept')).toBe(false);
  });

  it('says nothing of what an ended case no longer has', () => {
    const finished = Object.fromEntries(actNames.map((act) => [act, 'finished' as const]));
    const { primary, refused, more } = choice('returned', ['undo'], finished);
    expect([primary, refused, more.map(({ act }) => act)]).toEqual([null, [], ['undo']]);
  });
});
