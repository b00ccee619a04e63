import { useId } from 'react';
import { markLabel } from '../../../shared/labels.ts';
import { Face } from '../../components/Face.tsx';
import styles from './Faces.module.css';

/** One question answered by a face, the best first. Real radio buttons underneath: arrows move, Tab leaves. */
export function Faces(props: {
  label: string;
  scale: 3 | 5;
  mark: number | null;
  onMark: (mark: number) => void;
  /** A row of a further question. */
  small?: boolean;
}) {
  const { label, scale, mark, onMark, small = false } = props;
  const name = useId();
  return (
    <div className={styles.faces} role="radiogroup" aria-label={label} data-small={small || undefined}>
      {Array.from({ length: scale }, (_, index) => scale - index).map((each) => (
        <label key={each} className={styles.face}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === mark}
            onChange={() => onMark(each)}
          />
          <span className={styles.drawing}>
            <Face mark={each} scale={scale} />
          </span>
          <span className={styles.word}>{markLabel(each, scale)}</span>
        </label>
      ))}
    </div>
  );
}
