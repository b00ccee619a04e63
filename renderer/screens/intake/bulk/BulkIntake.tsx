import Button from '@mui/material/Button';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { formatInteger } from '../../../../shared/domain/ratio.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../../components/enter-moves-on.ts';
import { Keycap } from '../../../components/Keycap.tsx';
import { Page } from '../../../components/Page.tsx';
import { useKeys } from '../../../keys.ts';
import { emptyIntake, type IntakeValues } from '../intake-values.ts';
import { useCatalogue } from '../use-procedure.ts';
import styles from './Bulk.module.css';
import { BulkGrid } from './BulkGrid.tsx';
import { BulkHead } from './BulkHead.tsx';
import {
  type ColumnKey,
  doubtsOfRows,
  emptyRow,
  gridColumns,
  isEmptyRow,
  type RowFault,
  type RowValues,
} from './bulk-values.ts';
import { useBulk } from './use-bulk.ts';

const firstRows = 8;

/** Many dossiers that one giver brings with a list: typed or pasted, received all together. */
export function BulkIntake() {
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const form = useForm<IntakeValues>({ defaultValues: emptyIntake([]) });
  const [rows, setRows] = useState<readonly RowValues[]>(() =>
    Array.from({ length: firstRows }, () => emptyRow()),
  );
  const [left, setLeft] = useState<readonly string[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const [hasAcknowledgement, setAcknowledgement] = useState(true);
  const bulk = useBulk(catalogue, (path, message) => form.setError(path, { message }));
  const code = useWatch({ control: form.control, name: 'procedureCode' });
  const count = rows.filter((row) => !isEmptyRow(row)).length;
  const doubts = useMemo(() => doubtsOfRows(rows), [rows]);
  const change = useCallback(
    (next: (before: readonly RowValues[]) => readonly RowValues[]) => setRows(next),
    [],
  );
  const submit = () => {
    const { submitter, procedureCode } = form.getValues();
    form.clearErrors();
    if (submitter.name.trim() === '') {
      form.setError('submitter.name', { message: 'Ghi tên người hoặc đơn vị giao hồ sơ.' });
      form.setFocus('submitter.name');
    } else if (procedureCode === '') {
      form.setError('procedureCode', { message: 'Chọn thủ tục.' });
      form.setFocus('procedureCode');
    } else void bulk.receive(form.getValues(), rows, { hasAcknowledgement });
  };
  const leave = () => {
    if (count > 0 && !isLeaving) setLeaving(true);
    else void navigate('/tiep-nhan');
  };
  useKeys({ primary: submit, back: leave });
  // Once: the form itself is another object after each change.
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!hasBegun.current) form.setFocus('submitter.name');
    hasBegun.current = true;
  });
  const [firstFault] = bulk.faults;
  useEffect(() => {
    if (firstFault) document.querySelector<HTMLElement>('td [aria-invalid="true"]')?.focus();
  }, [firstFault]);
  return (
    <Page
      title="Tiếp nhận theo danh sách"
      sub="một người giao, nhiều hồ sơ, một biên bản"
      actions={
        <>
          {isLeaving && (
            <span className={styles.leaving} role="status">
              Danh sách chưa tiếp nhận. Bấm lần nữa để bỏ
            </span>
          )}
          <Button variant="text" size="small" component={Link} to="/bien-ban">
            Các biên bản
          </Button>
          <Button variant="text" size="small" onClick={leave} aria-keyshortcuts="Escape">
            Quay lại <Keycap name="back" />
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          className={styles.form}
          noValidate
          onKeyDown={enterMovesOn}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <BulkHead hasAcknowledgement={hasAcknowledgement} onAcknowledgement={setAcknowledgement} />
          <section className={styles.card} aria-label="Danh sách hồ sơ">
            <BulkGrid rows={rows} faults={bulk.faults} doubts={doubts} onChange={change} onLeft={setLeft} />
            <datalist id="bulk-procedures">
              {catalogue.map((row) => (
                <option key={row.code} value={row.shortName} />
              ))}
            </datalist>
            {left.length > 0 && count > 0 && <Left columns={left} />}
            {doubts.length > 0 && <Doubts doubts={doubts} rows={rows} />}
            <Faults faults={bulk.faults} rows={rows} />
            <footer className={styles.foot}>
              <span>
                {count === 0
                  ? 'Gõ từng dòng, hoặc chép từ Excel rồi dán vào một ô; cột tự nhận.'
                  : `${formatInteger(count)} hồ sơ. Tiếp nhận tất cả cùng lúc, mỗi hồ sơ một mã.`}
              </span>
              <span className="grow" />
              <Button
                type="submit"
                variant="contained"
                color="primary"
                disabled={bulk.pending || count === 0 || code === ''}
                endIcon={<Keycap name="primary" />}
              >
                {bulk.pending ? 'Đang ghi sổ' : `Tiếp nhận ${formatInteger(count)} hồ sơ`}
              </Button>
            </footer>
          </section>
        </form>
      </FormProvider>
      {bulk.error !== null && <ErrorNotice error={bulk.error} />}
    </Page>
  );
}

/** What was pasted and has no place here: said, so that no column goes missing unseen. */
function Left({ columns }: { columns: readonly string[] }) {
  return (
    <p className={styles.left} role="status">
      Cột {columns.map((column) => `‘${column}’`).join(', ')} chưa nhận ra, chưa lấy. Nếu cần, đổi tiêu đề
      trong Excel theo tên cột ở đây rồi dán lại.
    </p>
  );
}

/** What may be wrong and is received all the same, a sentence a line. */
function Doubts({ doubts, rows }: { doubts: readonly RowFault[]; rows: readonly RowValues[] }) {
  return (
    <ul className={styles.doubts} role="status">
      {doubts.slice(0, 20).map(({ rowId, sentence }) => (
        <li key={rowId}>
          Dòng {rows.findIndex(({ id }) => id === rowId) + 1}: {sentence} Kiểm tra lại; vẫn tiếp nhận được.
        </li>
      ))}
    </ul>
  );
}

function labelOf(key: ColumnKey): string {
  return gridColumns.find((column) => column.key === key)?.label.toLowerCase() ?? '';
}

/** What is wrong, a sentence a line; the whole list waits for it. */
function Faults({ faults, rows }: { faults: readonly RowFault[]; rows: readonly RowValues[] }) {
  if (faults.length === 0) return null;
  const lines = new Set(faults.map(({ rowId }) => rowId)).size;
  return (
    <div className={styles.faults} role="alert">
      <b>Còn {formatInteger(lines)} dòng chưa đúng, chưa tiếp nhận hồ sơ nào.</b>
      <ul>
        {faults.slice(0, 20).map(({ rowId, key, sentence }) => (
          <li key={`${rowId} ${key}`}>
            Dòng {rows.findIndex(({ id }) => id === rowId) + 1}, {labelOf(key)}: {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
