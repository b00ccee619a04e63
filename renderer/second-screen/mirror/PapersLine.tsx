import type { CitizenView } from '../../../shared/views-display.ts';
import styles from './Mirror.module.css';

/** More lines than these have no room beside the appointment; the guidance sheet names them all. */
const mostShown = 4;

/** Whether the papers are complete, and what is missing by name; of a received case what was handed in. */
export function PapersLine({ citizen, isReceived }: { citizen: CitizenView; isReceived: boolean }) {
  const { missing, originals, copies } = citizen;
  if (missing.length > 0) {
    const names = [...new Set(missing)];
    const shown = names.length > mostShown ? names.slice(0, mostShown - 1) : names;
    const others = missing.length - shown.length;
    return (
      <section className={styles.missing} aria-label="Giấy tờ còn thiếu">
        <p className={styles.papers}>
          <Warning />
          Còn thiếu {missing.length} giấy tờ
        </p>
        <ul>
          {shown.map((paper) => (
            <li key={paper}>
              <span>{paper}</span>
            </li>
          ))}
          {others > 0 && <li>và {others} giấy tờ khác, cán bộ sẽ đọc</li>}
        </ul>
      </section>
    );
  }
  const counts = [originals > 0 && `${originals} bản chính`, copies > 0 && `${copies} bản sao`].filter(
    Boolean,
  );
  if (isReceived && counts.length === 0) return null;
  // A case may be received although a paper lacks: that it is complete is said of the form alone.
  const lead = isReceived ? 'Đã nộp' : 'Giấy tờ đã đủ, nộp';
  return (
    <p className={`${styles.papers} ${styles.complete}`}>
      <Tick />
      {counts.length > 0 ? `${lead} ${counts.join(', ')}` : 'Giấy tờ đã đủ'}
    </p>
  );
}

function Tick() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="m7 12.5 3.5 3.5L17 9" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

function Warning() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3 2 21h20z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path d="M12 10v5m0 2v1.5" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
