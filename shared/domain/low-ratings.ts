/** What today's low marks tell: what was not good, and about what as far as it leads to no one's case. */

/** Those of the day that are alike. */
export interface LowMark {
  procedureCode: string;
  procedureShortName: string;
  field: string;
  reasons: string[];
  count: number;
}

/** Cases that the day received. */
export interface DayCases {
  procedureCode: string;
  field: string;
  count: number;
}

export interface LowRating {
  /** A procedure, else its field; null: neither hides whose case it was. */
  name: string | null;
  reasons: string[];
  count: number;
}

/**
 * A procedure is named where the day received at least n cases of it, else its field where that received n others; the reasons
 * stand alone where the whole day received n others, else there is but the number.
 */
export function lowRatings(
  marks: readonly LowMark[],
  cases: readonly DayCases[],
  least: number,
): LowRating[] {
  const sum = (of: readonly DayCases[]) => of.reduce((total, { count }) => total + count, 0);
  const isMany = (of: readonly DayCases[]) => sum(of) >= least;
  const byProcedure = Map.groupBy(cases, ({ procedureCode }) => procedureCode);
  const few = [...byProcedure.values()].filter((group) => !isMany(group)).flat();
  const byField = Map.groupBy(few, ({ field }) => field);
  const fewest = [...byField.values()].filter((group) => !isMany(group)).flat();
  const tell = ({ procedureCode, procedureShortName, field, reasons, count }: LowMark): LowRating => {
    if (isMany(byProcedure.get(procedureCode) ?? [])) return { name: procedureShortName, reasons, count };
    if (isMany(byField.get(field) ?? [])) return { name: field, reasons, count };
    return { name: null, reasons: isMany(fewest) ? reasons : [], count };
  };
  const alike = Map.groupBy(marks.map(tell), ({ name, reasons }) => JSON.stringify([name, reasons]));
  return [...alike.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...more]]) =>
      first ? [{ ...first, count: more.reduce((total, { count }) => total + count, first.count) }] : [],
    );
}
