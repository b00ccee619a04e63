import Skeleton from '@mui/material/Skeleton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Page } from '../../components/Page.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Calendar.module.css';
import { DayList } from './DayList.tsx';
import { Month } from './Month.tsx';
import { specialDays, workingDayCount } from './year-days.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A year at a glance: what is off, what is worked instead, and what is not yet certain. */
export function Calendar() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const [chosen, setChosen] = useState(Number(today.slice(0, 4)));
  const asked = useQuery(trpc.calendar.year.queryOptions({ year: chosen }));
  const exporting = useMutation(trpc.exports.holidays.mutationOptions());
  const { data } = asked;
  const days = data?.year ? specialDays(data.year) : [];
  return (
    <Page
      title="Lịch làm việc"
      tabs={
        data && (
          <Segmented
            label="Năm"
            value={String(chosen)}
            options={data.years.map((year) => ({ value: String(year), label: String(year) }))}
            onChange={(year) => setChosen(Number(year))}
          />
        )
      }
      sub={data?.year && `${workingDayCount(data.year)} ngày làm việc`}
      actions={data?.year && <ExportButton make={() => exporting.mutateAsync({ year: chosen })} />}
    >
      {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && (
        <Delayed>
          <Skeleton height={500} />
        </Delayed>
      )}
      {data?.provisional && (
        <p className={styles.banner} role="status">
          <Shape tone="due" />
          <span>
            Năm {chosen} chưa có thông báo nghỉ chính thức. Ngày hẹn rơi vào năm này được ghi chú và có thể
            đổi khi có thông báo.
          </span>
        </p>
      )}
      {data?.year && (
        <div className={styles.year}>
          <div className={styles.months}>
            {months.map((month) => (
              <Month key={month} year={chosen} month={month} days={days} today={today} />
            ))}
          </div>
          <DayList year={data.year} days={days} today={today} />
        </div>
      )}
    </Page>
  );
}
