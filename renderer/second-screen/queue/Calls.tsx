import { estimateWords } from '../../../shared/queue-words.ts';
import type { CalledTicket, QueueOnScreen } from '../../../shared/views-queue.ts';
import styles from './Calls.module.css';

/** A desk's name that goes beside a large number in one line. */
const shortDesk = 12;

/** The last four calls with their desk, the `fresh` one as large as the hall needs; and how long whoever comes now would wait. */
export function Calls({ queue, fresh }: { queue: QueueOnScreen; fresh: CalledTicket | undefined }) {
  const { waiting, estimate } = queue;
  const called = freshFirst(queue, fresh);
  return (
    <section className={styles.calls} data-fresh={fresh !== undefined || undefined} aria-label="Số vừa gọi">
      {called.length === 0 ? (
        <p className={styles.none}>Chưa gọi số nào</p>
      ) : (
        <>
          <h2 className={styles.callsHead}>{fresh ? 'Mời số' : 'Vừa gọi'}</h2>
          <ol>
            {called.map(({ number, desk, calls, callNumber }) => (
              <li key={callNumber} className={styles.call} data-long={desk.length > shortDesk || undefined}>
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
            <span>{capital(estimateWords(estimate))}</span>
          </>
        )}
      </p>
    </section>
  );
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;

/** The same in one line, while somebody is served: the numbers as large as the line is high. */
export function CallStrip({ queue, fresh }: { queue: QueueOnScreen; fresh: CalledTicket | undefined }) {
  if (queue.called.length === 0) return null;
  return (
    <span className={styles.strip}>
      {fresh ? 'Mời số' : 'Vừa gọi'}
      {freshFirst(queue, fresh).map((call) => (
        <span key={call.callNumber} data-fresh={call === fresh || undefined}>
          <b>{call.number}</b> {call.desk}
        </span>
      ))}
    </span>
  );
}

function freshFirst({ called }: QueueOnScreen, fresh: CalledTicket | undefined): CalledTicket[] {
  return fresh ? [fresh, ...called.filter((call) => call !== fresh)] : called;
}
