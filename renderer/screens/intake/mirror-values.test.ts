import { expect, test } from 'vitest';
import { mirrorSchema } from '../../../shared/domain/second-screen.ts';
import { emptyIntake, type IntakeValues } from './intake-values.ts';
import { mirrorOf } from './mirror-values.ts';

const paper = (name: string, override: Partial<IntakeValues['papers'][number]> = {}) => ({
  id: name,
  name,
  required: true,
  ticked: true,
  shown: false,
  originals: 1,
  copies: 0,
  copyKind: 'photo' as const,
  pages: null,
  electronic: false,
  ...override,
});

const filled = (): IntakeValues => {
  const values = emptyIntake([]);
  return {
    ...values,
    applicant: {
      ...values.applicant,
      name: ' Lường Thị Thu Hằng ',
      idNumber: '014196002187',
      birthOn: '12091996',
      phone: '0900000214',
      address: 'Tiểu khu 3',
      email: 'hang@example.vn',
    },
    procedureCode: '1.004873',
    papers: [
      paper('Tờ khai', { originals: 2 }),
      paper('Thẻ căn cước – xuất trình', { shown: true, originals: 0, copies: 1 }),
      paper('Trích lục kết hôn (bản sao)', { originals: 0, copies: 3 }),
      paper('Giấy chứng tử (nếu vợ hoặc chồng đã chết)', { ticked: false }),
      paper('Giấy ủy quyền', { required: false, ticked: false }),
    ],
    fee: { ...values.fee, amount: '10.000', method: 'transfer' },
  };
};

test('a form is told by name, procedure, papers and fee, as the door takes it', () => {
  const mirror = mirrorOf(filled());
  expect(mirror).toMatchObject({
    name: 'Lường Thị Thu Hằng',
    procedureCode: '1.004873',
    missing: ['Giấy chứng tử'],
    originals: 2,
    copies: 3,
    fee: { amountVnd: 10_000, method: 'transfer' },
  });
  expect(mirrorSchema.safeParse(mirror).success).toBe(true);
});

test('nothing else of the person leaves the form', () => {
  const text = JSON.stringify(mirrorOf(filled()));
  for (const secret of ['014196002187', '12091996', '0900000214', 'Tiểu khu', 'example.vn'])
    expect(text).not.toContain(secret);
});

test('a form with nobody and nothing in it is not told, whatever else is typed', () => {
  const values = emptyIntake([]);
  expect(mirrorOf(values)).toBeNull();
  expect(mirrorOf({ ...values, applicant: { ...values.applicant, idNumber: '0141' } })).toBeNull();
});

test.each(['', 'abc', '-1', '9999999999', '1,5'])('an amount of "%s" is none', (amount) => {
  const values = filled();
  const mirror = mirrorOf({ ...values, fee: { ...values.fee, amount } });
  expect(mirror?.fee.amountVnd).toBeNull();
  expect(mirrorSchema.safeParse(mirror).success).toBe(true);
});
