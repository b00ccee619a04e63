import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { ListReport } from '../../../shared/domain/reports/lists.ts';
import { formatDay, formatShortTime } from '../../../shared/format.ts';
import type { ListCell, ListKind } from '../../../shared/list-sheet.ts';
import { caseLine, type ReportHead, type SheetContext } from '../../../shared/report-sheet.ts';
import type { CasesView } from '../../../shared/views-report.ts';
import styles from './CasesTable.module.css';

/** The first cases of a list, as its paper shows them; a line opens its case. */
export function CasesTable(props: {
  report: ListReport;
  head: ReportHead;
  view: CasesView;
  context: SheetContext;
}) {
  const { report, head, view, context } = props;
  return (
    <table className={styles.cases}>
      <thead>
        <tr>
          {head.columns.map(({ path, kind }) => (
            <th key={path[0]} scope="col" data-kind={kind}>
              {path[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((one, index) => (
          <tr key={`${one.part}-${one.id}`}>
            <td data-kind="number">{index + 1}</td>
            {caseLine(report, one, context).map((cell, at) => {
              const { kind = 'text', path } = head.columns[at + 1] ?? {};
              const text = words(kind, cell);
              return (
                <td key={path?.[0]} data-kind={kind} title={text}>
                  {report.columns[at] === 'caseCode' ? <Link to={`/ho-so/${one.id}`}>{text}</Link> : text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function words(kind: ListKind, cell: ListCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatInteger(cell);
  if (kind === 'time') return formatShortTime(cell);
  return kind === 'date' ? formatDay(cell) : cell;
}
