import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './Retention.module.css';

/**
 * What an erasure takes, and what it leaves, line by line.
 * @param title of the first, where nothing can be taken yet.
 * @param moved why it is shown anew: stands above it, where the dialog begins.
 */
export function GoesAndStays(props: {
  title?: string;
  goes: readonly string[];
  stays: readonly string[];
  moved: unknown;
}) {
  const { title = 'Mất hẳn, không lấy lại được', goes, stays, moved } = props;
  return (
    <div className={styles.said}>
      {moved !== null && <ErrorNotice error={moved} />}
      <h3>{title}</h3>
      <ul>
        {goes.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <h3>Còn lại</h3>
      <ul>
        {stays.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
