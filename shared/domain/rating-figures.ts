import { isSatisfied, type RatingSource, type RatingStage } from './rating.ts';

/** Figures on satisfaction, each with how many answers it rests on (rules §9). No answer stands alone in them with a clerk. */

/** How many answers are alike in all of this. */
export interface CountedRatings {
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

export interface RatingGroup {
  key: string;
  name: string;
  n: number;
  /** "Hài lòng" and better. */
  satisfied: number;
  low: number;
}

export interface RatingFigures {
  all: RatingGroup;
  ownScreen: number;
  paper: number;
  /** Of each scale in use: how often each mark was given, the best first. */
  scales: { scale: 3 | 5; n: number; marks: { mark: number; count: number }[] }[];
  byProcedure: RatingGroup[];
  byField: RatingGroup[];
  byStage: RatingGroup[];
  byPoint: RatingGroup[];
  byClerk: { shown: RatingGroup[]; notSplit: { clerks: number; n: number } };
}

export function ratingFigures(rows: readonly CountedRatings[], leastToSplit: number): RatingFigures {
  const from = (source: RatingSource) => sumOf(rows.filter((row) => row.source === source));
  const [all = { key: '', name: '', n: 0, satisfied: 0, low: 0 }] = groupsBy(rows, () => ['', '']);
  return {
    all,
    ownScreen: from('ownScreen'),
    paper: from('paper'),
    scales: ([5, 3] as const).flatMap((scale) => {
      const ofScale = rows.filter((row) => row.scale === scale);
      const marks = Array.from({ length: scale }, (_, index) => scale - index).map((mark) => ({
        mark,
        count: sumOf(ofScale.filter((row) => row.mark === mark)),
      }));
      return ofScale.length > 0 ? [{ scale, n: sumOf(ofScale), marks }] : [];
    }),
    byProcedure: groupsBy(rows, (row) => [row.procedureCode, row.procedureShortName]),
    byField: groupsBy(rows, ({ field }) => [field, field]),
    byStage: groupsBy(rows, ({ stage }) => [stage, stage]),
    byPoint: groupsBy(rows, ({ point }) => [point, point]),
    byClerk: splitByClerk(
      groupsBy(
        rows.filter(({ clerkId }) => clerkId !== null),
        ({ clerkId, clerkName }) => [String(clerkId), clerkName ?? ''],
      ),
      leastToSplit,
    ),
  };
}

/**
 * Clerks with enough answers, and the others together. Never one hidden clerk alone, nor too few answers together: the total
 * less those shown would tell them.
 */
function splitByClerk(groups: readonly RatingGroup[], least: number): RatingFigures['byClerk'] {
  const bySize = groups.toSorted((a, b) => b.n - a.n);
  const shown = bySize.filter(({ n }) => n >= least);
  const hidden = bySize.slice(shown.length);
  const isTold = () => hidden.length > 0 && (hidden.length === 1 || sum(hidden) < least);
  while (isTold()) {
    const smallest = shown.pop();
    if (smallest === undefined) break;
    hidden.push(smallest);
  }
  return {
    shown: shown.toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
    notSplit: { clerks: hidden.length, n: sum(hidden) },
  };
}

function groupsBy(
  rows: readonly CountedRatings[],
  keyOf: (row: CountedRatings) => readonly [key: string, name: string],
): RatingGroup[] {
  const groups = new Map<string, RatingGroup>();
  for (const row of rows) {
    const [key, name] = keyOf(row);
    const group = groups.get(key) ?? { key, name, n: 0, satisfied: 0, low: 0 };
    group.n += row.count;
    if (isSatisfied(row.mark, row.scale)) group.satisfied += row.count;
    if (row.isLow) group.low += row.count;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

const sum = (groups: readonly RatingGroup[]): number => groups.reduce((total, { n }) => total + n, 0);
const sumOf = (rows: readonly CountedRatings[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

/** Answers of one minute and clerk (0: not told), or of a day out of hours (`…T24:00`). */
export interface RatingPulse {
  minute: string;
  clerkId: number;
  clerkName: string | null;
  answers: number;
  outOfHours: 0 | 1;
}

/** What a leader should look at before he believes a figure; told by day, never by hour. */
export type RatingWarning =
  | { kind: 'burst'; day: string; answers: number; oneClerk: boolean; clerkName: string | null }
  | { kind: 'outOfHours'; day: string; answers: number };

/** Newest day first. The one clerk of a burst is named where he has enough answers in it. */
export function ratingWarnings(pulses: readonly RatingPulse[], leastToSplit: number): RatingWarning[] {
  const warnings = [...Map.groupBy(pulses, ({ minute }) => minute)].map(([minute, group]): RatingWarning => {
    const day = minute.slice(0, 10);
    const answers = group.reduce((total, pulse) => total + pulse.answers, 0);
    if (minute.endsWith('T24:00')) return { kind: 'outOfHours', day, answers };
    const [first] = group;
    const oneClerk = group.length === 1 && first !== undefined && first.clerkId !== 0;
    return {
      kind: 'burst',
      day,
      answers,
      oneClerk,
      clerkName: oneClerk && answers >= leastToSplit ? first.clerkName : null,
    };
  });
  return warnings.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.answers - a.answers));
}
