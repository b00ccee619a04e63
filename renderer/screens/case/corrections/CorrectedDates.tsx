import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { explainAppointment } from '../../../../shared/appointment-words.ts';
import type { CaseState } from '../../../../shared/domain/case-flow.ts';
import { type Correction, movesDates } from '../../../../shared/domain/correction.ts';
import { formatFullTime } from '../../../../shared/format.ts';
import { useTRPC } from '../../../api.ts';
import { AppointmentStrip } from '../../../components/AppointmentStrip.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import styles from './Corrections.module.css';

/** The date as it is, and what the correction makes of it, before anything is saved. */
export function CorrectedDates({
  id,
  state,
  changes,
}: {
  id: number;
  state: CaseState;
  changes: Correction;
}) {
  const trpc = useTRPC();
  const { procedureCode, variant, channel } = changes;
  const moves = movesDates(changes);
  const asked = useQuery({
    ...trpc.cases.correctedDates.queryOptions({ id, changes: { procedureCode, variant, channel } }),
    enabled: moves,
    placeholderData: keepPreviousData,
  });
  const dates = moves ? asked.data : null;
  return (
    <section className={styles.card} aria-label="Ngày hẹn">
      <dl className={styles.dates}>
        <dt>Ngày hẹn đang lưu</dt>
        <dd data-old={dates ? true : undefined}>{dueWords(state.dueAt)}</dd>
        {dates && (
          <>
            <dt>Sau khi sửa</dt>
            <dd className={styles.newDate} aria-live="polite">
              {dueWords(dates.after.dueAt)}
            </dd>
          </>
        )}
      </dl>
      {moves && asked.isError && <ErrorNotice error={asked.error} />}
      {dates ? (
        <>
          <AppointmentStrip
            trace={dates.after.trace}
            dueAt={dates.after.dueAt}
            receivedAt={state.receivedAt}
          />
          <p className={styles.why}>
            <b>Vì sao?</b> {explainAppointment(dates.after)}
            {state.endedAt !== null && ' Hồ sơ đã kết thúc được xếp loại lại theo ngày này.'}
          </p>
        </>
      ) : (
        <p className={styles.why}>
          {moves && asked.data === null
            ? 'Ngày hẹn không đổi.'
            : 'Đổi thủ tục, trường hợp hoặc kênh nộp thì ngày hẹn được tính lại từ lúc tiếp nhận.'}
        </p>
      )}
    </section>
  );
}

function dueWords(dueAt: string | null): string {
  return dueAt === null ? 'Không hẹn ngày' : formatFullTime(dueAt);
}
