import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { DataGrid, type GridRowSelectionModel } from '@mui/x-data-grid';
import { useState } from 'react';
import { dayChangeWords } from '../../../shared/calendar-words.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { CalendarPreview } from '../../../shared/views-calendar.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { cspNonce } from '../../csp-nonce.ts';
import { useKeys } from '../../keys.ts';
import styles from './Change.module.css';
import { CopyCalls } from './CopyCalls.tsx';
import { MoveReasons } from './MoveReasons.tsx';
import { movedColumns } from './moved-columns.tsx';
import type { CalendarChange } from './use-calendar-change.ts';

/** Exactly the cases whose date moves, each with both dates. What is not ticked keeps the date on its slip. */
export function MovedList(props: { change: CalendarChange; preview: CalendarPreview; onClose: () => void }) {
  const { change, preview, onClose } = props;
  const { moved, unclear, changes } = preview;
  const [ticked, setTicked] = useState<GridRowSelectionModel>(() => ({
    type: 'include',
    ids: new Set(moved.filter(({ isPast }) => !isPast).map(({ id }) => id)),
  }));
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const wanted = fold(text);
  const shown = moved.filter((row) =>
    fold(`${row.applicantName} ${row.caseCode} ${row.phone ?? ''} ${row.procedureShortName}`).includes(
      wanted,
    ),
  );
  const moving = moved.filter(({ id }) => ticked.ids.has(id));
  const keep = moved.filter(({ id }) => !ticked.ids.has(id)).map(({ id }) => id);
  const slips = moving.filter(({ from, to }) => from !== to).length;
  const apply = (print: boolean) => void change.apply(preview, keep, print);
  useKeys({ primary: () => !change.pending && apply(slips > 0) }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} maxWidth="lg" aria-labelledby="moved-cases">
      <div className={styles.listHead}>
        <h2 id="moved-cases">{formatInteger(moved.length)} hồ sơ đổi ngày hẹn</h2>
        <span className="grow" />
        <TextField
          className={styles.search ?? ''}
          value={text}
          placeholder="Tên, mã, điện thoại"
          onChange={(event) => setText(event.target.value)}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchOutlined />
                </InputAdornment>
              ),
            },
            htmlInput: { 'aria-label': 'Tìm trong danh sách', maxLength: 120 },
          }}
        />
        <CopyCalls rows={moving.filter(({ from, to }) => from !== to)} />
      </div>
      <p className={styles.because}>{changes.map(dayChangeWords).join('; ')}.</p>
      <div className={styles.grid}>
        <DataGrid
          aria-label="Hồ sơ đổi ngày hẹn"
          rows={shown}
          columns={movedColumns}
          rowHeight={36}
          columnHeaderHeight={36}
          checkboxSelection
          disableRowSelectionOnClick
          disableRowSelectionExcludeModel
          keepNonExistentRowsSelected
          rowSelectionModel={ticked}
          onRowSelectionModelChange={setTicked}
          onRowClick={({ row }) => setChosen(row.id)}
          sortingOrder={['asc', 'desc']}
          disableColumnMenu
          hideFooter={shown.length <= 100}
          localeText={{ noRowsLabel: 'Không có hồ sơ nào khớp.', paginationDisplayedRows }}
          initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
          pageSizeOptions={[100]}
          {...(cspNonce && { nonce: cspNonce })}
        />
      </div>
      <MoveReasons change={change} version={preview.version} row={moved.find(({ id }) => id === chosen)} />
      {unclear.length > 0 && (
        <p className={styles.because}>
          {unclear.length} hồ sơ không tính lại được theo lịch mới nên giữ nguyên ngày:{' '}
          {unclear.map(({ applicantName, caseCode }) => `${applicantName} (${caseCode})`).join(', ')}.
        </p>
      )}
      {change.error !== null && <ErrorNotice error={change.error} />}
      <DialogActions>
        <span className={styles.counts} role="status">
          <b>{formatInteger(moving.length)}</b> đổi ngày
          {keep.length > 0 && `, ${formatInteger(keep.length)} giữ ngày đã in`}. Muốn trở lại thì đổi lịch lần
          nữa.
        </span>
        <span className="grow" />
        <Button onClick={onClose}>
          Thôi <Keycap name="back" />
        </Button>
        <Button disabled={change.pending} onClick={() => apply(false)}>
          Chỉ áp dụng
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={change.pending || slips === 0}
          onClick={() => apply(true)}
        >
          Áp dụng và in {formatInteger(slips)} giấy hẹn mới <Keycap name="primary" />
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function paginationDisplayedRows({ from, to, count }: { from: number; to: number; count: number }): string {
  return `${formatInteger(from)}–${formatInteger(to)} trong ${formatInteger(Math.max(count, 0))}`;
}
