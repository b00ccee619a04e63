import type { OfficeOnScreen } from '../../shared/views-display.ts';
import type { QueueOnScreen } from '../../shared/views-queue.ts';
import styles from './Idle.module.css';
import { Messages } from './Messages.tsx';
import { QrCode } from './QrCode.tsx';
import { Calls } from './queue/Calls.tsx';
import type { Corner } from './SecondScreen.tsx';

const corners = [
  { corner: 'lookup', label: 'Tra cứu hồ sơ', sub: 'Quét hoặc nhập mã trên giấy hẹn' },
  { corner: 'rating', label: 'Đánh giá', sub: 'Nhập mã trên phiếu đánh giá' },
  { corner: 'queue', label: 'Lấy số', sub: 'Chờ đến lượt' },
] as const;

/** Nobody is served: who sits here, when, what is worth knowing, and what a citizen may open himself. */
export function Idle(props: {
  office: OfficeOnScreen;
  queue: QueueOnScreen | null;
  onOpen: (corner: Corner) => void;
}) {
  const { office, queue, onOpen } = props;
  const { officeName, quietHours, messages, zalo } = office;
  return (
    <main className={styles.main}>
      <div className={styles.top}>
        <div>
          <h1 className={styles.greeting}>Kính chào Ông/Bà</h1>
          <p className={styles.office}>{officeName}</p>
          {quietHours !== null && <p className={styles.quiet}>{quietHours}</p>}
          <Messages messages={messages} />
        </div>
        {queue && <Calls queue={queue} />}
        {zalo && (
          <figure className={styles.zalo}>
            <QrCode qr={zalo.qr} label="Mã QR trang Zalo của cơ quan" />
            <figcaption>Zalo của cơ quan</figcaption>
          </figure>
        )}
      </div>
      <nav className={styles.corners} aria-label="Tự làm tại màn hình này">
        {corners
          .filter(({ corner }) => corner !== 'queue' || queue !== null)
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
