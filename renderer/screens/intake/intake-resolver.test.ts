import { expect, it } from 'vitest';
import { feeRuleSchema } from '../../../shared/domain/fee-rule.ts';
import { emptyFee } from './fee-values.ts';
import { receivingResolver } from './intake-resolver.ts';
import { emptyIntake } from './intake-values.ts';

const rule = feeRuleSchema.parse({
  items: [{ per: 'lateCase', name: 'Quá hạn', amountVnd: 8000, freeDays: 60, since: 'ngày sinh' }],
});

it('asks for the day of a birth, takes "not known" for an answer, and no day to come', async () => {
  const resolve = receivingResolver(
    () => rule,
    () => '2026-03-10',
  );
  const saysOf = async (told: Partial<typeof emptyFee>) => {
    const values = { ...emptyIntake([]), fee: { ...emptyFee, ...told } };
    const options = { fields: {}, shouldUseNativeValidation: false };
    const { errors } = await resolve(values, undefined, options);
    return errors.fee?.eventOn?.message;
  };
  expect(await saysOf({})).toBe('Ghi ngày sinh, hoặc chọn chưa rõ.');
  expect(await saysOf({ isEventUnknown: true })).toBeUndefined();
  expect(await saysOf({ eventOn: '11/03/2026' })).toMatch(/chưa tới/);
  expect(await saysOf({ eventOn: '10/03/2026' })).toBeUndefined();
});
