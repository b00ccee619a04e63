import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import type { ReportSplit } from '../../../shared/domain/reports/figures.ts';
import { reports } from '../../../shared/domain/reports/index.ts';
import { type PeriodKind, periodKinds, periodName, periodOf } from '../../../shared/domain/reports/period.ts';
import { formatDay } from '../../../shared/format.ts';
import { PeriodDays } from '../../components/PeriodDays.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Reports.module.css';
import type { ReportPlace } from './report-place.ts';

const kindLabels: Record<PeriodKind, string> = {
  day: 'Ngày',
  month: 'Tháng',
  quarter: 'Quý',
  year: 'Năm',
  free: 'Tự chọn',
};

const splitLabels: Record<ReportSplit, string> = {
  field: 'Lĩnh vực',
  procedure: 'Thủ tục',
  holder: 'Người',
  area: 'Địa chỉ',
};

/** Of which days the report is, and by what its rows go. */
export function PeriodBar({
  place,
  onGo,
}: {
  place: ReportPlace;
  onGo: (next: Partial<ReportPlace>) => void;
}) {
  const { kind, period, name, split } = place;
  const today = useOfficeNow().slice(0, 10);
  const report = reports[name];
  const splits: readonly ReportSplit[] = report.kind === 'figures' ? report.splits : [];
  const choose = (next: PeriodKind) => {
    const on = period.from <= today && today <= period.to ? today : period.to;
    onGo({ kind: next, period: next === 'free' ? period : periodOf(next, on) });
  };
  return (
    <div className={styles.bar}>
      <Segmented
        label="Kỳ"
        value={kind}
        options={periodKinds.map((value) => ({ value, label: kindLabels[value] }))}
        onChange={choose}
      />
      {kind === 'free' ? (
        <PeriodDays period={period} onChange={(next) => onGo({ period: next })} />
      ) : (
        <span className={styles.step}>
          <IconButton
            aria-label={`${kindLabels[kind]} trước`}
            onClick={() => onGo({ period: periodOf(kind, period.from, -1) })}
          >
            <ChevronLeft />
          </IconButton>
          <b role="status">{periodName(period) ?? `${formatDay(period.from)} – ${formatDay(period.to)}`}</b>
          <IconButton
            aria-label={`${kindLabels[kind]} sau`}
            onClick={() => onGo({ period: periodOf(kind, period.from, 1) })}
          >
            <ChevronRight />
          </IconButton>
        </span>
      )}
      <span className="grow" />
      {splits.length > 1 && (
        <Segmented
          label="Theo"
          value={split}
          options={splits.map((value) => ({ value, label: splitLabels[value] }))}
          onChange={(next) => onGo({ split: next })}
        />
      )}
    </div>
  );
}
