import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import styles from './Ratings.module.css';

interface Row {
  key: string;
  name: string;
  n: number;
  satisfied: number;
  low?: number;
}

/** Groups with how many were satisfied of how many; no percentage without its n. */
export function GroupTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const hasLow = rows.some(({ low }) => low !== undefined);
  return (
    <table className={styles.table}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Nhóm</th>
          <th scope="col">n</th>
          <th scope="col">Hài lòng trở lên</th>
          {hasLow && <th scope="col">Thấp</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, n, satisfied, low }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{formatInteger(n)}</td>
            <td>{formatRatio(satisfied, n)}</td>
            {hasLow && <td>{formatInteger(low ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
