import { explainAppointment, limitText } from '../../../shared/appointment-words.ts';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { formatShortTime } from '../../../shared/format.ts';
import { AppointmentStrip } from '../../components/AppointmentStrip.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './CasePage.module.css';

/** The strip of days with its rule and its sentence. */
export function WhyThisDay({ state }: { state: CaseState }) {
  const { appointment, receivedAt, endedAt } = state;
  const now = useOfficeNow();
  return (
    <section className={styles.why} aria-labelledby="why">
      <div className={styles.whyHead}>
        <h2 id="why">Vì sao hẹn ngày này?</h2>
        <span className="cut">{limitText(appointment.limit)}</span>
      </div>
      <AppointmentStrip
        trace={appointment.trace}
        dueAt={appointment.dueAt}
        receivedAt={receivedAt}
        today={endedAt ? undefined : now.slice(0, 10)}
        size="page"
      />
      <p>{[explainAppointment(appointment), standsSince(state)].filter(Boolean).join(' ')}</p>
    </section>
  );
}

/** The clock stands still: the date that is shown will be another. */
function standsSince({ status, supplements, acceptedAt }: CaseState): string | undefined {
  const asked = supplements.at(-1);
  if (status !== 'awaitingSupplement' || asked === undefined || acceptedAt === null) return undefined;
  return `Đang chờ bổ sung từ ${formatShortTime(asked.requestedAt)}, ngày hẹn sẽ tính lại khi đủ giấy tờ.`;
}
