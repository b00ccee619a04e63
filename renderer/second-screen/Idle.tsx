import type { OfficeOnScreen } from '../../shared/views-display.ts';
import styles from './Idle.module.css';
import { Messages } from './Messages.tsx';
import { QrCode } from './QrCode.tsx';
import type { Corner } from './SecondScreen.tsx';

const corners = [
  { corner: 'lookup', label: 'Tra cứu hồ sơ', sub: 'Quét hoặc nhập mã trên giấy hẹn' },
  { corner: 'rating', label: 'Đánh giá', sub: 'Nhập mã trên phiếu đánh giá' },
  { corner: 'queue', label: 'Lấy số', sub: 'Chờ đến lượt' },
] as const;

/** Nobody is served: who sits here, when, what is worth knowing, and what a citizen may open himself. */
export function Idle({ office, onOpen }: { office: OfficeOnScreen; onOpen: (corner: Corner) => void }) {
  const { hours, quietHours, messages, zalo, hasQueue } = office;
  const { morning, afternoon } = hours;
  return (
    <main className={styles.main}>
      <div className={zalo ? styles.top : `${styles.top} ${styles.wide}`}>
        <div>
          <h1 className={styles.greeting}>Kính chào Ông/Bà</h1>
          <p className={styles.hours}>
            Sáng {morning.opensAt} – {morning.closesAt}, chiều {afternoon.opensAt} – {afternoon.closesAt}
          </p>
          {quietHours !== null && <p className={styles.quiet}>{quietHours}</p>}
          <Messages messages={messages} />
        </div>
        {zalo && (
          <figure className={styles.zalo}>
            <QrCode qr={zalo.qr} label="Mã QR trang Zalo của cơ quan" />
            <figcaption>Zalo của cơ quan</figcaption>
          </figure>
        )}
      </div>
      <nav className={styles.corners} aria-label="Tự làm tại màn hình này">
        {corners
          .filter(({ corner }) => corner !== 'queue' || hasQueue)
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
