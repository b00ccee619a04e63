import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeeQuestion } from './fee.ts';
import { quoteFee, sumOf } from './fee-quote.ts';
import { feeRuleSchema, feeSettingsSchema } from './fee-rule.ts';
import { settledFee } from './fee-settled.ts';

const vnd = fc.integer({ min: 0, max: 500_000 });
const amount = fc.option(vnd);
const common = {
  name: fc.constantFrom('Lệ phí', 'Phí'),
  charge: fc.constantFrom('fee', 'charge'),
  onRequest: fc.boolean(),
  exemptible: fc.boolean(),
  channelVnd: fc.oneof(fc.constant({}), fc.record({ online: vnd })),
};
const page = fc.record({
  per: fc.constant('page'),
  ...common,
  tiers: fc
    .array(fc.record({ fromPage: fc.integer({ min: 2, max: 50 }), amountVnd: vnd }), { maxLength: 3 })
    .map((tiers) => [{ fromPage: 1, amountVnd: 2000 }, ...tiers]),
  capVnd: amount,
});
const item = fc.oneof(
  fc.record({ per: fc.constantFrom('case', 'copy'), ...common, amountVnd: amount }),
  page,
  fc.record({
    per: fc.constant('lateCase'),
    ...common,
    amountVnd: amount,
    freeDays: fc.integer({ min: 0, max: 100 }),
    since: fc.constant('ngày sinh'),
  }),
);
const settings = feeSettingsSchema.parse({
  extras: [{ code: 'x', name: 'Phô tô', unit: 'trang', unitVnd: 500 }],
});
const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const document = fc.record({
  pages: fc.integer({ min: 0, max: 400 }),
  copies: fc.integer({ min: 0, max: 9 }),
});

const questionOf = (items: typeof item): fc.Arbitrary<FeeQuestion> =>
  fc
    .record({
      items: fc.array(items, { maxLength: 4 }),
      copies: fc.option(fc.integer({ min: 0, max: 9 })),
      eventOn: fc.option(day),
      exemption: fc.option(
        fc.record({ group: fc.constantFrom('merit', 'poor', 'nobody'), proof: fc.constant('') }),
      ),
      extras: fc.array(
        fc.record({ code: fc.constantFrom('x', 'gone'), quantity: fc.integer({ min: 1, max: 9 }) }),
        { maxLength: 2 },
      ),
      channel: fc.constantFrom('direct' as const, 'online' as const),
      receivedOn: day,
      documents: fc.array(document, { maxLength: 3 }),
    })
    .map(({ items: listed, copies, eventOn, exemption, extras, ...rest }) => ({
      rule: feeRuleSchema.parse({ items: listed, exemptGroups: ['merit', 'poor'] }),
      settings,
      facts: { copies, eventOn, exemption, extras },
      ...rest,
    }));

describe('any price', () => {
  it('is the sum of its lines, and never negative', () => {
    fc.assert(
      fc.property(questionOf(item), (question) => {
        const { lines, totalVnd } = quoteFee(question);
        expect(totalVnd).toBe(sumOf(lines));
        expect(totalVnd ?? 0).toBeGreaterThanOrEqual(0);
        expect(lines.every(({ amountVnd }) => amountVnd === null || Number.isSafeInteger(amountVnd))).toBe(
          true,
        );
      }),
    );
  });

  it('never falls with another page, and one copy never costs more than the cap', () => {
    const pages = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(questionOf(page), page, pages, pages, (question, drawn, one, other) => {
        const rule = feeRuleSchema.parse({ items: [{ ...drawn, onRequest: false }] });
        const priceOf = (count: number) =>
          quoteFee({
            ...question,
            rule,
            facts: { ...question.facts, extras: [] },
            documents: [{ pages: count, copies: 1 }],
          }).totalVnd ?? -1;
        expect(priceOf(Math.max(one, other))).toBeGreaterThanOrEqual(priceOf(Math.min(one, other)));
        if (drawn.capVnd !== null) expect(priceOf(one)).toBeLessThanOrEqual(drawn.capVnd);
      }),
    );
  });

  it('is stored with lines that add up to what is taken, whatever was typed', () => {
    const known = questionOf(item).filter(({ facts, receivedOn }) => {
      const { eventOn, exemption, extras } = facts;
      const isKnown = extras.every(({ code }) => code === 'x') && exemption?.group !== 'nobody';
      return isKnown && (eventOn === null || eventOn <= receivedOn);
    });
    fc.assert(
      fc.property(known, fc.option(vnd), ({ facts, ...question }, amountVnd) => {
        const entry = { amountVnd, method: 'cash', facts, reason: 'Theo quyết định' } as const;
        const settled = settledFee(entry, question);
        if (!('fee' in settled)) throw new Error(settled.fault.field);
        expect(sumOf(settled.fee.lines ?? [])).toBe(amountVnd);
        const silent = settledFee({ amountVnd, method: 'cash', facts }, question);
        const { totalVnd, lines } = quoteFee({ ...question, facts });
        const least = sumOf(lines.filter((line) => line.amountVnd !== null)) ?? 0;
        const asksNothing = amountVnd === totalVnd || (totalVnd === null && (amountVnd ?? -1) >= least);
        expect('fee' in silent).toBe(asksNothing);
      }),
    );
  });
});
