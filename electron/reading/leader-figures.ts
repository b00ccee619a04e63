import { Temporal } from 'temporal-polyfill';
import {
  type CaseIndicator,
  type CaseIndicatorKey,
  caseIndicators,
} from '../../shared/domain/case-indicators.ts';
import { monthsOf, periodBefore } from '../../shared/domain/period-parts.ts';
import {
  type CountedPeriod,
  caseSets,
  type Period,
  type StatisticsScope,
} from '../../shared/domain/statistics.ts';
import { channelLabels } from '../../shared/labels.ts';
import type {
  LeaderPage,
  MonthBar,
  Share,
  StatisticsRow,
  StatisticsTable,
  TableSplit,
} from '../../shared/views-leader.ts';
import { listPeople, listPeopleWhoLeft } from '../register/accounts/people.ts';
import { isAwaiting, isDueBetween, isDueToday, isLate } from '../register/conditions.ts';
import type { Reader } from '../register/connection.ts';
import { type Figures, figuresOf } from '../register/figures/figures.ts';
import {
  countInScope,
  findFirstAcceptance,
  findOldestOpen,
  isUnclaimed,
  shortNameOf,
} from '../register/figures/statistics.ts';
import { settingsAt } from './settings-at.ts';

/** What the leader's page and its workbook say. */

export interface LeaderQuestion {
  period: Period;
  scope: StatisticsScope;
  /** Office time. */
  now: string;
}

/** The figures of a period, of the one before, and month by month; and how things stand now. */
export function leaderPage(db: Reader, question: LeaderQuestion): LeaderPage {
  const { period, scope, now } = question;
  const today = now.slice(0, 10);
  const before = periodBefore(period);
  const hasBefore = (findFirstAcceptance(db) ?? '9999') < period.from;
  const periods = hasBefore ? [period, before] : [period];
  const figures = figuresOf(db, { scope, periods, by: null, now });
  // What became of those received in a month is asked at the end of the whole period: its parts add up to it.
  const { to: until } = period;
  // A clock that was put back leaves cases in months to come: these are shown as well.
  const months = monthsOf(period)
    .map((month): CountedPeriod => ({ ...month, until }))
    .filter((month) => month.from <= today || figures.count(caseSets.received, month) > 0);
  const indicators = Object.entries(caseIndicators) as [CaseIndicatorKey, CaseIndicator][];
  const n = (set: keyof typeof caseSets) => figures.count(caseSets[set], period);
  return {
    period,
    before,
    scope,
    figures: indicators.map(([key, indicator]) => ({
      key,
      now: shareOf(figures, indicator, period),
      before: hasBefore ? shareOf(figures, indicator, before) : null,
      trend: months.map((month) => ({ ...month, ...shareOf(figures, indicator, month) })),
      unknown: indicator.unknown ? n(indicator.unknown) : 0,
    })),
    months: months.map((month) => barOf(figures, month)),
    noDeadline: n('settledNoDeadline'),
    withdrawn: n('withdrawn'),
    stopped: n('stopped'),
    today: standing(db, question),
  };
}

/** The figures of a period by procedure, field, holder, point or channel. */
export function leaderTable(db: Reader, question: LeaderQuestion & { by: TableSplit }): StatisticsTable {
  const { period, scope, by, now } = question;
  const figures = figuresOf(db, { scope, periods: [period], by, now });
  const columns = Object.entries(tableColumns) as [keyof Counts, keyof typeof caseSets][];
  const counts = columns.map(([column, set]) => [column, figures.countByKey(caseSets[set], period)] as const);
  const keys = new Set(counts.flatMap(([, byKey]) => [...byKey.keys()]));
  const labelOf = labeller(db, now, by);
  const rowOf = (n: (byKey: Map<string, number>) => number) =>
    Object.fromEntries(counts.map(([column, byKey]) => [column, n(byKey)])) as Record<keyof Counts, number>;
  const rows = [...keys]
    .map((key): StatisticsRow => ({ key, label: labelOf(key), ...rowOf((byKey) => byKey.get(key) ?? 0) }))
    .filter((row) => columns.some(([column]) => row[column] > 0))
    .sort((a, b) => b.received - a.received || a.label.localeCompare(b.label, 'vi'));
  const sum = (byKey: Map<string, number>) => [...byKey.values()].reduce((all, one) => all + one, 0);
  return { by, rows, total: rowOf(sum) };
}

type Counts = StatisticsTable['total'];

const tableColumns: Record<keyof Counts, keyof typeof caseSets> = {
  received: 'received',
  online: 'receivedOnline',
  settled: 'settled',
  early: 'settledEarly',
  onTime: 'settledOnTime',
  late: 'settledLate',
  noDeadline: 'settledNoDeadline',
  sameDay: 'settledSameDay',
  open: 'open',
  openLate: 'openLate',
};

function shareOf(figures: Figures, { count, of }: CaseIndicator, period: CountedPeriod): Share {
  return {
    count: figures.count(caseSets[count], period),
    of: of && figures.count(caseSets[of], period),
  };
}

function barOf(figures: Figures, month: CountedPeriod): MonthBar {
  const n = (set: keyof typeof caseSets) => figures.count(caseSets[set], month);
  return {
    ...month,
    received: n('received'),
    early: n('receivedEarly'),
    onTime: n('receivedOnTime'),
    late: n('receivedLate'),
    noDeadline: n('receivedNoDeadline'),
    unsettled: n('receivedUnsettled'),
  };
}

/** What there is to do now, in the words of the views of the list: not the sets of the figures, also what is not accepted yet. */
function standing(db: Reader, { now, scope }: LeaderQuestion): LeaderPage['today'] {
  const today = Temporal.PlainDateTime.from(now).toPlainDate();
  const inDays = (days: number) => today.add({ days }).toString();
  const marks = { now, today: inDays(0), tomorrow: inDays(1) };
  const { unclaimedAfterDays } = settingsAt(db, now).flow;
  const oldest = findOldestOpen(db, scope);
  return {
    late: countInScope(db, isLate(marks), scope),
    dueToday: countInScope(db, isDueToday(marks), scope),
    dueTomorrow: countInScope(db, isDueBetween(marks, inDays(1), inDays(2)), scope),
    awaiting: countInScope(db, { sql: isAwaiting, values: [] }, scope),
    unclaimed: countInScope(db, isUnclaimed(inDays(-unclaimedAfterDays)), scope),
    oldestOpenDays: oldest
      ? today.since(Temporal.PlainDateTime.from(oldest.acceptedAt).toPlainDate()).days
      : null,
    oldestOpenId: oldest?.id ?? null,
  };
}

/** The word for a key of the split, as the register has it now. */
function labeller(db: Reader, now: string, by: TableSplit): (key: string) => string {
  switch (by) {
    case 'procedure':
      return (code) => shortNameOf(db, code) ?? code;
    case 'holder': {
      const people = [...listPeople(db), ...listPeopleWhoLeft(db)];
      return (id) => people.find((person) => String(person.id) === id)?.name ?? id;
    }
    case 'point': {
      const { points, office } = settingsAt(db, now);
      return (id) => points.find((point) => point.id === id)?.name ?? (id || office.counterName);
    }
    case 'channel':
      return (channel) =>
        channel in channelLabels ? channelLabels[channel as keyof typeof channelLabels] : channel;
    case 'field':
      return (field) => field;
  }
}

/** How a table is called, and its first column. */
export const splitWords: Record<TableSplit, { name: string; head: string }> = {
  procedure: { name: 'Theo thủ tục', head: 'Thủ tục' },
  field: { name: 'Theo lĩnh vực', head: 'Lĩnh vực' },
  holder: { name: 'Theo người giữ', head: 'Người giữ' },
  point: { name: 'Theo điểm tiếp nhận', head: 'Điểm tiếp nhận' },
  channel: { name: 'Theo kênh nộp', head: 'Kênh nộp' },
};

/** "lĩnh vực Đất đai, kênh nộp Trực tuyến"; empty for everybody's. */
export function scopeWords(db: Reader, { scope, now }: LeaderQuestion): string {
  const { procedureCode, holderId, area, ...same } = scope;
  const keys: [TableSplit, string | undefined][] = [
    ['field', same.field],
    ['procedure', procedureCode],
    ['channel', same.channel],
    ['point', same.point],
    ['holder', holderId === undefined ? undefined : String(holderId)],
  ];
  const words = keys.flatMap(([by, key]) =>
    key === undefined ? [] : [`${splitWords[by].head.toLowerCase()} ${labeller(db, now, by)(key)}`],
  );
  return [...words, ...(area === undefined ? [] : [`địa chỉ ${area}`])].join(', ');
}
