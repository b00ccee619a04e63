import type { ReactNode } from 'react';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import styles from './Ratings.module.css';

interface Row {
  key: string | number;
  words: string;
  icon?: ReactNode;
  count: number;
  /** Hatched, so that it is told apart in black and white too. */
  isHatched?: boolean;
}

/** Counts as a table whose bars only repeat the numbers beside them. @param of with it each row has its share. */
export function CountBars(props: { caption: string; rows: readonly Row[]; most: number; of?: number }) {
  const { caption, rows, most, of } = props;
  return (
    <table className={styles.bars}>
      <caption className="hidden">{caption}</caption>
      <tbody>
        {rows.map(({ key, words, icon, count, isHatched = false }) => (
          <tr key={key}>
            <th scope="row">
              <span>
                {icon}
                {words}
              </span>
            </th>
            <td className={styles.barCell} aria-hidden="true">
              <span
                className={styles.bar}
                data-hatched={isHatched || undefined}
                style={{ width: `${most === 0 ? 0 : (count / most) * 100}%` }}
              />
            </td>
            <td>{of === undefined ? formatInteger(count) : formatRatio(count, of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
