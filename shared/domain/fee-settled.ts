import type { CaseFee } from './case-state.ts';
import type { FeeFacts, FeeLine, FeeQuestion, FeeQuote } from './fee.ts';
import { quoteFee, sumOf } from './fee-quote.ts';
import { overrideLineName } from './fee-words.ts';
import type { Receive } from './intake.ts';

/** What is taken for a case: the computed price, or another one with its reason. */

type FeeEntry = Receive['fee'];

/** What the clerk must still say: a field of the fee, and what is wrong with it. */
export interface FeeFault {
  field: 'reason' | 'method' | 'facts.exemption' | 'facts.eventOn' | 'facts.extras';
  kind: 'required' | 'choice' | 'future';
}

export const counterLineName = 'Mức thu tại quầy';

export const noFacts: FeeFacts = { copies: null, eventOn: null, exemption: null, extras: [] };

/**
 * The fee of a case with lines that add up to its amount, or what is missing. The computed amount asks nothing; where the ward
 * has set none, the amount typed fills the line; any other one needs `reason`. `exempt` takes nothing: it needs a group of the
 * rule or a reason, unless nothing is charged anyway.
 */
export function settledFee(
  entry: FeeEntry,
  question: Omit<FeeQuestion, 'facts'>,
): { fee: CaseFee } | { fault: FeeFault } {
  const facts = entry.facts ?? noFacts;
  const quote = quoteFee({ ...question, facts });
  const reason = entry.reason?.trim() ?? '';
  const fault = faultOfFacts(facts, question) ?? faultOfExempt(entry, quote, question, reason);
  if (fault) return { fault };
  const fee = { amountVnd: entry.amountVnd, method: entry.method, facts: entry.facts };
  if (entry.amountVnd === quote.totalVnd) return { fee: { ...fee, lines: quote.lines } };
  const filling = entry.method === 'exempt' ? undefined : fillingLine(quote, entry.amountVnd);
  if (filling) return { fee: { ...fee, lines: [...quote.lines.filter(isSet), filling] } };
  if (reason === '') return { fault: { field: 'reason', kind: 'required' } };
  return { fee: { ...fee, lines: overridden(quote.lines, entry.amountVnd, reason), reason } };
}

const isSet = ({ amountVnd }: FeeLine) => amountVnd !== null;

function faultOfFacts(
  { exemption, eventOn, extras }: FeeFacts,
  { rule, settings, receivedOn }: Omit<FeeQuestion, 'facts'>,
): FeeFault | undefined {
  if (eventOn !== null && eventOn > receivedOn) return { field: 'facts.eventOn', kind: 'future' };
  if (extras.some(({ code }) => !settings.extras.some((known) => known.code === code)))
    return { field: 'facts.extras', kind: 'choice' };
  if (exemption !== null && !rule.exemptGroups.includes(exemption.group))
    return { field: 'facts.exemption', kind: 'choice' };
  return undefined;
}

function faultOfExempt(
  { method, amountVnd, facts }: FeeEntry,
  { totalVnd }: FeeQuote,
  { rule }: Omit<FeeQuestion, 'facts'>,
  reason: string,
): FeeFault | undefined {
  if (method !== 'exempt') return undefined;
  const isGrounded = totalVnd === 0 || reason !== '' || (facts?.exemption ?? null) !== null;
  if (!isGrounded)
    return rule.exemptGroups.length > 0
      ? { field: 'facts.exemption', kind: 'required' }
      : { field: 'reason', kind: 'required' };
  return amountVnd === 0 ? undefined : { field: 'method', kind: 'choice' };
}

/** What the ward has not set was set at the counter. Less than what is set is another thing: it needs its reason. */
function fillingLine({ lines, totalVnd }: FeeQuote, amountVnd: number | null): FeeLine | undefined {
  if (totalVnd !== null || amountVnd === null) return undefined;
  const rest = amountVnd - (sumOf(lines.filter(isSet)) ?? 0);
  if (rest < 0) return undefined;
  const how = lines
    .filter((line) => !isSet(line))
    .map(({ name }) => name)
    .join(', ');
  return { name: counterLineName, charge: 'override', quantity: 1, unitVnd: rest, amountVnd: rest, how };
}

/** The computed lines and one more that makes the difference, upwards or down. */
function overridden(lines: readonly FeeLine[], amountVnd: number | null, how: string): FeeLine[] {
  const kept = lines.filter(isSet);
  const difference = amountVnd === null ? null : amountVnd - (sumOf(kept) ?? 0);
  return [
    ...kept,
    {
      name: overrideLineName,
      charge: 'override',
      quantity: 1,
      unitVnd: difference,
      amountVnd: difference,
      how,
    },
  ];
}

/** The fee as it was entered, without what was computed from it. */
export function feeEntryOfCase({ amountVnd, method, facts, reason }: CaseFee): FeeEntry {
  return {
    amountVnd,
    method,
    ...(facts !== undefined && !saysNothing(facts) && { facts }),
    ...(reason !== undefined && reason !== '' && { reason }),
  };
}

function saysNothing({ copies, eventOn, exemption, extras }: FeeFacts): boolean {
  return copies === null && eventOn === null && exemption === null && extras.length === 0;
}
