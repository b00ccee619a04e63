import type { CaseIndicatorKey } from './domain/case-indicators.ts';
import type { ParagraphTemplate } from './domain/paragraph.ts';
import type { Qd766Settings } from './domain/qd766.ts';
import type { CountedPeriod, Period, StatisticsScope } from './domain/statistics.ts';
import type { Target } from './domain/target.ts';

/** What the leader's queries answer. A share is its two whole numbers; nobody rounds before the screen. */

export interface Share {
  count: number;
  /** Null where the figure is a bare number. */
  of: number | null;
}

/** Of a month, or the part of it that lies in the period. */
export interface TrendPoint extends Share, CountedPeriod {}

/** First and last day on which a case was received complete or ended, so that an empty period can say where they are. */
export interface StatisticsSpan {
  /** Null while there is none. */
  span: { from: string; to: string } | null;
}

export interface CaseFigure {
  key: CaseIndicatorKey;
  now: Share;
  /** The same in the period before; null when the register has nothing as old. */
  before: Share | null;
  trend: TrendPoint[];
  /** Cases of which nobody said it: left out of the share. */
  unknown: number;
}

/** Cases received in a month by what became of them until the end of the whole period: the parts add up to `received`. */
export interface MonthBar extends CountedPeriod {
  received: number;
  early: number;
  onTime: number;
  late: number;
  noDeadline: number;
  unsettled: number;
}

export interface LeaderPage {
  period: Period;
  before: Period;
  scope: StatisticsScope;
  figures: CaseFigure[];
  months: MonthBar[];
  /** Ended without a date, excluded from the shares. */
  noDeadline: number;
  withdrawn: number;
  stopped: number;
  /** As things stand now, whatever the period; each opens its view of the list. */
  today: {
    late: number;
    dueToday: number;
    dueTomorrow: number;
    awaiting: number;
    unclaimed: number;
    /** Calendar days since the oldest open case was received; null when none is open. */
    oldestOpenDays: number | null;
    oldestOpenId: number | null;
  };
}

/** What is open at the end of a period. */
export interface OpenCases {
  open: number;
  awaiting: number;
  /** Calendar days since reception, both within; the days `from` to `to` are those of reception. The last class has no most. */
  ages: (Period & { fewest: number; most: number | null; count: number })[];
}

/** Procedures of the catalogue: done within the day, and online from end to end. */
export interface CatalogueFigures {
  all: number;
  sameDay: number;
  fullOnline: number;
}
export type CatalogueFact = Exclude<keyof CatalogueFigures, 'all'>;

/** Judges and words of the leader's page. */
export interface LeaderSettings {
  targets: Target[];
  paragraphs: ParagraphTemplate[];
  qd766: Qd766Settings;
  /** Fewer answers than this have no percentage. */
  leastAnswers: number;
  /** Reception points beside the counter itself. */
  points: { id: string; name: string }[];
  /** A result that waits longer is unclaimed; calendar days. */
  unclaimedAfterDays: number;
}

export const tableSplits = ['procedure', 'field', 'holder', 'point', 'channel'] as const;
export type TableSplit = (typeof tableSplits)[number];

export interface StatisticsRow {
  /** Value of the split: procedure code, field, id of the person, point, channel. */
  key: string;
  label: string;
  received: number;
  online: number;
  settled: number;
  early: number;
  onTime: number;
  late: number;
  noDeadline: number;
  sameDay: number;
  open: number;
  openLate: number;
}

export interface StatisticsTable {
  by: TableSplit;
  rows: StatisticsRow[];
  /** The sum of the rows. */
  total: Omit<StatisticsRow, 'key' | 'label'>;
}
