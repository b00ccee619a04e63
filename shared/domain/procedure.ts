import { z } from 'zod';
import { feeRuleSchema } from './fee-rule.ts';
import { retentionSchema } from './retention.ts';
import { type LimitChannel, limitChannels, timeLimitSchema } from './time-limit.ts';

/** One entry of the catalogue (TTHC). Facts are national defaults; a ward edits them with dates in force. */
export const componentSchema = z.object({
  name: z.string().min(1).max(600),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  required: z.boolean(),
});

/** How a case is filed; limits may differ by it. */
export const channels = limitChannels;
export type Channel = LimitChannel;

export const procedureSchema = z.object({
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(600),
  shortName: z.string().min(1).max(30),
  initials: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)),
  field: z.string().min(1).max(120),
  level: z.string(),
  decisionNo: z.string().nullable(),
  timeLimit: timeLimitSchema,
  /** `rule` where one amount for a case does not say it all. */
  fee: z.object({
    amountVnd: z.int().min(0).nullable(),
    note: z.string(),
    rule: feeRuleSchema.optional(),
  }),
  components: z.array(componentSchema),
  result: z.string(),
  legalBasis: z.array(z.string()),
  submissionMethods: z.array(z.enum(channels)),
  onlineLevel: z.enum(['full', 'partial', 'none']).nullable(),
  confidence: z.enum(['confirmed', 'unverified']),
  unconfirmedFields: z.array(z.string()),
  note: z.string().nullable(),
  source: z.string(),
  /** When what names people goes; none keeps it. */
  retention: retentionSchema.optional(),
});

export type Procedure = z.infer<typeof procedureSchema>;
