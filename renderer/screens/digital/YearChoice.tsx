import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Coverage.module.css';

/** The figures of a year, the current one until today, and the way to the years before. */
export function useYearFigures() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const period = { from: `${year}-01-01`, to: year === thisYear ? today : `${year}-12-31` };
  const asked = useQuery({
    ...trpc.digital.figures.queryOptions(period),
    placeholderData: keepPreviousData,
  });
  // A register of past years, such as a sample, says nothing of this one.
  const span = useQuery(trpc.statistics.span.queryOptions()).data?.span;
  const worked = span ? Number(span.to.slice(0, 4)) : year;
  const choice: ReactNode = (
    <span className={styles.year}>
      {asked.data?.helped.helps === 0 && worked < year && (
        <Button size="small" onClick={() => setYear(worked)}>
          Xem năm {worked}
        </Button>
      )}
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
  );
  const missing = asked.isError ? (
    <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  ) : (
    <div />
  );
  return { figures: asked.data, choice, missing };
}
