import { useNavigate, useSearchParams } from 'react-router';
import { type ReportSplit, reportSplits } from '../../../shared/domain/reports/figures.ts';
import { type ReportName, reportNames, reports } from '../../../shared/domain/reports/index.ts';
import {
  kindOfPeriod,
  type PeriodKind,
  periodKinds,
  periodOf,
} from '../../../shared/domain/reports/period.ts';
import type { Period } from '../../../shared/domain/statistics.ts';
import { readDay } from '../../list-state.ts';
import { useOfficeNow } from '../../session.tsx';

/** Which report of which days is open: all of it in the address. */
export interface ReportPlace {
  name: ReportName;
  kind: PeriodKind;
  period: Period;
  split: ReportSplit;
}

const one = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text);

export function useReportPlace(): [ReportPlace, (next: Partial<ReportPlace>) => void] {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const today = useOfficeNow().slice(0, 10);
  const [from, to] = [readDay(params, 'tu'), readDay(params, 'den')];
  const period = from && to && from <= to ? { from, to } : periodOf('month', today);
  const name = one(reportNames, params.get('bieu')) ?? 'official';
  const place: ReportPlace = {
    name,
    period,
    kind: one(periodKinds, params.get('ky')) ?? kindOfPeriod(period),
    split: splitIn(name, one(reportSplits, params.get('theo'))),
  };
  const go = (next: Partial<ReportPlace>) => {
    const { name: bieu, kind, period: days, split } = { ...place, ...next };
    const search = new URLSearchParams({ bieu, ky: kind, tu: days.from, den: days.to, theo: split });
    void navigate({ search: search.toString() }, { replace: true });
  };
  return [place, go];
}

/** A split that the report does not have is its first. */
function splitIn(name: ReportName, asked: ReportSplit | undefined): ReportSplit {
  const report = reports[name];
  const splits: readonly ReportSplit[] = report.kind === 'figures' ? report.splits : ['field'];
  return splits.find((split) => split === asked) ?? splits[0] ?? 'field';
}
