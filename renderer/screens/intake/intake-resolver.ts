import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import type { FeeRule } from '../../../shared/domain/fee-rule.ts';
import type { Receive } from '../../../shared/domain/intake.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { parseTypedDay } from '../../../shared/format.ts';
import { fieldSentence } from '../../error-sentences.ts';
import { type FeeValues, feePathOf } from './fee-values.ts';
import { type IntakeValues, parseIntake } from './intake-values.ts';

type IntakeResolver = Resolver<IntakeValues, unknown, Receive>;

/** The door's own schema, with the screen's sentence for each fault. */
export const intakeResolver: IntakeResolver = (values, _context, options) => resolve(values, options, {});

/**
 * The same for a case that is received: the day of the birth or death is asked where a late filing is charged, and one
 * that has not come yet is refused. `ruleOf` is the rule of a procedure, once it is here.
 */
export function receivingResolver(
  ruleOf: (procedureCode: string) => FeeRule | undefined,
  today: () => string,
): IntakeResolver {
  return (values, _context, options) => {
    const late = ruleOf(values.procedureCode)?.items.find(({ per }) => per === 'lateCase');
    return resolve(
      values,
      options,
      late?.per === 'lateCase' ? eventFault(values.fee, late.since, today()) : {},
    );
  };
}

function resolve(
  values: IntakeValues,
  options: Parameters<IntakeResolver>[2],
  more: Record<string, FieldError>,
): ReturnType<IntakeResolver> {
  const parsed = parseIntake(values);
  if (parsed.success && Object.keys(more).length === 0) return { values: parsed.data, errors: {} };
  const faults = Object.entries(parsed.success ? {} : faultsOf(parsed.error)).map(
    ([path, kind]): [string, FieldError] => [
      feePathOf(path),
      { type: kind, message: sentenceFor(path, kind) },
    ],
  );
  return { values: {}, errors: toNestErrors({ ...Object.fromEntries(faults), ...more }, options) };
}

/** `since`: "ngày sinh". */
function eventFault(fee: FeeValues, since: string, today: string): Record<string, FieldError> {
  const fault = (type: string, message: string) => ({ 'fee.eventOn': { type, message } });
  if (fee.eventOn.trim() === '')
    return fee.isEventUnknown ? {} : fault('required', `Ghi ${since}, hoặc chọn chưa rõ.`);
  const day = parseTypedDay(fee.eventOn);
  return day !== undefined && day > today ? fault('day', fieldSentence('future')) : {};
}

function sentenceFor(path: string, kind: string): string {
  if (path === 'procedureCode') return 'Chọn thủ tục.';
  if (path === 'applicant.birthOn') return fieldSentence('day');
  if (path === 'fee.amountVnd') return 'Lệ phí là số tiền, ví dụ 10.000; để trống nếu chưa có mức.';
  if (path === 'fee.facts.copies') return 'Số bản từ 0 đến 999.';
  if (path.startsWith('fee.facts.extras')) return 'Số lượng từ 1 đến 9999.';
  if (path === 'sets') return 'Số bộ từ 1 đến 999.';
  return fieldSentence(kind, path.endsWith('.name') ? 'Tên' : undefined);
}
