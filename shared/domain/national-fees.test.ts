import { describe, expect, it } from 'vitest';
import procedures from '../../resources/procedures.json' with { type: 'json' };
import type { FeeFacts, FeeQuestion } from './fee.ts';
import { quoteFee } from './fee-quote.ts';
import { feeRuleOf, feeSettingsSchema } from './fee-rule.ts';
import { noFacts } from './fee-settled.ts';
import { usualAmount } from './fee-usual.ts';
import { procedureSchema } from './procedure.ts';

const all = procedures.map((procedure) => procedureSchema.parse(procedure));
const withRule = all.filter(({ fee }) => fee.rule !== undefined);
const settings = feeSettingsSchema.parse({});
const price = (code: string, facts: Partial<FeeFacts> = {}, more: Partial<FeeQuestion> = {}) => {
  const found = all.find((procedure) => procedure.code === code);
  if (!found) throw new Error(code);
  return quoteFee({
    rule: feeRuleOf(found.fee),
    settings,
    facts: { ...noFacts, ...facts },
    channel: 'direct',
    receivedOn: '2026-03-10',
    documents: [],
    ...more,
  }).totalVnd;
};

describe('the fees that come with the program', () => {
  it('have a rule wherever one amount does not say it all', () => {
    const speaks = all.filter(({ fee }) => /bản sao trích lục|\/trang|trực tuyến \d+\.\d/i.test(fee.note));
    expect(speaks.length).toBeGreaterThanOrEqual(15);
    expect(speaks.filter(({ fee }) => !fee.rule).map(({ code }) => code)).toEqual([]);
  });

  it.each(withRule.map(({ code, fee }) => [code, fee] as const))(
    '%s: rule and single amount agree, every group is one of the settings',
    (_, fee) => {
      expect(usualAmount(fee)).toBe(fee.amountVnd);
      const known = settings.exemptGroups.map(({ code }) => code);
      expect(fee.rule?.exemptGroups.filter((code) => !known.includes(code))).toEqual([]);
    },
  );

  it('cost what their notes say', () => {
    expect(price('1.001193', { eventOn: '2026-02-01', copies: 2 })).toBe(16_000);
    expect(price('1.001193', { eventOn: '2025-02-01' })).toBeNull();
    expect(price('1.000656', { eventOn: '2026-02-23' })).toBe(0);
    expect(price('1.000656', { eventOn: '2026-02-22' })).toBeNull();
    expect(price('1.000894', { copies: 1 })).toBe(8000);
    expect(price('1.004873')).toBeNull();
    expect(price('1.004873', { exemption: { group: 'poor', proof: '' } })).toBe(0);
    expect(price('2.000635', { copies: 3 })).toBe(24_000);
    expect(price('2.000815', {}, { documents: [{ pages: 4, copies: 2 }] })).toBe(12_000);
    expect(price('1.004222', {}, { channel: 'online' })).toBe(10_000);
    expect(price('1.004194', {}, { channel: 'online' })).toBe(7000);
    expect(price('2.001263')).toBe(400_000);
  });
});
