import type { ReactNode } from 'react';
import { explainAppointment } from '../../../shared/appointment-words.ts';
import type { Appointment as AppointmentFacts } from '../../../shared/domain/appointment.ts';
import { formatDay, formatHour, weekdayName } from '../../../shared/format.ts';
import type { CitizenView } from '../../../shared/views-display.ts';
import { StripRow } from '../../components/StripRow.tsx';
import styles from './Mirror.module.css';

/** When to come back, and every day of the way there; while papers are missing, only what it would be today. */
export function Appointment(props: {
  citizen: CitizenView;
  appointment: AppointmentFacts;
  isReceived: boolean;
}) {
  const { receivedAt, promisedAt, missing } = props.citizen;
  const { dueAt, limit, trace } = props.appointment;
  if (limit.kind === 'onTheSpot')
    return <NoDate title="Giải quyết ngay" words="Nhận kết quả ngay tại quầy, không phải quay lại." />;
  if (dueAt === null)
    return <NoDate title="Không hẹn ngày" words="Thủ tục này chưa có thời hạn. Cán bộ báo khi có kết quả." />;
  const shown = promisedAt ?? props.appointment.promisedAt ?? dueAt;
  if (missing.length > 0 && !props.isReceived)
    return (
      <NoDate title="Ngày hẹn tính khi đủ giấy tờ" words="Cán bộ báo ngày hẹn khi hồ sơ đầy đủ.">
        Nếu đủ hôm nay: hẹn {formatHour(shown)} {weekdayName(shown)}, {formatDay(shown)}.
      </NoDate>
    );
  return (
    <section className={styles.when} aria-label="Hẹn trả kết quả">
      <p className={styles.lead}>Mời quay lại nhận kết quả</p>
      <p className={styles.date}>
        <span className="nowrap">
          {formatHour(shown)} {weekdayName(shown)},
        </span>{' '}
        <span className="nowrap">{formatDay(shown)}</span>
      </p>
      <div className={styles.strip}>
        <StripRow
          size="screen"
          trace={trace}
          dueAt={dueAt}
          receivedAt={receivedAt}
          today={receivedAt.slice(0, 10)}
        />
      </div>
      <p className={styles.rule}>{explainAppointment(props.appointment)}</p>
    </section>
  );
}

function NoDate({ title, words, children }: { title: string; words: string; children?: ReactNode }) {
  return (
    <section className={styles.when} aria-label="Hẹn trả kết quả">
      <p className={styles.date}>{title}</p>
      <p className={styles.rule}>{words}</p>
      {children !== undefined && <p className={styles.rule}>{children}</p>}
    </section>
  );
}
