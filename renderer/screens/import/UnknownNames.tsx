import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { ImportCheck } from '../../../shared/import-views.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './Import.module.css';
import type { ImportSteps } from './use-import.ts';

const undecided = '?';

/** Names of procedures that the catalogue does not know: each is decided once, for all its rows. */
export function UnknownNames({ work, check }: { work: ImportSteps; check: ImportCheck }) {
  const { unknown, decisions } = check;
  const [changed, setChanged] = useState<Record<string, string>>({});
  if (unknown.length === 0) return null;
  const open = unknown.filter(({ key }) => decisions[key] === undefined).length;
  const keepAll = () =>
    setChanged(Object.fromEntries(unknown.map(({ key }) => [key, changed[key] ?? decisions[key] ?? ''])));
  return (
    <Panel
      title="Thủ tục không có trong danh mục"
      note={open > 0 ? `${open} tên chưa chọn` : 'đã chọn hết'}
      actions={
        <>
          <Button size="small" onClick={keepAll}>
            Giữ tên như trong sổ cho tất cả
          </Button>
          <Button
            size="small"
            disabled={Object.keys(changed).length === 0 || work.busy !== null}
            onClick={() => void work.checkRows(changed)}
          >
            {work.busy === 'checking' ? 'Đang kiểm tra' : 'Kiểm tra lại'}
          </Button>
        </>
      }
      flush
    >
      <ul className={styles.names}>
        {unknown.slice(0, 100).map(({ key, name, count, nearest }) => (
          <li key={key}>
            <span className="grow">
              <b>{name}</b> {formatInteger(count)} dòng
            </span>
            <TextField
              select
              size="small"
              className={styles.choice ?? ''}
              value={changed[key] ?? decisions[key] ?? undecided}
              onChange={(event) => setChanged({ ...changed, [key]: event.target.value })}
              slotProps={{
                select: { displayEmpty: true },
                htmlInput: { 'aria-label': `Thủ tục cho ${name}` },
              }}
            >
              <MenuItem value={undecided} disabled>
                Chọn thủ tục
              </MenuItem>
              <MenuItem value="">Giữ tên như trong sổ</MenuItem>
              {nearest.map((each) => (
                <MenuItem key={each.code} value={each.code}>
                  {each.shortName} ({each.code})
                </MenuItem>
              ))}
            </TextField>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
