import { formatInteger } from '../ratio.ts';
import { type OfficialColumn, officialNumber } from './figures.ts';

/** What must add up before an official report may leave (rules §11). */

export type OfficialFigures = Readonly<Record<OfficialColumn, number>>;

export interface OfficialRows {
  /** Rows that the total is the sum of. */
  readonly rows: readonly { readonly label: string; readonly figures: OfficialFigures }[];
  /** Counted by itself, not added up. */
  readonly total: OfficialFigures;
}

export interface IdentityCheck {
  /** "(3) = (4) + (5) + (6)". */
  readonly identity: string;
  /** Where it does not hold, in words; none when it does. */
  readonly broken: readonly string[];
  /** What it is held against, where that is a report that left before; null when none did, and then nothing is checked. */
  readonly against?: LeftReport | null;
}

/** What an official report said when it left, for the period that ends where another begins. */
export interface LeftReport {
  /** (11) of the whole unit. */
  readonly open: number;
  /** Office time. */
  readonly at: string;
  readonly by: string;
}

type Sum = readonly [whole: OfficialColumn, ...parts: OfficialColumn[]];

const sums: readonly Sum[] = [
  ['taken', 'online', 'atCounter', 'before'],
  ['settled', 'early', 'onTime', 'late'],
  ['open', 'openInTime', 'openLate'],
  ['taken', 'settled', 'open'],
];

const bracketed = (name: OfficialColumn): string => `(${officialNumber(name)})`;

/** @param left of the period before: computed anew, (11) would be (6) whatever the report said that left. */
export function checkIdentities(
  { rows, total }: OfficialRows,
  left: LeftReport | undefined,
): IdentityCheck[] {
  const lines = [...rows, { label: 'Tổng số', figures: total }];
  return [
    ...sums.map(([whole, ...parts]): IdentityCheck => {
      const broken = lines.flatMap(({ label, figures }) => {
        const sum = parts.reduce((all, part) => all + figures[part], 0);
        return sum === figures[whole]
          ? []
          : [
              `${label}: ${formatInteger(figures[whole])} ≠ ${parts.map((part) => formatInteger(figures[part])).join(' + ')}`,
            ];
      });
      return { identity: `${bracketed(whole)} = ${parts.map(bracketed).join(' + ')}`, broken };
    }),
    {
      identity: '(6) = (11) của kỳ trước',
      broken:
        left === undefined || total.before === left.open
          ? []
          : [`Tổng số: ${formatInteger(total.before)} ≠ ${formatInteger(left.open)}`],
      against: left ?? null,
    },
    {
      identity: 'Tổng các dòng = dòng tổng số',
      broken: (Object.keys(total) as OfficialColumn[]).flatMap((name) => {
        const sum = rows.reduce((all, { figures }) => all + figures[name], 0);
        return sum === total[name]
          ? []
          : [`Cột ${bracketed(name)}: ${formatInteger(sum)} ≠ ${formatInteger(total[name])}`];
      }),
    },
  ];
}
