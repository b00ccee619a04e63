import type { RatingSource, RatingStage } from './rating.ts';
import {
  groupsBy,
  procedureOf,
  type RatingGroup,
  type RatingSplit,
  splitBy,
  splitByField,
} from './rating-split.ts';

/** Figures on satisfaction, each with how many answers it rests on (rules §9). No answer stands alone in them with a clerk. */

/** How many answers are alike in all of this. */
export interface CountedRatings {
  /** `YYYY-MM`. */
  month: string;
  stage: RatingStage;
  procedureCode: string;
  procedureShortName: string;
  field: string;
  point: string;
  clerkId: number | null;
  clerkName: string | null;
  source: RatingSource;
  scale: 3 | 5;
  mark: number;
  isLow: 0 | 1;
  count: number;
}

export interface RatingFigures {
  all: RatingGroup;
  ownScreen: RatingGroup;
  paper: RatingGroup;
  /** Of the papers: those without a code, which anybody may fill in. */
  uncoded: number;
  /** Of each scale in use: how often each mark was given, the best first. */
  scales: { scale: 3 | 5; n: number; marks: { mark: number; count: number }[] }[];
  /** Null where the period is not split. */
  splits: Record<'byProcedure' | 'byField' | 'byStage' | 'byPoint' | 'byClerk', RatingSplit> | null;
}

export function ratingFigures(
  rows: readonly CountedRatings[],
  leastToSplit: number,
  maySplit: boolean,
): RatingFigures {
  const paper = rows.filter(({ source }) => source !== 'ownScreen');
  return {
    all: allOf(rows),
    ownScreen: allOf(rows.filter(({ source }) => source === 'ownScreen')),
    paper: allOf(paper),
    uncoded: sumOf(paper.filter(({ source }) => source === 'uncodedPaper')),
    scales: ([5, 3] as const).flatMap((scale) => {
      const ofScale = rows.filter((row) => row.scale === scale);
      const marks = Array.from({ length: scale }, (_, index) => scale - index).map((mark) => ({
        mark,
        count: sumOf(ofScale.filter((row) => row.mark === mark)),
      }));
      return ofScale.length > 0 ? [{ scale, n: sumOf(ofScale), marks }] : [];
    }),
    splits: maySplit
      ? {
          byProcedure: splitBy(rows, leastToSplit, procedureOf),
          byField: splitByField(rows, leastToSplit),
          byStage: splitBy(rows, leastToSplit, ({ stage }) => [stage, stage]),
          byPoint: splitBy(rows, leastToSplit, ({ point }) => [point, point]),
          byClerk: splitBy(
            rows.filter(({ clerkId }) => clerkId !== null),
            leastToSplit,
            ({ clerkId, clerkName }) => [String(clerkId), clerkName ?? ''],
          ),
        }
      : null,
  };
}

function allOf(rows: readonly CountedRatings[]): RatingGroup {
  const [all] = groupsBy(rows, () => ['', '']);
  return all ?? { key: '', name: '', n: 0, satisfied: 0, low: 0 };
}

const sumOf = (rows: readonly CountedRatings[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

/** Answers of one minute, all (clerk 0) or a clerk's; or of a day out of hours (`…T24:00`). */
export interface RatingPulse {
  minute: string;
  clerkId: number;
  clerkName: string | null;
  answers: number;
  outOfHours: 0 | 1;
}

/** What a leader should look at before he believes a figure; told by day, never by hour. */
export type RatingWarning =
  /** `ofOne`: how many of them were one clerk's, who is named where they are enough; 0: nobody's. */
  | { kind: 'burst'; day: string; answers: number; ofOne: number; clerkName: string | null }
  | { kind: 'outOfHours'; day: string; answers: number }
  | { kind: 'uncodedPaper'; answers: number; of: number };

/** Assumed: a paper without a code is nobody's for certain; more than one answer in five of that kind is worth a look. */
const mostUncodedShare = 0.2;

/** That of the whole period first, then the newest day first. */
export function ratingWarnings(
  pulses: readonly RatingPulse[],
  { all, uncoded }: Pick<RatingFigures, 'all' | 'uncoded'>,
  leastToSplit: number,
): RatingWarning[] {
  const ofDays = pulses
    .filter(({ clerkId }) => clerkId === 0)
    .map(({ minute, answers }) => ({ minute, day: minute.slice(0, 10), answers }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.answers - a.answers))
    .map(({ minute, day, answers }): RatingWarning => {
      if (minute.endsWith('T24:00')) return { kind: 'outOfHours', day, answers };
      const [one] = pulses
        .filter((pulse) => pulse.minute === minute && pulse.clerkId !== 0)
        .sort((a, b) => b.answers - a.answers);
      const ofOne = one?.answers ?? 0;
      return {
        kind: 'burst',
        day,
        answers,
        ofOne,
        clerkName: ofOne >= leastToSplit ? (one?.clerkName ?? null) : null,
      };
    });
  return uncoded > all.n * mostUncodedShare
    ? [{ kind: 'uncodedPaper', answers: uncoded, of: all.n }, ...ofDays]
    : ofDays;
}
