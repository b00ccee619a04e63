import type { EstimateFacts } from './domain/early-warning/early-warning.ts';
import type { PastWarnings } from './domain/early-warning/past-warnings.ts';

/** An open case that will likely be late. */
export interface WarnedCase {
  id: number;
  caseCode: string;
  applicantName: string;
  procedureShortName: string;
  holderName: string;
  facts: EstimateFacts;
}

export interface EarlyWarnings {
  /** All that will likely be late. */
  total: number;
  /** The most likely of them first, as many as anybody decides on. */
  warnings: WarnedCase[];
}

/** Over so many calendar days, of the whole office; null when there was no history before. */
export type HowWarningsTurnedOut = (PastWarnings & { days: number }) | null;
