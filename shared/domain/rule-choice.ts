import type { DeadlineQuestion, Reason, Warning } from './appointment.ts';
import { bareRule, type LimitPhase, type LimitRule, type TimeLimit } from './time-limit.ts';

/** Which rule governs a case, and why. */
export interface RuleChoice {
  readonly applied: LimitRule;
  /** The statutory rule, of the variant if there is one. */
  readonly statutory: LimitRule;
  /** A local or channel rule stands in for the statutory one. */
  readonly isShortened: boolean;
  /** Reception after this hour moves the start of a day rule to the next working day. */
  readonly startCutoff: string | undefined;
  readonly phases: readonly LimitPhase[] | undefined;
  /** The phases themselves give the date; else they only give our own part of it. */
  readonly isChained: boolean;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

/**
 * The rule after variant, local shortening, channel and verification, in that order; the last one wins.
 * @throws RangeError for an unknown variant, or a verification where the procedure has no cap.
 */
export function chooseRule(question: DeadlineQuestion, limit: TimeLimit, on: string): RuleChoice {
  const reasons: Reason[] = [];
  const warnings: Warning[] = [];
  const statutory = statutoryRule(question, limit, reasons);
  let applied = statutory;

  const local = localRule(question, limit, on);
  if (local) {
    applied = bareRule(local.rule);
    const decision = local.decisionNo !== undefined && { decisionNo: local.decisionNo };
    reasons.push({ code: 'localShortening', base: statutory, applied, ...decision });
  }
  applied = channelRule(question, limit, applied, reasons, warnings);
  const isShortened = applied !== statutory;
  const base = applied;
  if (question.verification) {
    if (!limit.maxWithVerification) {
      throw new RangeError(`No cap with verification in the limit ${JSON.stringify(limit)}`);
    }
    applied = bareRule(limit.maxWithVerification);
    reasons.push({ code: 'verificationCap', base, applied });
  }
  const phases = question.variant === undefined ? limit.phases : undefined;
  const isChained = phases !== undefined && applied === statutory;
  if (phases) reasons.push({ code: 'phases', agencies: phases.map((phase) => phase.agency) });
  // The start is the procedure's: a cap runs from the start that the base rule has.
  const first = isChained ? phases[0] : undefined;
  const startCutoff =
    base.kind === 'workingDays'
      ? (base.cutoff ?? (first?.kind === 'workingDays' ? first.cutoff : undefined))
      : undefined;
  return { applied, statutory, isShortened, startCutoff, phases, isChained, reasons, warnings };
}

/**
 * A channel's factor applied to a rule: rounded up to whole days or hours, at least 1; a rule without days or
 * hours stays (project). Only a proposal, until an administrator confirms it.
 */
export function proposedRule(rule: LimitRule, factor: number): LimitRule {
  if (!(factor > 0 && factor <= 1)) throw new RangeError(`${factor} is not a factor in (0, 1]`);
  if (rule.kind !== 'workingDays' && rule.kind !== 'days' && rule.kind !== 'hours') return rule;
  // Whole thousandths: 20 × 0.55 is 11, not 11.000000000000002 rounded up to 12.
  const thousandths = Math.round(factor * 1000);
  return { ...rule, value: Math.max(1, Math.ceil((rule.value * thousandths) / 1000)) };
}

/** What a shorter rule saves; undefined when the units differ or nothing is saved. */
export function savedBy(
  applied: LimitRule,
  base: LimitRule,
): { kind: 'workingDays' | 'days' | 'hours'; value: number } | undefined {
  for (const kind of ['workingDays', 'days', 'hours'] as const) {
    if (applied.kind !== kind || base.kind !== kind) continue;
    return base.value > applied.value ? { kind, value: base.value - applied.value } : undefined;
  }
  return undefined;
}

function statutoryRule(question: DeadlineQuestion, limit: TimeLimit, reasons: Reason[]): LimitRule {
  if (question.variant === undefined) return bareRule(limit);
  const variant = limit.variants?.find((candidate) => candidate.name === question.variant);
  if (!variant)
    throw new RangeError(`No variant '${question.variant}' in the limit ${JSON.stringify(limit)}`);
  reasons.push({ code: 'variant', name: variant.name });
  return bareRule(variant);
}

/** The newest local rule in force on the day. */
function localRule(question: DeadlineQuestion, limit: TimeLimit, on: string) {
  return limit.local
    ?.filter((local) => local.variant === question.variant)
    .filter((local) => local.from <= on && (local.to === undefined || on <= local.to))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

function channelRule(
  question: DeadlineQuestion,
  limit: TimeLimit,
  base: LimitRule,
  reasons: Reason[],
  warnings: Warning[],
): LimitRule {
  const { channel, variant } = question;
  const own = channel && limit.perChannel?.[channel];
  if (!own) return base;
  if (own.rule && variant === undefined) {
    const applied = bareRule(own.rule);
    reasons.push({ code: 'channelRule', channel, base, applied });
    return applied;
  }
  if (own.factor === undefined) return base;
  const proposed = proposedRule(base, own.factor);
  if (!own.confirmed) {
    warnings.push({ code: 'channelFactorUnconfirmed', channel, proposed });
    return base;
  }
  reasons.push({ code: 'channelFactor', channel, factor: own.factor, base, applied: proposed });
  return proposed;
}
