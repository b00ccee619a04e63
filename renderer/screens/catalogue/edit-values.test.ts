import { describe, expect, it } from 'vitest';
import procedures from '../../../resources/procedures.json' with { type: 'json' };
import { procedureSchema } from '../../../shared/domain/procedure.ts';
import { feeRuleLines } from '../../../shared/fee-rule-words.ts';
import { editValues, parseEdit } from './edit-values.ts';
import { emptyItem } from './fee-rule-values.ts';
import { factorWords } from './limit-values.ts';
import { doubtSentence, limitLines } from './procedure-words.ts';

const all = procedures.map((procedure) => procedureSchema.parse(procedure));
const byCode = (code: string) => {
  const found = all.find((procedure) => procedure.code === code);
  if (!found) throw new Error(code);
  return found;
};

describe('parseEdit', () => {
  it('gives back every limit and fee that nobody touched', () => {
    for (const procedure of all) {
      const { input, faults } = parseEdit(procedure, editValues(procedure, '2026-08-24'));
      expect(faults).toEqual({});
      expect(input?.feeVnd).toBe(procedure.fee.amountVnd);
      expect(input?.feeRule).toEqual(procedure.fee.rule ?? null);
      expect(input?.timeLimit).toMatchObject({ ...procedure.timeLimit });
    }
  });

  it('keeps sub-cases when the base changes', () => {
    const procedure = byCode('1.004859');
    const values = { ...editValues(procedure, '2026-08-24'), count: '2', from: '01092026' };
    expect(parseEdit(procedure, values).input).toMatchObject({
      effectiveFrom: '2026-09-01',
      timeLimit: { kind: 'workingDays', value: 2, variants: [{ kind: 'sameDay' }] },
    });
  });

  it('makes a channel and a decision shorter, and keeps the rule of the law beside them', () => {
    const procedure = byCode('1.004873');
    const values = editValues(procedure, '2026-08-24');
    const { shorter } = values;
    const online = { way: 'factor', count: '', percent: '50', confirmed: true } as const;
    const local = { count: '2', decisionNo: '12/QĐ-UBND', from: '01092026', to: '' };
    const changed = { ...values, shorter: { channels: { ...shorter.channels, online }, local } };
    expect(parseEdit(procedure, changed).input?.timeLimit).toMatchObject({
      kind: 'workingDays',
      value: 3,
      perChannel: { online: { factor: 0.5, confirmed: true } },
      local: [{ rule: { kind: 'workingDays', value: 2 }, from: '2026-09-01', decisionNo: '12/QĐ-UBND' }],
    });
    const wrong = { ...changed, shorter: { ...changed.shorter, local: { ...local, count: '', from: 'x' } } };
    expect(parseEdit(procedure, wrong)).toEqual({
      input: null,
      faults: { 'local.count': 'format', 'local.from': 'day' },
    });
    expect(factorWords(procedure.timeLimit, '50')).toBe('50 % của 3 ngày làm việc là 2 ngày làm việc.');
  });

  it('names what is wrong', () => {
    const procedure = byCode('1.004873');
    const values = { ...editValues(procedure, '2026-08-24'), count: '0', fee: 'x', from: '31022026' };
    expect(parseEdit(procedure, values)).toEqual({
      input: null,
      faults: { count: 'format', fee: 'format', from: 'day' },
    });
  });
});

describe('a fee rule', () => {
  const certified = () => editValues(byCode('2.000815'), '2026-08-24');

  it('is edited item by item', () => {
    const values = certified();
    const [item] = values.feeRule.items;
    if (!item) throw new Error('The rule lost its item');
    const { channelAmounts } = item;
    const changed = {
      ...item,
      tiers: [
        { fromPage: '1', amount: '2.000' },
        { fromPage: '11', amount: '500' },
      ],
      cap: '',
      channelAmounts: { ...channelAmounts, online: '0' },
    };
    const late = { ...emptyItem(), per: 'lateCase' as const, freeDays: '60', amount: '8.000' };
    const feeRule = { items: [changed, late], groups: ['poor'], basis: 'NQ 1' };
    expect(parseEdit(byCode('2.000815'), { ...values, feeRule }).input?.feeRule).toMatchObject({
      items: [
        {
          per: 'page',
          tiers: [{ fromPage: 1 }, { fromPage: 11, amountVnd: 500 }],
          capVnd: null,
          channelVnd: { online: 0 },
        },
        { per: 'lateCase', amountVnd: 8000, freeDays: 60, since: 'ngày sinh' },
      ],
      exemptGroups: ['poor'],
      basis: 'NQ 1',
    });
    const none = { items: [], groups: [], basis: '' };
    expect(parseEdit(byCode('2.000815'), { ...values, feeRule: none }).input?.feeRule).toBeNull();
  });

  it('names the field of the item that is wrong', () => {
    const values = certified();
    const wrong = { ...emptyItem(), name: ' ', amount: 'mười', per: 'lateCase' as const, since: '' };
    const gap = { ...emptyItem(), per: 'page' as const, tiers: [{ fromPage: '2', amount: '' }] };
    const feeRule = { ...values.feeRule, items: [wrong, gap] };
    expect(parseEdit(byCode('2.000815'), { ...values, feeRule })).toEqual({
      input: null,
      faults: {
        'items.0.name': 'required',
        'items.0.amount': 'format',
        'items.0.freeDays': 'format',
        'items.0.since': 'required',
        'items.1.tiers.0.fromPage': 'format',
        'items.1.tiers.0.amount': 'format',
      },
    });
  });

  it('is told in words, whatever it holds', () => {
    const rule = byCode('1.001193').fee.rule;
    expect(rule && feeRuleLines(rule)).toEqual([
      {
        term: 'Lệ phí khai sinh quá hạn',
        text: 'không thu trong 60 ngày kể từ ngày sinh, quá hạn chưa đặt mức',
      },
      { term: 'Phí bản sao trích lục', text: '8.000 đ một bản; khi có yêu cầu' },
    ]);
    const pages = byCode('2.000815').fee.rule;
    expect(pages && feeRuleLines(pages)[0]?.text).toBe(
      '2.000 đ một trang, từ trang 3 1.000 đ, tối đa 200.000 đ một bản',
    );
    const residence = byCode('1.004222').fee.rule;
    expect(residence && feeRuleLines(residence)[0]?.text).toBe('20.000 đ; trực tuyến 10.000 đ');
  });
});

describe('words of a procedure', () => {
  it('lists every rule and says what is not confirmed, without code names', () => {
    expect(limitLines(byCode('1.004859').timeLimit)).toHaveLength(3);
    for (const procedure of all)
      expect(doubtSentence(procedure) ?? '').not.toMatch(/timeLimit|components|legalBasis/);
  });
});
