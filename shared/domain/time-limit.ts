import { z } from 'zod';
import { clockSchema } from './clock-time.ts';

/** Kinds of time limit: see `limitRuleSchema`. */
export const limitKinds = ['sameDay', 'workingDays', 'days', 'hours', 'onTheSpot', 'none'] as const;
export type LimitKind = (typeof limitKinds)[number];

const count = z.int().min(1).max(1000);
const ruleOf = {
  // Without a cut-off every reception is due the same day.
  sameDay: { kind: z.literal('sameDay'), value: z.literal(0), cutoff: clockSchema.optional() },
  workingDays: { kind: z.literal('workingDays'), value: count, cutoff: clockSchema.optional() },
  days: { kind: z.literal('days'), value: count },
  // Working hours; hours of the clock only when the rule says so.
  hours: { kind: z.literal('hours'), value: count, wallClock: z.boolean().optional() },
  onTheSpot: { kind: z.literal('onTheSpot'), value: z.literal(0).optional() },
  none: { kind: z.literal('none'), value: z.literal(0).optional() },
};

/** One rule: `days` are calendar days, `hours` working hours. `value` is 0 or absent where there is nothing to count. */
export const limitRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject(ruleOf.sameDay),
  z.strictObject(ruleOf.workingDays),
  z.strictObject(ruleOf.days),
  z.strictObject(ruleOf.hours),
  z.strictObject(ruleOf.onTheSpot),
  z.strictObject(ruleOf.none),
]);
export type LimitRule = z.infer<typeof limitRuleSchema>;

const named = { name: z.string().min(1) };
/** A sub-case with its own rule. */
const variantSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleOf.sameDay, ...named }),
  z.strictObject({ ...ruleOf.workingDays, ...named }),
  z.strictObject({ ...ruleOf.days, ...named }),
  z.strictObject({ ...ruleOf.hours, ...named }),
  z.strictObject({ ...ruleOf.onTheSpot, ...named }),
  z.strictObject({ ...ruleOf.none, ...named }),
]);

const phase = { agency: z.string().min(1), own: z.boolean().optional() };
/** One agency's part; ours is the one marked `own`, else the first. */
const phaseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleOf.sameDay, ...phase }),
  z.strictObject({ ...ruleOf.workingDays, ...phase }),
  z.strictObject({ ...ruleOf.days, ...phase }),
  z.strictObject({ ...ruleOf.hours, ...phase }),
]);
export type LimitPhase = z.infer<typeof phaseSchema>;

/** The total from the effective start when a verification is opened; replaces the base. */
const capSchema = z.discriminatedUnion('kind', [
  z.strictObject(ruleOf.workingDays),
  z.strictObject(ruleOf.days),
  z.strictObject(ruleOf.hours),
]);

/** How a case was filed. */
export const limitChannels = ['direct', 'online', 'postal'] as const;
export type LimitChannel = (typeof limitChannels)[number];

/** A channel's own rule (wins), or a factor that only proposes until an administrator has confirmed it. */
const channelLimitSchema = z.strictObject({
  rule: limitRuleSchema.optional(),
  factor: z.number().gt(0).max(1).multipleOf(0.001).optional(),
  confirmed: z.boolean().optional(),
});

/** A shorter limit published by the province or the ward, for receptions from `from` to `to` inclusive. */
const localLimitSchema = z.strictObject({
  rule: limitRuleSchema,
  from: z.iso.date(),
  to: z.iso.date().optional(),
  decisionNo: z.string().optional(),
  variant: z.string().optional(),
});

const modifiers = {
  maxWithVerification: capSchema.optional(),
  variants: z.array(variantSchema).optional(),
  phases: z.array(phaseSchema).min(1).optional(),
  perChannel: z.partialRecord(z.enum(limitChannels), channelLimitSchema).optional(),
  local: z.array(localLimitSchema).optional(),
  /** True where the procedure allows up to two more working days by agreement. */
  extraByAgreement: z.boolean().optional(),
  /** True where the wait for a financial duty is left out of the limit (land registration and the like). */
  pausesForPayment: z.boolean().optional(),
  note: z.string().optional(),
};

/** `timeLimit` of a procedure: a base rule and what changes it. Unknown keys are refused: a rule must not be lost silently. */
export const timeLimitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleOf.sameDay, ...modifiers }),
  z.strictObject({ ...ruleOf.workingDays, ...modifiers }),
  z.strictObject({ ...ruleOf.days, ...modifiers }),
  z.strictObject({ ...ruleOf.hours, ...modifiers }),
  z.strictObject({ ...ruleOf.onTheSpot, ...modifiers }),
  z.strictObject({ ...ruleOf.none, ...modifiers }),
]);
export type TimeLimit = z.infer<typeof timeLimitSchema>;

/** The bare rule, without names, agencies and modifiers. */
export function bareRule(limit: LimitRule | TimeLimit | LimitPhase): LimitRule {
  switch (limit.kind) {
    case 'sameDay':
    case 'workingDays':
      return {
        kind: limit.kind,
        value: limit.value,
        ...(limit.cutoff && { cutoff: limit.cutoff }),
      } as LimitRule;
    case 'hours':
      return { kind: 'hours', value: limit.value, ...(limit.wallClock && { wallClock: true }) };
    case 'days':
      return { kind: 'days', value: limit.value };
    default:
      return { kind: limit.kind, value: 0 };
  }
}
