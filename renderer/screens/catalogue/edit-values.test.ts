import { describe, expect, it } from 'vitest';
import procedures from '../../../resources/procedures.json' with { type: 'json' };
import { procedureSchema } from '../../../shared/domain/procedure.ts';
import { editValues, parseEdit } from './edit-values.ts';
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

describe('words of a procedure', () => {
  it('lists every rule and says what is not confirmed, without code names', () => {
    expect(limitLines(byCode('1.004859').timeLimit)).toHaveLength(3);
    for (const procedure of all)
      expect(doubtSentence(procedure) ?? '').not.toMatch(/timeLimit|components|legalBasis/);
  });
});
