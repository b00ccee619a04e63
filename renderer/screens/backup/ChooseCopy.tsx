import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reasonWords } from '../../../shared/backup-words.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupRow } from '../../../shared/views-backup.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import styles from './Backups.module.css';
import { lackWords } from './backup-words.ts';
import { codeWords } from './code-words.ts';
import type { Chosen } from './use-restore.ts';
import type { SealedCopies } from './use-sealed-copies.ts';

/** Every copy that can be had: of this machine, and of a stick that is plugged in. */
export function ChooseCopy(props: {
  copies: readonly BackupRow[];
  sealed: SealedCopies;
  /** There is no register to compare with. */
  isBare: boolean;
  onChoose: (chosen: Chosen) => void;
}) {
  const { copies, sealed, isBare, onChoose } = props;
  const trpc = useTRPC();
  const drives = useQuery(trpc.backups.drives.queryOptions());
  const { path, setPath, found, error, look, leave } = sealed;
  const place = found?.place;
  const { run } = look;
  // Whoever comes back to the list finds what the copies lack by now.
  useOnMount(() => {
    if (place !== undefined) void run(place);
  });
  return (
    <>
      {copies.length > 0 && (
        <Panel title="Trên máy này" flush>
          <CopyRows rows={copies} onChoose={(row) => onChoose({ kind: 'here', row })} />
        </Panel>
      )}
      <Panel
        title="Trên USB hoặc ổ khác"
        flush={(found?.rows.length ?? 0) > 0}
        {...(found !== null &&
          found.rows.length > 0 && {
            note: found.place,
            actions: (
              <Button size="small" variant="text" onClick={leave}>
                Tìm chỗ khác
              </Button>
            ),
          })}
      >
        {found !== null && found.rows.length > 0 ? (
          <>
            {error !== null && <ErrorNotice error={error} />}
            <Unread names={found.unread} />
            <CopyRows
              rows={found.rows}
              isBare={isBare}
              codeOf={(row) => codeWords(found.rows, row)}
              onChoose={(row) => onChoose({ kind: 'place', place: found.place, row })}
            />
          </>
        ) : (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void look.run(path);
            }}
          >
            {error !== null && <ErrorNotice error={error} />}
            <Unread names={found?.unread ?? []} />
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

/** What is called as a copy and cannot be read: none of the others is hidden by it. */
function Unread({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className={styles.unread}>
      Không đọc được {names.slice(0, mostNamed).join(', ')}
      {names.length > mostNamed && ` và ${formatInteger(names.length - mostNamed)} tệp nữa`}.
    </p>
  );
}
const mostNamed = 3;

function CopyRows<Row extends Omit<BackupRow, 'name'>>(props: {
  rows: readonly Row[];
  isBare?: boolean;
  /** Which code opens it, of what is sealed. */
  codeOf?: (row: Row) => string;
  onChoose: (row: Row) => void;
}) {
  const { rows, isBare = false, codeOf, onChoose } = props;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Lúc</th>
          <th scope="col">Ghi</th>
          <th scope="col">Hồ sơ</th>
          <th scope="col">Đến hồ sơ</th>
          <th scope="col">Mã nhật ký</th>
          <th scope="col">{isBare ? 'Sổ của' : 'So với sổ hiện nay'}</th>
          <th scope="col">
            <span className="hidden">Chọn</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.at} ${row.bytes} ${row.cases}`}>
            <th scope="row">{formatShortTime(row.at)}</th>
            <td>
              {reasonWords[row.reason]}
              {index === 0 && ' · mới nhất'}
              {codeOf && <div className={styles.quiet}>{codeOf(row)}</div>}
            </td>
            <td>{formatInteger(row.cases)}</td>
            <td>{row.lastCaseCode ?? '–'}</td>
            <td className={styles.head}>{row.head || '–'}</td>
            <td>
              <Unbroken text={standWords(row, isBare)} />
            </td>
            <td>
              <Button size="small" onClick={() => onChoose(row)}>
                Dùng bản này
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a copy lacks of the register; where that is no question, whose it is. */
function standWords(row: Omit<BackupRow, 'name'>, isBare: boolean): string {
  if (row.lack !== null || row.owner !== 'other' || !('unit' in row)) return lackWords(row);
  return isBare ? String(row.unit) : `${lackWords(row)}, ${row.unit}`;
}

/** Once, as the list is drawn. */
function useOnMount(act: () => void): void {
  const first = useRef(act);
  useEffect(() => first.current(), []);
}
