import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatSerial, type Hole } from '../../../shared/domain/register-book.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { BookView } from '../../../shared/views-book.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './RegisterBook.module.css';

/** Whether the serials are whole, and whether the year is closed or should be. */
export function BookState({ book }: { book: BookView }) {
  const today = useOfficeNow().slice(0, 10);
  const { holes, lastSerial, closing, mayCloseFrom, year } = book;
  return (
    <div className={styles.state}>
      {holes.length === 0 ? (
        <StatusMark tone="ok">
          Số liên tục từ 01 đến {lastSerial < 10 ? formatSerial(lastSerial) : formatInteger(lastSerial)}
        </StatusMark>
      ) : (
        <StatusMark tone="late">
          <span className="cut" title={holeWords(holes)}>
            Thiếu số {holeWords(holes)}
          </span>
        </StatusMark>
      )}
      {closing ? (
        <StatusMark tone="done">
          Khóa sổ {formatHour(closing.closedAt)} {formatDay(closing.closedAt)}, {closing.closedBy}
        </StatusMark>
      ) : (
        today >= mayCloseFrom && <StatusMark tone="due">Năm {year} đã hết, sổ chưa khóa</StatusMark>
      )}
    </div>
  );
}

function holeWords(holes: readonly Hole[]): string {
  return holes
    .map(({ from, to }) => (from === to ? formatSerial(from) : `${formatSerial(from)}–${formatSerial(to)}`))
    .join(', ');
}
