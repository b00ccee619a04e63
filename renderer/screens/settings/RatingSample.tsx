import { markLabel } from '../../../shared/labels.ts';
import { Face } from '../../components/Face.tsx';
import styles from './RatingSample.module.css';

/** The faces as a citizen sees them. */
export function RatingSample({ scale, main }: { scale: 3 | 5; main: string }) {
  return (
    <figure className={styles.sample}>
      <figcaption>{main}</figcaption>
      <ul>
        {Array.from({ length: scale }, (_, index) => scale - index).map((mark) => (
          <li key={mark}>
            <Face mark={mark} scale={scale} />
            {markLabel(mark, scale)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
