import { isSatisfied } from './rating.ts';
import type { CountedRatings } from './rating-figures.ts';

/**
 * Splitting answers into groups so that no difference of two splits tells fewer than n answers (NĐ 118/2025/NĐ-CP Đ29.3).
 * Assumed: only whole months, quarters and years that are over are split, because a period that runs tells each new answer by
 * what changed since yesterday. The month is the smallest part: what is joined in a month stays joined in its quarter and year,
 * so that these, less their months, tell nothing more.
 */
export interface RatingGroup {
  key: string;
  name: string;
  n: number;
  /** "Hài lòng" and better. */
  satisfied: number;
  low: number;
}

export interface RatingSplit {
  /** Of a quarter or a year: the months in which the group had enough. */
  shown: RatingGroup[];
  /** "Nhóm dưới n": all others together. */
  joined: Omit<RatingGroup, 'key' | 'name'>;
}

type KeyOf = (row: CountedRatings) => readonly [key: string, name: string];
const noAnswers = { n: 0, satisfied: 0, low: 0 };

/** Whether a span of days is a whole month, quarter or year that is over. */
export function isSplittable({ from, to }: { from: string; to: string }, today: string): boolean {
  const [year = 0, first = 0, day = 0] = from.split('-').map(Number);
  const last = Number(to.slice(5, 7));
  const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate();
  const months = last - first + 1;
  const isWhole = day === 1 && Number(to.slice(0, 4)) === year && Number(to.slice(8)) === lastDay;
  return to < today && isWhole && [1, 3, 12].includes(months) && (first - 1) % months === 0;
}

export function splitBy(rows: readonly CountedRatings[], least: number, keyOf: KeyOf): RatingSplit {
  return sumOfMonths(rows, (ofMonth) => hideFew(groupsBy(ofMonth, keyOf), least));
}

export const procedureOf: KeyOf = (row) => [row.procedureCode, row.procedureShortName];

/** By field, such that a field less the procedures that are shown of it does not tell the others either. */
export function splitByField(rows: readonly CountedRatings[], least: number): RatingSplit {
  return sumOfMonths(rows, (ofMonth) => {
    const shown = new Set(hideFew(groupsBy(ofMonth, procedureOf), least).shown.map(({ key }) => key));
    const rest = ofMonth.filter(({ procedureCode }) => !shown.has(procedureCode));
    const restOf = new Map(groupsBy(rest, ({ field }) => [field, field]).map(({ key, n }) => [key, n]));
    return hideFew(
      groupsBy(ofMonth, ({ field }) => [field, field]),
      least,
      ({ key }) => restOf.get(key) ?? 0,
    );
  });
}

/** `YYYY-MM code` of the procedures that a month that is over shows by themselves. */
export function shownProcedures(
  rows: readonly CountedRatings[],
  least: number,
  today: string,
): ReadonlySet<string> {
  const months = [...Map.groupBy(rows, ({ month }) => month)].filter(([month]) => month < today.slice(0, 7));
  return new Set(
    months.flatMap(([month, ofMonth]) =>
      hideFew(groupsBy(ofMonth, procedureOf), least).shown.map(({ key }) => `${month} ${key}`),
    ),
  );
}

function sumOfMonths(
  rows: readonly CountedRatings[],
  split: (ofMonth: readonly CountedRatings[]) => { shown: RatingGroup[]; hidden: RatingGroup[] },
): RatingSplit {
  const months = [...Map.groupBy(rows, ({ month }) => month).values()].map(split);
  const shown = Map.groupBy(
    months.flatMap((month) => month.shown),
    ({ key }) => key,
  );
  return {
    shown: [...shown.values()].map(sum).sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1)),
    joined: joinedOf(months.flatMap(({ hidden }) => hidden)),
  };
}

/**
 * Groups with enough answers, and the others together. Never one hidden group alone, nor too few answers together: the total
 * less those shown would tell them. @param restOf what other figures do not tell of a group already.
 */
function hideFew(
  groups: readonly RatingGroup[],
  least: number,
  restOf: (group: RatingGroup) => number = ({ n }) => n,
): { shown: RatingGroup[]; hidden: RatingGroup[] } {
  const isFew = (n: number) => n > 0 && n < least;
  const isEnough = (group: RatingGroup) => group.n >= least && !isFew(restOf(group));
  const bySize = groups.toSorted((a, b) => b.n - a.n);
  const shown = bySize.filter(isEnough);
  const hidden = bySize.filter((group) => !isEnough(group));
  const isTold = () =>
    hidden.length > 0 &&
    (hidden.length === 1 ||
      joinedOf(hidden).n < least ||
      isFew(hidden.reduce((total, group) => total + restOf(group), 0)));
  while (isTold()) {
    const smallest = shown.pop();
    if (smallest === undefined) break;
    hidden.push(smallest);
  }
  return { shown, hidden };
}

export function groupsBy(rows: readonly CountedRatings[], keyOf: KeyOf): RatingGroup[] {
  const groups = new Map<string, RatingGroup>();
  for (const row of rows) {
    const [key, name] = keyOf(row);
    const group = groups.get(key) ?? { key, name, ...noAnswers };
    group.n += row.count;
    if (isSatisfied(row.mark, row.scale)) group.satisfied += row.count;
    if (row.isLow) group.low += row.count;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function sum(groups: readonly RatingGroup[]): RatingGroup {
  const [{ key, name } = { key: '', name: '' }] = groups;
  return { key, name, ...joinedOf(groups) };
}

function joinedOf(groups: readonly RatingGroup[]): RatingSplit['joined'] {
  return groups.reduce(
    (total, { n, satisfied, low }) => ({
      n: total.n + n,
      satisfied: total.satisfied + satisfied,
      low: total.low + low,
    }),
    noAnswers,
  );
}
