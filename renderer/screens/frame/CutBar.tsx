import { Delayed } from '../../components/Delayed.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './RestoreBar.module.css';

/** Longer than a network that stumbles, or a counter that opens anew. */
const longMs = 8000;

/** A device of the network whose line does not come back: what may have happened over there, and who can help. */
export function CutBar({ connected }: { connected: boolean }) {
  const { isRemote } = useSession();
  if (connected || !isRemote) return null;
  return (
    <Delayed ms={longMs}>
      <section className={styles.bar} role="status" aria-label="Chưa nối lại được">
        <div className={styles.words}>
          <StatusMark tone="due" strong>
            Chưa nối lại được với máy giữ sổ.
          </StatusMark>{' '}
          <span>Xem máy ấy và dây mạng. Chữ đang gõ vẫn còn, số liệu trên màn hình có thể đã cũ.</span>{' '}
          <span>
            Ở đó quản trị mở Cài đặt → Mạng nội bộ: đã tắt thì bật lại; sổ vừa khôi phục thì ghép lại máy này.
          </span>
        </div>
      </section>
    </Delayed>
  );
}
