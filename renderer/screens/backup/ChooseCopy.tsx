import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonWords } from '../../../shared/backup-words.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupRow, SealedRow } from '../../../shared/views-backup.ts';
import { api, useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useOnce } from '../../components/use-once.ts';
import styles from './Backups.module.css';
import { lackWords } from './backup-words.ts';
import type { Chosen } from './use-restore.ts';

/** Every copy that can be had: of this machine, and of a stick that is plugged in. */
export function ChooseCopy(props: {
  copies: readonly BackupRow[];
  place: string | null;
  onChoose: (chosen: Chosen) => void;
}) {
  const { copies, place, onChoose } = props;
  const trpc = useTRPC();
  const drives = useQuery(trpc.backups.drives.queryOptions());
  const [path, setPath] = useState(place ?? '');
  const [found, setFound] = useState<{ place: string; rows: SealedRow[] } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useOnce(async () => {
    setError(null);
    try {
      setFound({ place: path, rows: await api.backups.lookAt.query({ place: path }) });
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <>
      {copies.length > 0 && (
        <Panel title="Trên máy này" flush>
          <CopyRows rows={copies} onChoose={(row) => onChoose({ kind: 'here', row })} />
        </Panel>
      )}
      <Panel title="Trên USB hoặc ổ khác" flush={(found?.rows.length ?? 0) > 0}>
        {found !== null && found.rows.length > 0 ? (
          <CopyRows
            rows={found.rows}
            onChoose={(row) => onChoose({ kind: 'place', place: found.place, row })}
          />
        ) : (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void look.run();
            }}
          >
            {error !== null && <ErrorNotice error={error} />}
            <LabelledField
              label="USB hoặc thư mục"
              value={path}
              onChange={setPath}
              hint={
                found === null
                  ? 'Cắm USB rồi chọn tên ổ, hoặc gõ đường dẫn.'
                  : 'Không thấy bản nào ở đây. Xem lại USB, hoặc chọn thư mục khác.'
              }
            />
            <p className={styles.drives} data-enter="skip">
              {(drives.data ?? []).map((drive) => (
                <Button key={drive} size="small" onClick={() => setPath(drive)}>
                  {drive}
                </Button>
              ))}
            </p>
            <div className={styles.actions}>
              <Button type="submit" disabled={look.pending || path.trim() === ''}>
                {look.pending ? 'Đang tìm…' : 'Tìm bản sao lưu'}
              </Button>
            </div>
          </form>
        )}
      </Panel>
    </>
  );
}

function CopyRows<Row extends Omit<BackupRow, 'name'>>(props: {
  rows: readonly Row[];
  onChoose: (row: Row) => void;
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Lúc</th>
          <th scope="col">Ghi</th>
          <th scope="col">Hồ sơ</th>
          <th scope="col">Đến hồ sơ</th>
          <th scope="col">Mã nhật ký</th>
          <th scope="col">So với sổ hiện nay</th>
          <th scope="col">
            <span className="hidden">Chọn</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={`${row.at} ${row.bytes} ${row.cases}`}>
            <th scope="row">{formatShortTime(row.at)}</th>
            <td>
              {reasonWords[row.reason]}
              {index === 0 && ' · mới nhất'}
            </td>
            <td>{formatInteger(row.cases)}</td>
            <td>{row.lastCaseCode ?? '–'}</td>
            <td className={styles.head}>{row.head || '–'}</td>
            <td>
              {row.lack === null
                ? 'unit' in row
                  ? String(row.unit)
                  : 'của một sổ khác'
                : lackWords(row.lack)}
            </td>
            <td>
              <Button size="small" onClick={() => props.onChoose(row)}>
                Dùng bản này
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
