import { quoteFee } from './fee-quote.ts';
import { type FeeRule, feeRuleOf } from './fee-rule.ts';
import type { Channel, Procedure } from './procedure.ts';

/** The one amount that lists and old forms show, beside a rule that may have many. */

/** Of an ordinary case: in time, of one page and one copy. */
export function usualAmount(
  fee: Pick<Procedure['fee'], 'amountVnd' | 'rule'>,
  channel: Channel = 'direct',
): number | null {
  return quoteFee({
    rule: feeRuleOf(fee),
    settings: { exemptGroups: [], extras: [] },
    facts: { copies: null, eventOn: null, exemption: null, extras: [] },
    channel,
    receivedOn: '2000-01-01',
    documents: [{ pages: 1, copies: 1 }],
  }).totalVnd;
}

/**
 * The fee with another usual amount, its rule kept: the one item that makes it gets it. Undefined where no single item does
 * (tiers by the page, free in time), so that an amount in a list cannot undo a rule.
 */
export function withUsualAmount(
  fee: Procedure['fee'],
  amountVnd: number | null,
): Procedure['fee'] | undefined {
  const { rule } = fee;
  if (rule === undefined || rule.items.length === 0) return { ...fee, amountVnd };
  if (usualAmount(fee) === amountVnd) return { ...fee, amountVnd };
  const items = withItemAmount(rule, amountVnd);
  return items && { ...fee, amountVnd, rule: { ...rule, items } };
}

function withItemAmount({ items }: FeeRule, amountVnd: number | null): FeeRule['items'] | undefined {
  const usual = items.filter(({ onRequest }) => !onRequest);
  const [only] = usual;
  if (only === undefined || usual.length > 1 || (only.per !== 'case' && only.per !== 'copy'))
    return undefined;
  return items.map((item) => (item === only ? { ...only, amountVnd } : item));
}
