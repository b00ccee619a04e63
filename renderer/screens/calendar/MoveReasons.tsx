import { useQuery } from '@tanstack/react-query';
import type { MovedCase } from '../../../shared/views-calendar.ts';
import { useTRPC } from '../../api.ts';
import styles from './Change.module.css';
import type { CalendarChange } from './use-calendar-change.ts';

/** Why the chosen case has the one date and would have the other, in the words of its slip. */
export function MoveReasons(props: { change: CalendarChange; version: number; row: MovedCase | undefined }) {
  const { change, version, row } = props;
  const trpc = useTRPC();
  const asked = useQuery({
    ...trpc.calendar.explain.queryOptions({ version, edits: [...change.edits], id: row?.id ?? 0 }),
    enabled: row !== undefined,
  });
  if (row === undefined)
    return (
      <p className={styles.reasons}>
        Chọn một dòng để xem vì sao. Bỏ dấu một dòng thì hồ sơ đó giữ ngày đã in.
      </p>
    );
  return (
    <dl className={styles.reasons} aria-live="polite">
      <dt>{row.applicantName}, trước</dt>
      <dd>{asked.data?.before}</dd>
      <dt>Sau</dt>
      <dd>{asked.data?.after}</dd>
    </dl>
  );
}
