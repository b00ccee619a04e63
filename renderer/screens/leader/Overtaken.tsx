import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Dialogs.module.css';

/** What was saved in another window since this one opened, and what saving again does. Nothing of it is lost. */
export function Overtaken({ changes, then }: { changes: readonly string[]; then: string }) {
  return (
    <div className={styles.overtaken} role="alert">
      <StatusMark tone="due">Chưa lưu: có người vừa lưu mục này ở cửa sổ khác.</StatusMark>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p>{then}</p>
    </div>
  );
}
