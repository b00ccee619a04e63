import { opensAgainWords } from '../../shared/queue-words.ts';
import type { OfficeOnScreen } from '../../shared/views-display.ts';
import type { CalledTicket, QueueOnScreen } from '../../shared/views-queue.ts';
import styles from './Idle.module.css';
import { Messages } from './Messages.tsx';
import { QrCode } from './QrCode.tsx';
import { Calls } from './queue/Calls.tsx';
import type { Corner } from './SecondScreen.tsx';

const corners = [
  { corner: 'lookup', label: 'Tra cứu hồ sơ', sub: 'Quét hoặc nhập mã trên giấy hẹn' },
  { corner: 'rating', label: 'Đánh giá', sub: 'Gõ mã in trên phiếu' },
  { corner: 'queue', label: 'Lấy số', sub: 'Chờ đến lượt' },
] as const;

/** Nobody is served: whether it is open, what is worth knowing, and what a citizen may open himself. A fresh call goes before. */
export function Idle(props: {
  office: OfficeOnScreen;
  queue: QueueOnScreen | null;
  fresh: CalledTicket | undefined;
  onOpen: (corner: Corner) => void;
}) {
  const { office, queue, fresh, onOpen } = props;
  const { quietHours, messages, zalo, closed } = office;
  return (
    <main className={styles.main}>
      <div className={styles.top}>
        <div className={fresh ? 'hidden' : styles.greets}>
          <h1 className={styles.greeting}>Kính chào Ông/Bà</h1>
          {closed ? (
            <Closed closed={closed} />
          ) : (
            <>
              {quietHours !== null && <p className={styles.quiet}>{quietHours}</p>}
              <div className={styles.messages}>
                <Messages messages={messages} />
              </div>
            </>
          )}
        </div>
        {queue && !closed && <Calls queue={queue} fresh={fresh} />}
        {zalo && !fresh && (
          <figure className={styles.zalo}>
            <QrCode qr={zalo.qr} label="Mã QR trang Zalo của cơ quan" />
            <figcaption>Zalo của cơ quan</figcaption>
          </figure>
        )}
      </div>
      <nav className={styles.corners} aria-label="Tự làm tại màn hình này">
        {corners
          .filter(({ corner }) => corner !== 'queue' || (queue !== null && !closed))
          .map(({ corner, label, sub }) => (
            <button key={corner} type="button" className={styles.corner} onClick={() => onOpen(corner)}>
              <b>{label}</b>
              <span>{sub}</span>
            </button>
          ))}
      </nav>
    </main>
  );
}

function Closed({ closed }: { closed: NonNullable<OfficeOnScreen['closed']> }) {
  const { dayName, opensOn } = closed;
  return (
    <div className={styles.messages}>
      <p className={styles.closed}>
        <b>Hôm nay nghỉ</b>, {opensAgainWords(opensOn)}
      </p>
      {dayName !== null && <p className={styles.dayName}>{dayName}</p>}
    </div>
  );
}
