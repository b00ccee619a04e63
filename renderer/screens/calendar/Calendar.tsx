import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useOfficeNow } from '../../session.tsx';
import { AppliedBar } from './AppliedBar.tsx';
import styles from './Calendar.module.css';
import { Changes } from './Changes.tsx';
import { DayEditor } from './DayEditor.tsx';
import { DayList } from './DayList.tsx';
import { editedDates, otherHalf, statutoryEdits } from './day-edits.ts';
import { HolidayList } from './HolidayList.tsx';
import { Month, moveBetweenDays } from './Month.tsx';
import { MovedList } from './MovedList.tsx';
import { Promises } from './Promises.tsx';
import { useCalendarChange } from './use-calendar-change.ts';
import { YearNotices } from './YearNotices.tsx';
import { specialDays, workingDayCount } from './year-days.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A year at a glance: what is off, what is worked instead, and what is not yet certain. Managers change it here. */
export function Calendar() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const mayEdit = useMayManage();
  const [chosen, setChosen] = useState(Number(today.slice(0, 4)));
  const [picked, setPicked] = useState<{ day: string; anchor: HTMLElement } | null>(null);
  const [isReviewing, setReviewing] = useState(false);
  const [showsPromises, setShowsPromises] = useState(false);
  const asked = useQuery(trpc.calendar.year.queryOptions({ year: chosen }));
  const { data } = asked;
  const change = useCalendarChange(data?.version);
  const { preview, applied } = change;
  const isEmpty = change.edits.length === 0;
  useEffect(() => {
    if (isEmpty) setReviewing(false);
  }, [isEmpty]);
  const saved = data?.year?.year === chosen ? data.year : null;
  const year = preview?.years.find((one) => one.year === chosen) ?? saved;
  const days = year ? specialDays(year) : [];
  const years = [
    ...new Set([...(data?.years ?? []), ...(preview?.years.map((one) => one.year) ?? [])]),
  ].sort();
  const known = [...(preview?.years ?? []), ...(data?.year ? [data.year] : [])];
  const nextYear = (years.at(-1) ?? chosen) + 1;
  return (
    <Page
      title="Lịch làm việc"
      tabs={
        data && (
          <Segmented
            label="Năm"
            value={String(chosen)}
            options={years.map((each) => ({ value: String(each), label: String(each) }))}
            onChange={(next) => setChosen(Number(next))}
          />
        )
      }
      sub={year && `${workingDayCount(year)} ngày làm việc${mayEdit ? ' · bấm một ngày để đổi' : ''}`}
      actions={
        <>
          <HolidayList year={chosen} mayEdit={mayEdit} onRead={change.add} onYear={setChosen} />
          <Button aria-pressed={showsPromises} onClick={() => setShowsPromises(!showsPromises)}>
            Hẹn và đi lại
          </Button>
          {mayEdit && data && (
            <Button
              onClick={() => {
                change.add(...statutoryEdits(nextYear));
                setChosen(nextYear);
              }}
            >
              Thêm năm {nextYear}
            </Button>
          )}
        </>
      }
    >
      {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && (
        <Delayed>
          <Skeleton height={500} />
        </Delayed>
      )}
      {showsPromises && <Promises />}
      {data && (
        <YearNotices
          year={chosen}
          isProvisional={year?.status === 'provisional'}
          newer={data.newer.filter(
            (each) => !change.edits.some((edit) => 'year' in edit && edit.year === each),
          )}
          mayEdit={mayEdit}
          onIssue={(notice) => change.add({ kind: 'issued', year: chosen, notice })}
          onNational={(each) => {
            change.add({ kind: 'national', year: each });
            setChosen(each);
          }}
        />
      )}
      {year && (
        <div className={styles.year}>
          <section
            className={styles.months}
            aria-label={`Các tháng năm ${chosen}`}
            onKeyDown={moveBetweenDays}
          >
            {months.map((month) => (
              <Month
                key={month}
                year={chosen}
                month={month}
                days={days}
                today={today}
                entry={today.startsWith(`${chosen}-`) ? today : `${chosen}-01-01`}
                edited={editedDates(saved, year)}
                onPick={mayEdit ? (day, anchor) => setPicked({ day, anchor }) : undefined}
              />
            ))}
          </section>
          <DayList
            year={year}
            days={days}
            today={today}
            above={!isEmpty && <Changes change={change} onReview={() => setReviewing(true)} />}
          />
        </div>
      )}
      {applied && <AppliedBar key={applied.version} applied={applied} onClose={change.forget} />}
      {picked && (
        <DayEditor
          key={picked.day}
          {...picked}
          years={known}
          onClose={() => setPicked(null)}
          onSet={(edit) => {
            const other = otherHalf(edit, known);
            change.add(edit, ...(other ? [other] : []));
            setPicked(null);
          }}
        />
      )}
      {isReviewing && preview && preview.moved.length > 0 && (
        <MovedList
          key={preview.digest}
          change={change}
          preview={preview}
          onClose={() => setReviewing(false)}
        />
      )}
    </Page>
  );
}
