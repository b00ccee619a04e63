import { useEffect, useRef } from 'react';
import { Face } from '../../components/Face.tsx';
import styles from './Rating.module.css';

const lastsMs = 6000;

/** Said once, and away by itself. */
export function Thanks({ onDone }: { onDone: () => void }) {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const timer = setTimeout(() => done.current(), lastsMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles.thanks} role="status">
      <Face mark={4} scale={5} />
      <h1>Cảm ơn Ông/Bà đã đánh giá</h1>
      <p>Câu trả lời không kèm tên. Cán bộ tại quầy không xem được.</p>
      <button type="button" className={styles.done} onClick={() => done.current()}>
        Xong
      </button>
    </main>
  );
}
