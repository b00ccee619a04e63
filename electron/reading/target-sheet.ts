import { type CaseIndicatorKey, caseIndicators } from '../../shared/domain/case-indicators.ts';
import { periodBefore } from '../../shared/domain/period-parts.ts';
import { ratingFigures } from '../../shared/domain/rating-figures.ts';
import { percentHundredths } from '../../shared/domain/ratio.ts';
import { caseSets } from '../../shared/domain/statistics.ts';
import { digitalIndicator, meets, type Target } from '../../shared/domain/target.ts';
import { formatDay } from '../../shared/format.ts';
import type { ListCell } from '../../shared/list-sheet.ts';
import type { ReportColumn, ReportLine, ReportSheet } from '../../shared/report-sheet.ts';
import type { Share } from '../../shared/views-leader.ts';
import type { Reader } from '../register/connection.ts';
import { digitalFigures } from '../register/digital/digital-figures.ts';
import { figuresOf } from '../register/figures/figures.ts';
import { countCashless } from '../register/money/money-reports.ts';
import { countRatings } from '../register/voice/rating-figures.ts';
import { type LeaderQuestion, scopeWords } from './leader-figures.ts';
import { settingsAt } from './settings-at.ts';

/** The targets whose time touches the period, and where each stands in its own time. */

interface TargetsAsked extends LeaderQuestion {
  /** Answers of citizens are for a leader alone. */
  seesRatings: boolean;
}

interface Standing extends Share {
  label: string;
  better: 'high' | 'low';
}

export function targetLines(db: Reader, asked: TargetsAsked): ReportLine[] {
  const { period, now } = asked;
  return settingsAt(db, now)
    .targets.filter(({ from, to }) => from <= period.to && to >= period.from)
    .flatMap((target) => {
      const standing = standingOf(db, asked, target);
      return standing === null ? [] : [{ isGroup: false, cells: cellsOf(db, asked, target, standing) }];
    });
}

export const targetsSheet = (
  lines: readonly ReportLine[],
): Pick<ReportSheet, 'name' | 'columns' | 'lines' | 'total' | 'notes' | 'countsLines'> => ({
  name: 'Chỉ tiêu',
  columns: [
    text('Chỉ tiêu', 34),
    text('Chỉ tính', 30),
    text('Từ ngày', 12),
    text('Đến ngày', 12),
    text('So sánh', 12),
    { path: ['Mức, %'], width: 12, kind: 'share' },
    { path: ['Mức, số'], width: 12, kind: 'number' },
    { path: ['Đến nay'], width: 12, kind: 'number' },
    { path: ['Trên tổng số'], width: 12, kind: 'number' },
    { path: ['Tỷ lệ'], width: 12, kind: 'share' },
    text('Kết quả', 14),
  ],
  lines,
  total: null,
  countsLines: false,
  notes: [
    'Mỗi chỉ tiêu tính trong thời gian của chính nó, đến hết kỳ hoặc đến lúc này. Tỷ lệ làm tròn xuống.',
  ],
});

const text = (head: string, width: number): ReportColumn => ({ path: [head], width, kind: 'text' });

function cellsOf(db: Reader, asked: TargetsAsked, target: Target, standing: Standing): ListCell[] {
  const { scope, from, to, unit, value } = target;
  const { label, better, count, of } = standing;
  const hundredths = of === null ? null : percentHundredths(count, of);
  const isMet = meets(target, standing, better);
  return [
    label,
    scopeWords(db, { ...asked, scope }) || 'mọi hồ sơ',
    formatDay(from),
    formatDay(to),
    better === 'low' ? 'nhiều nhất' : 'ít nhất',
    unit === 'share' ? value / 10_000 : null,
    unit === 'count' ? value : null,
    count,
    of,
    hundredths === null ? null : Number(hundredths) / 10_000,
    isMet === null ? 'chưa có số liệu' : isMet ? 'đạt' : 'chưa đạt',
  ];
}

/** Null where nobody may see it, or it cannot be told. */
function standingOf(db: Reader, { seesRatings, now }: TargetsAsked, target: Target): Standing | null {
  const { indicator, scope, from, to } = target;
  const period = { from, to };
  if (indicator === 'cashless') {
    const { cashlessCases, cases } = countCashless(db, period);
    return { label: 'Không tiền mặt', better: 'high', count: cashlessCases, of: cases };
  }
  if (indicator === 'satisfaction') {
    const { leastToSplit } = settingsAt(db, now).rating;
    const { n, satisfied } = ratingFigures(countRatings(db, period), leastToSplit, false).all;
    if (!seesRatings || n < leastToSplit) return null;
    return { label: 'Hài lòng', better: 'high', count: satisfied, of: n };
  }
  if (Object.hasOwn(caseIndicators, indicator)) {
    const { label, better, count, of } = caseIndicators[indicator as CaseIndicatorKey];
    const figures = figuresOf(db, { scope, periods: [period], by: null, now });
    const n = (set: keyof typeof caseSets) => figures.count(caseSets[set], period);
    return { label, better, count: n(count), of: of && n(of) };
  }
  const { complete, criteria, funnel } = digitalFigures(db, period, periodBefore(period));
  const measure = [complete, ...criteria, ...funnel].find(
    (one) => digitalIndicator(one.measure) === indicator,
  );
  if (measure === undefined) return null;
  const whole = typeof measure.of === 'number' ? measure.of : (measure.of?.value ?? null);
  return { label: measure.label, better: 'high', count: measure.people, of: whole };
}
