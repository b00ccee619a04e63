import { z } from 'zod';
import type { Bank } from './fee-rule.ts';

/** Banks to choose from; any other is typed with its six digits. The list is data, with the source that it rests on. */
export const bankListSchema = z.object({
  source: z.string().min(1),
  banks: z.array(z.object({ bin: z.string().regex(/^\d{6}$/), name: z.string().min(1).max(80) })).min(1),
});
export type BankChoice = z.infer<typeof bankListSchema>['banks'][number];

/** The office's account, and the banks to choose from. */
export interface BankView {
  /** Null: no code is printed or shown. */
  bank: Bank | null;
  banks: readonly BankChoice[];
}
