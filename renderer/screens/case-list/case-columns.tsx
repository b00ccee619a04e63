import type { GridColDef } from '@mui/x-data-grid';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { shortPersonName } from '../../../shared/domain/text.ts';
import { formatDay, formatShortTime, shortWeekday } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { isPressing, timeTone, timeWords } from '../../case-words.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import type { OpenSession } from '../../session.tsx';
import styles from './CaseList.module.css';

interface ColumnContext {
  session: OpenSession;
  now: string;
  /** Widths that were dragged, by field. */
  widths: Record<string, number>;
}

/** The columns of every list of cases. The short name of the procedure takes what is left. */
export function caseColumns({ session, now, widths }: ColumnContext): GridColDef<CaseRow>[] {
  const year = now.slice(0, 4);
  const columns: GridColDef<CaseRow>[] = [
    {
      field: 'caseCode',
      headerName: 'Mã hồ sơ',
      width: 104,
      renderCell: ({ row }) => (
        <span className={styles.code} title={row.caseCode}>
          {shortCaseCode(row.caseCode)}
        </span>
      ),
    },
    {
      field: 'applicantName',
      headerName: 'Chủ hồ sơ',
      width: 172,
      renderCell: ({ row }) => <b>{row.applicantName}</b>,
    },
    { field: 'procedureShortName', headerName: 'Thủ tục', flex: 1, minWidth: 136, sortable: false },
    {
      field: 'receivedAt',
      headerName: 'Nhận',
      width: 126,
      renderCell: ({ row }) => <span className={styles.quiet}>{timeOf(row.receivedAt, year)}</span>,
    },
    {
      field: 'dueAt',
      headerName: 'Hẹn trả',
      width: 126,
      renderCell: ({ row }) =>
        row.dueAt ? timeOf(row.dueAt, year) : <span className={styles.quiet}>không hẹn</span>,
    },
    {
      field: 'minutesLeft',
      headerName: 'Thời gian làm việc',
      width: 158,
      sortable: false,
      renderCell: ({ row }) => (
        <StatusMark tone={timeTone(row, now)} strong={isPressing(row)}>
          {timeWords(row, session)}
        </StatusMark>
      ),
    },
    {
      field: 'status',
      headerName: 'Trạng thái',
      width: 158,
      sortable: false,
      valueGetter: (_, row) => statusLabels[row.status],
    },
    {
      field: 'holder',
      headerName: 'Đang giữ',
      width: 100,
      sortable: false,
      valueGetter: (_, row) => (row.status === 'returned' ? '' : shortPersonName(row.holder.name)),
      cellClassName: styles.quiet ?? '',
    },
  ];
  return columns.map((column) => {
    const width = widths[column.field];
    if (width === undefined) return column;
    const { flex: _, ...fixed } = column;
    return { ...fixed, width };
  });
}

/** "T5 24/04 09:15" this year, "T5 24/04/2024" in others. */
function timeOf(at: string, year: string): string {
  return at.startsWith(year) ? formatShortTime(at) : `${shortWeekday(at)} ${formatDay(at)}`;
}
