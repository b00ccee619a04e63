import { describe, expect, it } from 'vitest';
import { feeRuleSchema, feeSettingsSchema } from './fee-rule.ts';
import { noFacts, settledFee } from './fee-settled.ts';

const question = (amountVnd: number | null, exemptGroups: string[] = []) => ({
  rule: feeRuleSchema.parse({ items: [{ per: 'case', name: 'Lệ phí', amountVnd }], exemptGroups }),
  settings: feeSettingsSchema.parse({}),
  channel: 'direct' as const,
  receivedOn: '2026-03-10',
  documents: [],
});
const poor = { ...noFacts, exemption: { group: 'poor', proof: 'Sổ 12' } };

describe('settledFee', () => {
  it('asks nothing for the computed amount', () => {
    expect(settledFee({ amountVnd: 15_000, method: 'cash' }, question(15_000))).toMatchObject({
      fee: { amountVnd: 15_000, lines: [{ name: 'Lệ phí', amountVnd: 15_000 }] },
    });
  });

  it('lets the counter fill in what the ward has not set', () => {
    expect(settledFee({ amountVnd: 5000, method: 'later' }, question(null))).toMatchObject({
      fee: { lines: [{ name: 'Mức thu tại quầy', charge: 'override', amountVnd: 5000, how: 'Lệ phí' }] },
    });
  });

  it('asks why another amount is taken, up or down, and keeps the answer as a line', () => {
    const other = { amountVnd: 10_000, method: 'cash' as const };
    expect(settledFee(other, question(15_000))).toEqual({ fault: { field: 'reason', kind: 'required' } });
    expect(settledFee({ ...other, reason: ' ' }, question(15_000))).toHaveProperty('fault');
    expect(settledFee({ ...other, reason: 'Nghị quyết mới' }, question(15_000))).toMatchObject({
      fee: {
        reason: 'Nghị quyết mới',
        lines: [{ amountVnd: 15_000 }, { charge: 'override', amountVnd: -5000, how: 'Nghị quyết mới' }],
      },
    });
  });

  it('takes nothing from who is exempt, and wants to know why he is', () => {
    const exempt = { amountVnd: 0, method: 'exempt' as const };
    expect(settledFee({ ...exempt, facts: poor }, question(15_000, ['poor']))).toHaveProperty('fee');
    expect(settledFee({ ...exempt, facts: poor }, question(null, ['poor']))).toHaveProperty('fee');
    expect(settledFee(exempt, question(15_000, ['poor']))).toMatchObject({
      fault: { field: 'facts.exemption', kind: 'required' },
    });
    expect(settledFee(exempt, question(null))).toMatchObject({ fault: { field: 'reason' } });
    expect(settledFee({ ...exempt, reason: 'Diện khác' }, question(15_000))).toHaveProperty('fee');
    expect(settledFee({ ...exempt, facts: poor }, question(15_000))).toMatchObject({
      fault: { field: 'facts.exemption', kind: 'choice' },
    });
    expect(settledFee({ ...exempt, amountVnd: 5000, facts: poor }, question(5000, ['poor']))).toMatchObject({
      fault: { field: 'method' },
    });
    // Forms that know no groups: nothing is charged anyway.
    expect(settledFee(exempt, question(0))).toHaveProperty('fee');
  });

  it('refuses a birth after the reception, and a local charge that is none', () => {
    const cash = { amountVnd: 0, method: 'cash' as const };
    expect(settledFee({ ...cash, facts: { ...noFacts, eventOn: '2026-03-11' } }, question(0))).toMatchObject({
      fault: { field: 'facts.eventOn', kind: 'future' },
    });
    const extras = [{ code: 'gone', quantity: 1 }];
    expect(settledFee({ ...cash, facts: { ...noFacts, extras } }, question(0))).toMatchObject({
      fault: { field: 'facts.extras', kind: 'choice' },
    });
  });
});
