import type { FeeRule } from '../../../shared/domain/fee-rule.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { type Retention, retentionSchema } from '../../../shared/domain/retention.ts';
import { type LimitKind, type TimeLimit, timeLimitSchema } from '../../../shared/domain/time-limit.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';
import { type FeeRuleValues, feeRuleValues, parseFeeRule } from './fee-rule-values.ts';
import { canBeShorter, type LimitValues, limitValues, parseLimitValues } from './limit-values.ts';

/** The small form of a limit and a fee, as typed. */
export interface EditValues {
  kind: LimitKind;
  count: string;
  cutoff: string;
  fee: string;
  from: string;
  shorter: LimitValues;
  feeRule: FeeRuleValues;
  /** How long what names people is kept after the end; empty keeps it. */
  keepCount: string;
  keepUnit: 'months' | 'years';
  keepSource: string;
}

interface SaveInput {
  code: string;
  effectiveFrom: string;
  feeVnd: number | null;
  feeRule: FeeRule | null;
  timeLimit: TimeLimit;
  retention: Retention | null;
}

/** `today` is YYYY-MM-DD: a change begins today unless somebody says otherwise. */
export function editValues({ timeLimit, fee, retention }: Procedure, today: string): EditValues {
  return {
    kind: timeLimit.kind,
    count: timeLimit.value ? String(timeLimit.value) : '',
    cutoff: 'cutoff' in timeLimit ? (timeLimit.cutoff ?? '') : '',
    fee: fee.amountVnd === null ? '' : fee.amountVnd.toLocaleString('vi-VN'),
    from: formatDay(today),
    shorter: limitValues(timeLimit),
    feeRule: feeRuleValues(fee.rule),
    ...keptValues(retention),
  };
}

/** What the door takes, or the faults by field. Sub-cases, caps and notes of the limit stay as they are. */
export function parseEdit(
  procedure: Procedure,
  values: EditValues,
): { input: SaveInput | null; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const isShortened = canBeShorter(values.kind);
  const shorter = parseLimitValues(procedure.timeLimit, values.kind, values.shorter);
  const timeLimit = timeLimitSchema.safeParse({
    ...modifiersOf(procedure.timeLimit, isShortened),
    ...(isShortened && shorter.modifiers),
    ...ruleOf(values),
  });
  if (isShortened) Object.assign(faults, shorter.faults);
  if (!timeLimit.success && Object.keys(faults).length === 0) {
    for (const issue of timeLimit.error.issues)
      faults[issue.path.includes('cutoff') ? 'cutoff' : 'count'] = 'format';
  }
  const feeVnd = feeOf(values.fee);
  if (feeVnd === undefined) faults.fee = 'format';
  const { rule: feeRule, faults: feeFaults } = parseFeeRule(values.feeRule);
  Object.assign(faults, feeFaults);
  const retention = parseKept(values);
  if (retention === undefined)
    faults[values.keepSource.trim() === '' ? 'keepSource' : 'keepCount'] = 'format';
  const effectiveFrom = parseTypedDay(values.from);
  if (effectiveFrom === undefined) faults.from = 'day';
  if (
    !timeLimit.success ||
    Object.keys(shorter.faults).some((path) => path in faults) ||
    feeVnd === undefined ||
    retention === undefined ||
    Object.keys(feeFaults).length > 0 ||
    effectiveFrom === undefined
  )
    return { input: null, faults };
  return {
    input: { code: procedure.code, effectiveFrom, feeVnd, feeRule, timeLimit: timeLimit.data, retention },
    faults,
  };
}

function keptValues(
  retention: Retention | undefined,
): Pick<EditValues, 'keepCount' | 'keepUnit' | 'keepSource'> {
  if (retention === undefined) return { keepCount: '', keepUnit: 'years', keepSource: '' };
  const { months, source } = retention;
  const isYears = months % 12 === 0;
  return {
    keepCount: String(isYears ? months / 12 : months),
    keepUnit: isYears ? 'years' : 'months',
    keepSource: source,
  };
}

/** Null without an end; undefined where a number or its source is missing. */
function parseKept({ keepCount, keepUnit, keepSource }: EditValues): Retention | null | undefined {
  if (keepCount.trim() === '') return null;
  const months = Number(keepCount) * (keepUnit === 'years' ? 12 : 1);
  return retentionSchema.safeParse({ months, source: keepSource }).data;
}

function ruleOf({ kind, count, cutoff }: EditValues): Record<string, unknown> {
  const cut = cutoff.trim() === '' ? {} : { cutoff: cutoff.trim() };
  if (kind === 'sameDay') return { kind, value: 0, ...cut };
  if (kind === 'workingDays') return { kind, value: Number(count), ...cut };
  return kind === 'days' || kind === 'hours' ? { kind, value: Number(count) } : { kind };
}

/** What stands beside the rule in a limit, without what the form of shorter limits gives anew. */
function modifiersOf(limit: TimeLimit, isShortened: boolean): Record<string, unknown> {
  const given = new Set([
    'kind',
    'value',
    'cutoff',
    'wallClock',
    ...(isShortened ? ['perChannel', 'local'] : []),
  ]);
  return Object.fromEntries(Object.entries(limit).filter(([key]) => !given.has(key)));
}

function feeOf(text: string): number | null | undefined {
  const compact = text.replaceAll(/[.\s₫đ]/g, '');
  if (compact === '') return null;
  return /^\d{1,9}$/.test(compact) ? Number(compact) : undefined;
}
