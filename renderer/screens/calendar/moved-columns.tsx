import type { GridColDef } from '@mui/x-data-grid';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { nameSortKey } from '../../../shared/domain/text.ts';
import { formatDayMonthPadded, formatPhone, formatShortTime, shortWeekday } from '../../../shared/format.ts';
import type { MovedCase } from '../../../shared/views-calendar.ts';
import styles from './Change.module.css';

/** The columns of the list of moved dates. */
export const movedColumns: GridColDef<MovedCase>[] = [
  {
    field: 'applicantName',
    headerName: 'Chủ hồ sơ',
    flex: 1,
    minWidth: 150,
    sortComparator: (a: string, b: string) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1),
    renderCell: ({ row }) => <b>{row.applicantName}</b>,
  },
  {
    field: 'phone',
    headerName: 'Điện thoại',
    width: 118,
    valueGetter: (_, { phone }) => (phone === null ? '' : formatPhone(phone)),
  },
  {
    field: 'caseCode',
    headerName: 'Mã hồ sơ',
    width: 124,
    renderCell: ({ row }) => <span title={row.caseCode}>{shortCaseCode(row.caseCode)}</span>,
  },
  { field: 'procedureShortName', headerName: 'Thủ tục', flex: 1, minWidth: 120 },
  {
    field: 'from',
    headerName: 'Hẹn cũ',
    width: 132,
    renderCell: ({ row: { from } }) => <span className={styles.before}>{from && formatShortTime(from)}</span>,
  },
  {
    field: 'to',
    headerName: 'Hẹn mới',
    width: 216,
    renderCell: ({ row: { from, to, isPast } }) => {
      if (from === to) return <span className={styles.before}>giữ nguyên, đổi hạn nội bộ</span>;
      return (
        <span className={isPast ? styles.past : styles.newDate}>
          {to && formatShortTime(to)}
          {isPast && ', đã qua'}
        </span>
      );
    },
  },
  {
    field: 'days',
    headerName: 'Do ngày',
    width: 110,
    sortable: false,
    valueGetter: (_, { days }) =>
      days.map((day) => `${shortWeekday(day)} ${formatDayMonthPadded(day)}`).join(', '),
  },
];
