import { estimateWords } from '../../../shared/queue-words.ts';
import type { QueueOnScreen } from '../../../shared/views-queue.ts';
import styles from './Queue.module.css';

/** The last four calls with their desk, the newest large, and how long whoever comes now would wait. */
export function Calls({ queue }: { queue: QueueOnScreen }) {
  const { called, waiting, estimate } = queue;
  return (
    <section className={styles.calls} aria-label="Số vừa gọi">
      {called.length === 0 ? (
        <p className={styles.none}>Chưa gọi số nào</p>
      ) : (
        <>
          <h2 className={styles.callsHead}>Mời số</h2>
          <ol>
            {called.map(({ number, desk, calls, callNumber }, index) => (
              <li key={callNumber} className={index === 0 ? `${styles.call} ${styles.newest}` : styles.call}>
                <b key={calls}>{number}</b>
                <span>{desk}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className={styles.waiting}>
        {waiting === 0 ? (
          'Không có ai chờ'
        ) : (
          <>
            <b className={styles.people}>{waiting} người đang chờ</b>
            <br />
            {capital(estimateWords(estimate))}
          </>
        )}
      </p>
    </section>
  );
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;

/** The same in one line, while somebody is served. */
export function CallStrip({ queue }: { queue: QueueOnScreen }) {
  if (queue.called.length === 0) return null;
  return (
    <span className={styles.strip}>
      Vừa gọi
      {queue.called.map(({ number, desk, callNumber }) => (
        <span key={callNumber}>
          <b>{number}</b> {desk}
        </span>
      ))}
    </span>
  );
}
