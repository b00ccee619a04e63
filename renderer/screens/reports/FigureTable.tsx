import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { FigureReport } from '../../../shared/domain/reports/figures.ts';
import type { Period, StatisticsScope } from '../../../shared/domain/statistics.ts';
import type { ReportColumn, ReportSheet } from '../../../shared/report-sheet.ts';
import type { FiguresView } from '../../../shared/views-report.ts';
import styles from './FigureTable.module.css';
import { figureList } from './figure-list.ts';
import { headCells } from './head-cells.ts';

interface FigureTableProps {
  report: FigureReport;
  sheet: ReportSheet;
  view: FiguresView;
  period: Period;
}

/** The table as it is exported; a number opens the list of exactly its cases. */
export function FigureTable({ report, sheet, view, period }: FigureTableProps) {
  const { columns, isNumbered, lines, total } = sheet;
  const number = (at: number, value: number, scope: StatisticsScope) => {
    const set = report.columns[at]?.set;
    if (value === 0 || set === undefined) return formatInteger(value);
    return <Link to={figureList(set, period, scope)}>{formatInteger(value)}</Link>;
  };
  return (
    <table className={styles.figures} data-many={columns.length > 14 || undefined}>
      <Heads columns={columns} isNumbered={isNumbered} />
      <tbody>
        {view.rows.map((row, line) => (
          <tr key={`${row.isGroup}-${row.key}`} data-group={row.isGroup || undefined}>
            <td>{lines[line]?.cells[0]}</td>
            <th scope="row">
              <span title={row.label}>{row.label}</span>
            </th>
            {row.figures.map((value, at) => (
              <td key={report.columns[at]?.name}>{number(at, value, row.scope)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr data-total>
          <td />
          <th scope="row">{total?.[1]}</th>
          {view.total.map((value, at) => (
            <td key={report.columns[at]?.name}>{number(at, value, {})}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Heads({ columns, isNumbered }: { columns: readonly ReportColumn[]; isNumbered: boolean }) {
  return (
    <thead>
      {headCells(columns).map((cells) => (
        <tr key={cells.map(({ key }) => key).join()}>
          {cells.map(({ key, text, colSpan, rowSpan }) => (
            <th key={key} colSpan={colSpan} rowSpan={rowSpan} scope={colSpan > 1 ? 'colgroup' : 'col'}>
              {text}
            </th>
          ))}
        </tr>
      ))}
      {isNumbered && (
        <tr data-numbers>
          {columns.map(({ path }, at) => (
            <td key={path.join()}>({at + 1})</td>
          ))}
        </tr>
      )}
    </thead>
  );
}
