import Button from '@mui/material/Button';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatSerial } from '../../../shared/domain/register-book.ts';
import { formatDay } from '../../../shared/format.ts';
import type { ImportCheck } from '../../../shared/import-views.ts';
import { faultSentence } from '../../../shared/import-words.ts';
import { statusLabels } from '../../../shared/labels.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Import.module.css';
import { UnknownNames } from './UnknownNames.tsx';
import type { ImportSteps } from './use-import.ts';

/** What every row was found to be: new, here already, or faulty with its reasons. */
export function CheckStep({ work, check }: { work: ImportSteps; check: ImportCheck }) {
  const { fresh, already, books, faulty, faultyRows, preview, dayOrder } = check;
  const canRun = fresh > 0 && work.busy === null;
  const run = () => void work.run();
  useKeys(canRun ? { primary: run } : {});
  return (
    <>
      <section className={styles.figures} aria-label="Kết quả kiểm tra">
        <StatusMark tone="ok">
          <b>{formatInteger(fresh)}</b> hồ sơ mới
        </StatusMark>
        <StatusMark tone="done">
          <b>{formatInteger(already)}</b> đã có trong sổ
        </StatusMark>
        <StatusMark tone={faulty > 0 ? 'late' : 'done'}>
          <b>{formatInteger(faulty)}</b> dòng chưa nạp được
        </StatusMark>
        <span className="grow" />
        <Button onClick={work.backToColumns}>Ghép lại cột</Button>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          disabled={!canRun}
          endIcon={<Keycap name="primary" />}
          onClick={run}
        >
          Nạp {formatInteger(fresh)} hồ sơ
        </Button>
      </section>
      <UnknownNames work={work} check={check} />
      {books.length > 0 && (
        <p className={styles.remark}>
          Số vào sổ tiếp theo sau khi nạp:{' '}
          {books
            .map(
              ({ year, nextSerial, isClosed }) =>
                `năm ${year}: ${formatSerial(nextSerial)}${isClosed ? ' (sổ đã khóa, hồ sơ vào quyển sau)' : ''}`,
            )
            .join('; ')}
        </p>
      )}
      {dayOrder === 'monthFirst' && (
        <p className={styles.remark}>Ngày trong tệp viết tháng trước ngày sau, đã đọc theo thứ tự đó.</p>
      )}
      {faulty > 0 && (
        <Panel
          title="Dòng chưa nạp được"
          note={
            faulty > faultyRows.length
              ? `${faultyRows.length} dòng đầu trong ${formatInteger(faulty)}`
              : undefined
          }
          actions={<ExportButton make={work.makeFaulty}>Tải về để sửa</ExportButton>}
          flush
        >
          <ul className={styles.faults}>
            {faultyRows.slice(0, 50).map(({ row, faults }) => (
              <li key={row}>
                <b>Dòng {row}</b>
                <span>{faults.map(faultSentence).join('; ')}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {preview.length > 0 && (
        <Panel title="Hồ sơ sẽ vào sổ" note="vài dòng đầu, theo ngày nhận" flush>
          <div className={styles.scroll}>
            <table className={`${styles.table} ${styles.wide}`}>
              <thead>
                <tr>
                  {['Mã hồ sơ', 'Chủ hồ sơ', 'Thủ tục', 'Nhận', 'Hẹn trả', 'Có kết quả', 'Trạng thái'].map(
                    (head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {preview.map((value) => (
                  <tr key={value.row}>
                    <td>{value.caseCode}</td>
                    <td>{value.applicant.name}</td>
                    <td>{value.procedure.name}</td>
                    <td>{formatDay(value.receivedAt)}</td>
                    <td>{value.dueAt ? formatDay(value.dueAt) : 'không hẹn'}</td>
                    <td>{value.endedAt ? formatDay(value.endedAt) : ''}</td>
                    <td>{statusLabels[value.status]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
    </>
  );
}
