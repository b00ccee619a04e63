import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  fieldHead,
  type ImportField,
  importFields,
  neededFields,
} from '../../../shared/domain/import-fields.ts';
import type { TableCell } from '../../../shared/domain/import-heads.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import type { OpenedImport } from '../../../shared/import-views.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Import.module.css';
import type { ImportSteps } from './use-import.ts';

/** What each column holds, as guessed from its head or as it was set before, over the first rows. */
export function ColumnStep({ work, opened }: { work: ImportSteps; opened: OpenedImport }) {
  const { shape, first, count, isKnownLayout } = opened;
  const missing = neededFields.filter((field) => !work.columns.includes(field));
  const canGo = missing.length === 0 && work.busy === null;
  const go = () => void work.checkRows();
  useKeys(canGo ? { primary: go } : {});
  return (
    <Panel
      title="Ghép cột"
      note={`${formatInteger(count)} dòng, tiêu đề ở dòng ${shape.headRow}${isKnownLayout ? ', ghép như lần trước' : ''}`}
      flush
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {shape.heads.map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column} scope="col">
                  {head || <i>(không tên)</i>}
                </th>
              ))}
            </tr>
            <tr>
              {shape.heads.map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column}>
                  <TextField
                    select
                    fullWidth
                    size="small"
                    value={work.columns[column] ?? ''}
                    onChange={(event) =>
                      work.setColumn(column, (event.target.value || null) as ImportField | null)
                    }
                    slotProps={{
                      select: { displayEmpty: true },
                      htmlInput: { 'aria-label': `Cột ${head} là` },
                    }}
                  >
                    <MenuItem value="">Bỏ qua</MenuItem>
                    {importFields.map((field) => (
                      <MenuItem key={field} value={field}>
                        {fieldHead(field)}
                      </MenuItem>
                    ))}
                  </TextField>
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map(({ row, cells }) => (
              <tr key={row}>
                {shape.heads.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={column} data-off={work.columns[column] === null || undefined}>
                    {cellText(cells[column] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        {missing.length > 0 ? (
          <StatusMark tone="late">Chưa ghép cột: {missing.map(fieldHead).join(', ')}</StatusMark>
        ) : (
          <span>Xem lại từng cột trước khi kiểm tra.</span>
        )}
        <span className="grow" />
        <Button onClick={work.startAgain}>Chọn tệp khác</Button>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          disabled={!canGo}
          endIcon={<Keycap name="primary" />}
          onClick={go}
        >
          {work.busy === 'checking' ? 'Đang kiểm tra' : 'Kiểm tra tất cả dòng'}
        </Button>
      </div>
    </Panel>
  );
}

function cellText(cell: TableCell): string {
  if (typeof cell !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(cell))
    return cell === null ? '' : String(cell);
  return cell.endsWith('T00:00') ? formatDay(cell) : `${cell.slice(11)} ${formatDay(cell)}`;
}
