import { describe, expect, it } from 'vitest';
import type { FeeFacts, FeeQuestion } from './fee.ts';
import { documentsOf, quoteFee } from './fee-quote.ts';
import { type FeeRule, feeRuleOf, feeRuleSchema, feeSettingsSchema } from './fee-rule.ts';
import { noFacts } from './fee-settled.ts';
import { usualAmount } from './fee-usual.ts';

const rule = (input: unknown): FeeRule => feeRuleSchema.parse(input);
const settings = feeSettingsSchema.parse({
  extras: [{ code: 'photo', name: 'Phô tô', unit: 'trang', unitVnd: 500, ceilingVnd: 1000 }],
});
const ask = (asked: FeeRule, facts: Partial<FeeFacts> = {}, more: Partial<FeeQuestion> = {}) =>
  quoteFee({
    rule: asked,
    settings,
    facts: { ...noFacts, ...facts },
    channel: 'direct',
    receivedOn: '2026-03-10',
    documents: [],
    ...more,
  });

const certifiedCopy = rule({
  items: [
    {
      per: 'page',
      name: 'Phí chứng thực bản sao',
      charge: 'fee',
      tiers: [
        { fromPage: 1, amountVnd: 2000 },
        { fromPage: 3, amountVnd: 1000 },
      ],
      capVnd: 200_000,
    },
  ],
});
const birth = rule({
  items: [
    { per: 'lateCase', name: 'Lệ phí khai sinh quá hạn', amountVnd: 8000, freeDays: 60, since: 'ngày sinh' },
    {
      per: 'copy',
      name: 'Phí bản sao trích lục',
      charge: 'fee',
      onRequest: true,
      exemptible: false,
      amountVnd: 8000,
    },
  ],
  exemptGroups: ['merit', 'poor'],
});
const death = rule({
  items: [{ per: 'lateCase', name: 'Khai tử quá hạn', amountVnd: null, freeDays: 15, since: 'ngày chết' }],
});
const residence = rule({
  items: [{ per: 'case', name: 'Lệ phí thường trú', amountVnd: 20_000, channelVnd: { online: 10_000 } }],
});

describe('the price of certified copies (TT 226/2016/TT-BTC)', () => {
  it.each([
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [10, 1, 12_000],
    [5, 3, 21_000],
    // 2 × 2.000 + 196 × 1.000 = 200.000: the last page count under the cap.
    [198, 1, 200_000],
    [199, 1, 200_000],
    [500, 2, 400_000],
  ])('%i pages, %i copies cost %i', (pages, copies, amount) => {
    expect(ask(certifiedCopy, {}, { documents: [{ pages, copies }] }).totalVnd).toBe(amount);
  });

  it('says page by page how it came about, a line for each document', () => {
    const { lines, totalVnd } = ask(
      certifiedCopy,
      {},
      {
        documents: [
          { pages: 5, copies: 2 },
          { pages: 300, copies: 1 },
        ],
      },
    );
    expect(lines.map(({ how }) => how)).toEqual([
      '2 trang × 2.000 đ + 3 trang × 1.000 đ, 2 bản',
      '2 trang × 2.000 đ + 298 trang × 1.000 đ, tối đa 200.000 đ một bản, 1 bản',
    ]);
    expect(totalVnd).toBe(214_000);
  });

  it('is not known before the pages of the original are', () => {
    expect(ask(certifiedCopy).totalVnd).toBeNull();
  });
});

describe('free in time, charged late (rules §14: birth 60 days, death 15 days)', () => {
  it.each([
    // The day of birth is not counted: 60 days after 09/01 end on 10/03.
    ['2026-01-09', 0, 'đúng hạn, ngày cuối không thu 10/03/2026 (60 ngày kể từ ngày sinh)'],
    ['2026-01-08', 8000, 'quá hạn, ngày cuối không thu 09/03/2026 (60 ngày kể từ ngày sinh)'],
    ['2026-03-10', 0, 'đúng hạn, ngày cuối không thu 09/05/2026 (60 ngày kể từ ngày sinh)'],
  ])('a birth on %s registered on 10/03/2026 costs %i', (eventOn, amount, how) => {
    const { lines, totalVnd } = ask(birth, { eventOn });
    expect(totalVnd).toBe(amount);
    expect(lines[0]?.how).toBe(how);
  });

  it('a death after the 15th day costs what the province says, which is not known', () => {
    expect(ask(death, { eventOn: '2026-02-23' }).totalVnd).toBe(0);
    expect(ask(death, { eventOn: '2026-02-22' }).totalVnd).toBeNull();
  });

  it('a day that was not given counts as in time, and the line says so', () => {
    const { lines, totalVnd } = ask(birth);
    expect(totalVnd).toBe(0);
    expect(lines[0]?.how).toBe('chưa ghi ngày sinh, tính như còn trong 60 ngày');
  });
});

describe('copies, channels, local charges', () => {
  it('charges copies on request only when they are asked for (TT 281/2016/TT-BTC)', () => {
    expect(ask(birth).lines).toHaveLength(1);
    expect(ask(birth, { copies: 0 }).lines).toHaveLength(1);
    expect(ask(birth, { copies: 3 })).toMatchObject({
      totalVnd: 24_000,
      lines: [{ amountVnd: 0 }, { charge: 'fee', how: '3 bản × 8.000 đ', amountVnd: 24_000 }],
    });
  });

  it('has one copy where copies are what is asked for', () => {
    const extract = rule({ items: [{ per: 'copy', name: 'Trích lục', amountVnd: 8000 }] });
    expect(ask(extract).totalVnd).toBe(8000);
    expect(ask(extract, { copies: 4 }).totalVnd).toBe(32_000);
  });

  it('has its own price online (TT 75/2022/TT-BTC)', () => {
    expect(ask(residence).totalVnd).toBe(20_000);
    expect(ask(residence, {}, { channel: 'postal' }).totalVnd).toBe(20_000);
    expect(ask(residence, {}, { channel: 'online' }).totalVnd).toBe(10_000);
  });

  it('adds local charges by the unit', () => {
    const { lines, totalVnd } = ask(residence, { extras: [{ code: 'photo', quantity: 12 }] });
    expect(lines[1]).toMatchObject({ charge: 'extra', amountVnd: 6000, how: '12 trang × 500 đ' });
    expect(totalVnd).toBe(26_000);
  });

  it('takes no local charge above its ceiling into the settings', () => {
    const extra = { code: 'photo', name: 'Phô tô', unit: 'trang', unitVnd: 1001, ceilingVnd: 1000 };
    expect(feeSettingsSchema.safeParse({ extras: [extra] }).success).toBe(false);
  });
});

describe('exemptions', () => {
  const merit = { exemption: { group: 'merit', proof: 'Giấy số 12' } };

  it('are a line that takes off, with the group and its proof', () => {
    const { lines, totalVnd } = ask(birth, { ...merit, eventOn: '2025-01-01' });
    expect(lines[1]).toMatchObject({
      charge: 'exemption',
      amountVnd: -8000,
      how: 'Gia đình có công với cách mạng, Giấy số 12',
    });
    expect(totalVnd).toBe(0);
  });

  it('leave alone what they do not name: copies outside the exemption, local charges, other groups', () => {
    const extras = [{ code: 'photo', quantity: 2 }];
    expect(ask(birth, { ...merit, eventOn: '2025-01-01', copies: 1, extras }).totalVnd).toBe(9000);
    const disabled = { exemption: { group: 'disabled', proof: '' }, eventOn: '2025-01-01' };
    expect(ask(birth, disabled).totalVnd).toBe(8000);
  });

  it('make an amount that nobody has set nothing', () => {
    const unsetRule = rule({ items: [{ per: 'case', name: 'A', amountVnd: null }], exemptGroups: ['merit'] });
    expect(ask(unsetRule).totalVnd).toBeNull();
    expect(ask(unsetRule, merit).totalVnd).toBe(0);
  });
});

describe('a procedure without a rule', () => {
  it.each([[0], [15_000], [null]])('costs its single amount: %s', (amountVnd) => {
    expect(ask(feeRuleOf({ amountVnd })).totalVnd).toBe(amountVnd);
    expect(usualAmount({ amountVnd })).toBe(amountVnd);
  });
});

describe('documentsOf', () => {
  const paper = (pages: number | null, photocopies = 0, certifiedCopies = 0) => ({
    pages,
    photocopies,
    certifiedCopies,
  });

  it.each([
    ['the pages with the original, the copies in their own row', [paper(5), paper(null, 3)], [[5, 3]]],
    ['one copy where none are counted', [paper(5)], [[5, 1]]],
    ['both in one row', [paper(5, 2), paper(null)], [[5, 2]]],
    ['pages in both rows: one document', [paper(5), paper(5, 2)], [[5, 2]]],
    [
      'two documents',
      [paper(1, 0, 2), paper(12, 1)],
      [
        [1, 2],
        [12, 1],
      ],
    ],
    ['no page count', [paper(null, 2)], []],
  ])('%s', (_, papers, expected) => {
    expect(documentsOf(papers)?.map(({ pages, copies }) => [pages, copies])).toEqual(expected);
  });

  it.each([
    ['copies beside a document and an original', [paper(5, 2), paper(10), paper(null, 3)]],
    ['an original without copies beside a document', [paper(5, 2), paper(10)]],
    ['copies without an original beside a document', [paper(5, 2), paper(null, 3)]],
    ['copies of one of two originals, or of both', [paper(5), paper(10), paper(null, 3)]],
  ])('%s are not guessed: the price asks', (_, papers) => {
    expect(documentsOf(papers)).toBeNull();
    const { lines, totalVnd } = ask(certifiedCopy, {}, { documents: documentsOf(papers) });
    expect(totalVnd).toBeNull();
    expect(lines.map(({ how }) => how)).toEqual([
      'chưa rõ mỗi bản chính mấy bản sao: ghi số bản cạnh số trang',
    ]);
  });

  it('takes copies that were told for each original', () => {
    expect(documentsOf([paper(5), paper(10), paper(null, 3)], 2)).toMatchObject([
      { copies: 2 },
      { copies: 2 },
    ]);
  });
});
