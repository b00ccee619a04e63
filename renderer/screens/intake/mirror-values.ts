import type { Mirror } from '../../../shared/domain/second-screen.ts';
import { feeOfValues } from './fee-values.ts';
import type { IntakeValues } from './intake-values.ts';
import { missingPapers, splitPaperName } from './papers.ts';

const highestFee = 1_000_000_000;

/** What of a form the second screen is told: neither number nor telephone nor address. Null while it holds nobody and nothing. */
export function mirrorOf(values: IntakeValues): Mirror | null {
  const { formKey, applicant, procedureCode, variant, channel, papers, promisedAt } = values;
  const name = applicant.name.trim();
  if (name === '' && procedureCode === '') return null;
  const handed = papers.filter(({ ticked, shown }) => ticked && !shown);
  const { amountVnd, method, facts } = feeOfValues(values);
  const isAmount = amountVnd !== null && amountVnd >= 0 && amountVnd <= highestFee;
  return {
    formKey,
    name,
    procedureCode,
    variant,
    channel,
    missing: missingPapers(papers).map((paper) => splitPaperName(paper.name).title),
    originals: sum(handed.map(({ originals }) => originals)),
    copies: sum(handed.map(({ copies }) => copies)),
    promisedAt,
    fee: { amountVnd: isAmount ? amountVnd : null, method, facts },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
