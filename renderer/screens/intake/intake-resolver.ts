import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import type { Receive } from '../../../shared/domain/intake.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { fieldSentence } from '../../error-sentences.ts';
import { feePathOf } from './fee-values.ts';
import { type IntakeValues, parseIntake } from './intake-values.ts';

/** The door's own schema, with the screen's sentence for each fault. */
export const intakeResolver: Resolver<IntakeValues, unknown, Receive> = (values, _context, options) => {
  const parsed = parseIntake(values);
  if (parsed.success) return { values: parsed.data, errors: {} };
  const faults = Object.entries(faultsOf(parsed.error)).map(([path, kind]): [string, FieldError] => [
    feePathOf(path),
    { type: kind, message: sentenceFor(path, kind) },
  ]);
  return { values: {}, errors: toNestErrors(Object.fromEntries(faults), options) };
};

function sentenceFor(path: string, kind: string): string {
  if (path === 'procedureCode') return 'Chọn thủ tục.';
  if (path === 'applicant.birthOn') return fieldSentence('day');
  if (path === 'fee.amountVnd') return 'Lệ phí là số tiền, ví dụ 10.000; để trống nếu chưa có mức.';
  if (path === 'fee.facts.copies') return 'Số bản từ 0 đến 999.';
  if (path.startsWith('fee.facts.extras')) return 'Số lượng từ 1 đến 9999.';
  if (path === 'sets') return 'Số bộ từ 1 đến 999.';
  return fieldSentence(kind, path.endsWith('.name') ? 'Tên' : undefined);
}
