import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { reasonWords } from '../../../shared/backup-words.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupsView } from '../../../shared/views-backup.ts';
import { Panel } from '../../components/Panel.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import styles from './Backups.module.css';
import { lackWords, sizeWords } from './backup-words.ts';

/** The verified copies, newest first. */
export function CopiesPanel({ view, isKeeper }: { view: BackupsView; isKeeper: boolean }) {
  const { copies, folder } = view;
  return (
    <Panel
      title="Các bản trên máy này"
      note={`${copies.length} bản · ${folder}`}
      actions={
        isKeeper && (
          <Button component={Link} to="/sao-luu/khoi-phuc" size="small">
            Khôi phục…
          </Button>
        )
      }
      flush
    >
      {copies.length === 0 ? (
        <p className={styles.empty}>Chưa có bản nào. Bấm Sao lưu ngay để có bản đầu tiên.</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Lúc</th>
              <th scope="col">Ghi</th>
              <th scope="col">Hồ sơ</th>
              <th scope="col">Đến hồ sơ</th>
              <th scope="col">Mã nhật ký</th>
              <th scope="col">So với sổ hiện nay</th>
              <th scope="col">Cỡ</th>
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <tr key={copy.name}>
                <th scope="row">{formatShortTime(copy.at)}</th>
                <td>{reasonWords[copy.reason]}</td>
                <td>{formatInteger(copy.cases)}</td>
                <td>{copy.lastCaseCode ?? '–'}</td>
                <td className={styles.head}>{copy.head || '–'}</td>
                <td>
                  <Unbroken text={lackWords(copy)} />
                </td>
                <td>{sizeWords(copy.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
