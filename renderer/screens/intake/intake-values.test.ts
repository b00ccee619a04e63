import { describe, expect, it } from 'vitest';
import procedures from '../../../resources/procedures.json' with { type: 'json' };
import { procedureSchema } from '../../../shared/domain/procedure.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { amountOf, emptyFee, feeEntryOf, feeOfValues, feeValuesOf } from './fee-values.ts';
import {
  emptyIntake,
  type IntakeValues,
  intakeValuesSchema,
  isTouched,
  parseIntake,
  withFreshKey,
} from './intake-values.ts';
import { papersOf, requiredCount, splitPaperName } from './papers.ts';

const filled = (): IntakeValues => {
  const empty = emptyIntake(['acknowledgement']);
  const applicant = {
    ...empty.applicant,
    name: 'Lường Thị Thu Hằng',
    birthOn: '12091996',
    phone: '0900 000 214',
  };
  return { ...empty, applicant, procedureCode: '1.004873', fee: { ...emptyFee, amount: '10.000' } };
};
const faults = (values: IntakeValues) => {
  const parsed = parseIntake(values);
  return parsed.success ? {} : faultsOf(parsed.error);
};

describe('parseIntake', () => {
  it('turns what is typed into what the door takes', () => {
    const parsed = parseIntake(filled());
    expect(parsed.data).toMatchObject({
      applicant: { kind: 'citizen', birthOn: '1996-09-12', phone: '0900000214', idNumber: null },
      submitter: null,
      fee: { amountVnd: 10_000, method: 'cash' },
      sets: 1,
    });
  });

  it('names each bad field by its path', () => {
    const values = filled();
    const bad = {
      ...values,
      procedureCode: '',
      onBehalf: true,
      sets: '0',
      applicant: { ...values.applicant, name: 'A1', birthOn: '31021990', phone: '12', idNumber: '123' },
    };
    expect(faults(bad)).toMatchObject({
      procedureCode: 'required',
      sets: 'tooSmall',
      'submitter.name': 'required',
      'applicant.name': 'personName',
      'applicant.phone': 'phone',
      'applicant.idNumber': 'idNumber',
    });
    expect(Object.keys(faults(bad))).toContain('applicant.birthOn');
  });

  it('knows a fee that is not set from a fee of nothing', () => {
    expect(amountOf('')).toBeNull();
    expect(amountOf('0')).toBe(0);
    expect(amountOf('1.234.567 đ')).toBe(1_234_567);
    expect(faults({ ...filled(), fee: { ...emptyFee, amount: 'mười' } })).toHaveProperty('fee.amountVnd');
  });

  it('says that a dossier was made digital, or not, only where somebody did', () => {
    expect(parseIntake({ ...filled(), digitised: false }).data?.digitised).toBe(false);
    expect(parseIntake(filled()).data?.digitised).toBeUndefined();
  });

  it('is not touched by an empty form', () => {
    expect(isTouched(emptyIntake([]))).toBe(false);
    expect(isTouched(filled())).toBe(true);
  });
});

describe('a draft', () => {
  it('of an older version opens: its papers get what they lacked', () => {
    const paper = { name: 'Giấy khác', required: false, ticked: true, shown: false, originals: 1, copies: 0 };
    const old = {
      ...filled(),
      papers: [paper, paper].map((one) => ({ ...one, copyKind: 'photo', pages: 2 })),
    };
    const [first, second] = intakeValuesSchema.parse(old).papers;
    expect(first).toMatchObject({ name: 'Giấy khác', electronic: false });
    expect(first?.id).not.toBe(second?.id);
  });

  it('is restored with a key of its own and nothing else changed', () => {
    const values = filled();
    const { formKey, ...rest } = withFreshKey(values);
    expect({ ...rest, formKey: values.formKey }).toEqual(values);
    expect(formKey).not.toBe(values.formKey);
  });
});

describe('papers', () => {
  it('go to the door with the wish for an electronic copy, without what is only of the screen', () => {
    const [paper] = papersOf(procedureSchema.parse(procedures.find(({ code }) => code === '2.000815')));
    if (!paper) throw new Error('A procedure without papers');
    const parsed = parseIntake({ ...filled(), papers: [{ ...paper, pages: 4, electronic: true }] });
    expect(parsed.data?.papers).toMatchObject([{ pages: 4, electronic: true }]);
    expect(parsed.data?.papers[0]).not.toHaveProperty('id');
  });

  it('ticks what is required and counts it', () => {
    const papers = papersOf(procedureSchema.parse(procedures.find(({ code }) => code === '1.004873')));
    expect(requiredCount(papers)).toEqual({ here: 2, all: 2 });
    expect(papers[1]).toMatchObject({ shown: true, originals: 0, ticked: true });
  });

  it('never loses a word of a name', () => {
    for (const { components } of procedures) {
      for (const { name } of components) {
        const { title, detail } = splitPaperName(name);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length + detail.length).toBeGreaterThanOrEqual(name.length - 5);
      }
    }
  });
});

describe('the fee of the form', () => {
  it('of an older draft has only its amount and method', () => {
    const { fee: _, ...rest } = filled();
    const old = intakeValuesSchema.parse({ ...rest, fee: { amount: '8.000', method: 'transfer' } });
    expect(old.fee).toEqual({ ...emptyFee, amount: '8.000', method: 'transfer' });
  });

  it('goes to the door with what was told, and without what was not', () => {
    expect(parseIntake(filled()).data?.fee).toEqual({ amountVnd: 10_000, method: 'cash' });
    const told = {
      ...emptyFee,
      amount: '24.000',
      copies: '3',
      eventOn: '01032026',
      group: 'poor',
      proof: 'Số 1',
    };
    expect(parseIntake({ ...filled(), fee: told }).data?.fee).toMatchObject({
      facts: { copies: 3, eventOn: '2026-03-01', exemption: { group: 'poor', proof: 'Số 1' }, extras: [] },
    });
    expect(faults({ ...filled(), fee: { ...told, eventOn: '31022026' } })).toEqual({
      'fee.facts.eventOn': 'day',
    });
  });

  it('is told to the second screen while it is half typed', () => {
    const half = { ...emptyFee, amount: '8.0a', eventOn: '31', copies: 'x' };
    expect(feeOfValues({ fee: half })).toMatchObject({
      amountVnd: null,
      facts: { copies: null, eventOn: null },
    });
  });

  it('comes back from a case as it was entered; what was decided otherwise does not follow the rule', () => {
    const facts = { copies: 2, eventOn: null, exemption: null, extras: [] };
    const line = { name: 'Lệ phí', quantity: 1, unitVnd: 8000, amountVnd: 8000, how: '' };
    const computed = { amountVnd: 8000, method: 'cash', facts, lines: [{ ...line, charge: 'fee' }] } as const;
    const values = feeValuesOf({ ...computed, lines: [...computed.lines] });
    expect(values).toMatchObject({ amount: '8.000', copies: '2', isTyped: false });
    expect(feeEntryOf(values)).toEqual({ amountVnd: 8000, method: 'cash', facts });
    const decided = {
      ...computed,
      lines: [{ ...line, charge: 'override' as const }],
      reason: 'Nghị quyết mới',
    };
    expect(feeValuesOf(decided)).toMatchObject({ isTyped: true, reason: 'Nghị quyết mới' });
    expect(feeValuesOf({ amountVnd: 8000, method: 'cash' }).isTyped).toBe(true);
  });
});
