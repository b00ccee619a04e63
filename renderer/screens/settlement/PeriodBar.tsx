import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import { useMutation } from '@tanstack/react-query';
import { formatDay } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { PeriodDays } from '../../components/PeriodDays.tsx';
import styles from './Settlement.module.css';
import { isMonth, monthOf, type Period } from './settlement-place.ts';

/** A month, back and forth, or any days. */
export function PeriodBar({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const { from, to } = period;
  const summary = useMutation(useTRPC().settlement.exportSummary.mutationOptions());
  const [year, month] = from.split('-');
  return (
    <div className={styles.period}>
      <ExportButton make={() => summary.mutateAsync({ period })}>Xuất tổng hợp</ExportButton>
      <IconButton aria-label="Tháng trước" onClick={() => onChange(monthOf(from, -1))}>
        <ChevronLeft />
      </IconButton>
      <b>{isMonth(period) ? `Tháng ${Number(month)}/${year}` : 'Từ ngày đến ngày'}</b>
      <IconButton aria-label="Tháng sau" onClick={() => onChange(monthOf(from, 1))}>
        <ChevronRight />
      </IconButton>
      <PeriodDays period={period} onChange={onChange} />
      <span className="hidden" role="status">
        {formatDay(from)} – {formatDay(to)}
      </span>
    </div>
  );
}
