import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { useOfficeNow } from '../../session.tsx';
import { CompletePanel } from './CompletePanel.tsx';
import styles from './Coverage.module.css';
import { CriteriaBars } from './CriteriaBars.tsx';
import { LackingPanel } from './LackingPanel.tsx';
import { LadderPanel } from './LadderPanel.tsx';

/** Everybody: how many are complete, what they have and lack, how much they do themselves. A year at a time. */
export function Coverage() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const period = { from: `${year}-01-01`, to: year === thisYear ? today : `${year}-12-31` };
  const asked = useQuery({
    ...trpc.digital.figures.queryOptions(period),
    placeholderData: keepPreviousData,
  });
  const figures = asked.data;
  if (figures === undefined) {
    if (!asked.isError) return <div />;
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  }
  return (
    <div className={styles.coverage}>
      <section className={styles.top} aria-label="Độ phủ">
        <CompletePanel
          figures={figures}
          year={
            <span className={styles.year}>
              <IconButton size="small" aria-label="Năm trước" onClick={() => setYear(year - 1)}>
                <ChevronLeft />
              </IconButton>
              {year}
              <IconButton
                size="small"
                aria-label="Năm sau"
                disabled={year >= thisYear}
                onClick={() => setYear(year + 1)}
              >
                <ChevronRight />
              </IconButton>
            </span>
          }
        />
        <CriteriaBars figures={figures} />
      </section>
      <LackingPanel figures={figures} />
      <LadderPanel figures={figures} />
    </div>
  );
}
