import type { RatingSource } from './domain/rating.ts';
import type { RatingFigures, RatingWarning } from './domain/rating-figures.ts';
import type { QuestionSet, RatingSettings } from './domain/rating-settings.ts';

/** What the queries about satisfaction answer. None of it leads to a person, a case or an hour (NĐ 118/2025/NĐ-CP Đ29.3). */

/** What a citizen is asked; nothing about himself. */
export interface RatingForm {
  scale: 3 | 5;
  set: Pick<QuestionSet, 'main' | 'questions' | 'reasons'>;
  procedureName: string;
}

/** For the settings and for who types paper in: the settings, and the sets that come with the program. */
export interface RatingSetup {
  settings: RatingSettings;
  shipped: readonly QuestionSet[];
  /** The set that is asked now. */
  asked: QuestionSet;
}

/** A question of a set and how it was marked, the best mark first; n is the sum of `counts`. */
export interface QuestionFigures {
  code: string;
  /** As the set asks it today; the code itself where the question is gone. */
  text: string;
  scale: 3 | 5;
  n: number;
  satisfied: number;
}

/** All that a leader sees of a period. */
export interface RatingReport {
  figures: RatingFigures;
  /** Codes that went out in the period, and how many of them were used. */
  codes: { issued: number; used: number };
  questions: QuestionFigures[];
  reasons: { reason: string; count: number }[];
  warnings: RatingWarning[];
  namesClerk: boolean;
  leastToSplit: number;
}

/** What somebody wrote; the month is all that is known of the time. */
export interface RatingComment {
  /** `YYYY-MM`. */
  month: string;
  /** Null while the month runs, and where it knows too few answers of the procedure. */
  procedureShortName: string | null;
  source: RatingSource;
  scale: 3 | 5;
  mark: number;
  reasons: string[];
  comment: string;
}
