import { useState } from 'react';
import { Link } from 'react-router';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { type AssistanceLevel, assistanceLevels } from '../../../shared/domain/digital.ts';
import { formatInteger, percentHundredths } from '../../../shared/domain/ratio.ts';
import type { Period } from '../../../shared/domain/statistics.ts';
import type { DigitalFigures, HelpCounts } from '../../../shared/views-digital.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import coverage from './Coverage.module.css';
import styles from './Digital.module.css';
import { countedPath } from './digital-paths.ts';

type Month = { month: string } & HelpCounts;

/** Month by month, from làm hộ to tự làm: three fills that paper tells apart, or the table of the same numbers. */
export function LadderPanel({ figures }: { figures: DigitalFigures }) {
  const [shown, show] = useState<'chart' | 'table'>('chart');
  const { ladder, from, to } = figures;
  const periodOf = (month: string): Period => {
    const days = monthOf(month);
    return { from: days.from < from ? from : days.from, to: days.to > to ? to : days.to };
  };
  return (
    <Panel
      title="Bậc thang giúp đỡ"
      fill
      actions={
        <Segmented
          label="Cách xem"
          value={shown}
          options={[
            { value: 'chart', label: 'Hình' },
            { value: 'table', label: 'Bảng' },
          ]}
          onChange={show}
        />
      }
    >
      {ladder.length === 0 ? (
        <EmptyState title={`Trong năm ${from.slice(0, 4)} chưa có lượt giúp nào`}>
          Mỗi tháng một dải: làm hộ, hướng dẫn, tự làm.
        </EmptyState>
      ) : shown === 'table' ? (
        <LadderTable months={ladder} periodOf={periodOf} />
      ) : (
        <LadderChart months={ladder} periodOf={periodOf} />
      )}
    </Panel>
  );
}

interface LadderProps {
  months: readonly Month[];
  periodOf: (month: string) => Period;
}

function LadderChart({ months, periodOf }: LadderProps) {
  return (
    <>
      <ul className={coverage.ladder}>
        {months.map((month) => (
          <li key={month.month}>
            <div className={coverage.ladderHead}>
              <span>{monthWords(month.month)}</span>
              <Link to={helpsPath(periodOf(month.month), null)}>{formatInteger(month.helps)} lượt</Link>
            </div>
            <div
              className={coverage.ladderBar}
              role="img"
              aria-label={assistanceLevels
                .map((level) => `${assistanceLevelLabels[level]} ${percentOf(month, level)} %`)
                .join(', ')}
            >
              {assistanceLevels
                .filter((level) => month[level] > 0)
                .map((level) => (
                  <span key={level} data-level={level} style={{ flexGrow: month[level] }}>
                    <b>{percentOf(month, level)}</b>
                  </span>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <ul className={coverage.legend}>
        {assistanceLevels.map((level) => (
          <li key={level}>
            <i data-level={level} aria-hidden="true" />
            {assistanceLevelLabels[level]}
          </li>
        ))}
        <li>tính theo % số lượt</li>
      </ul>
    </>
  );
}

function LadderTable({ months, periodOf }: LadderProps) {
  return (
    <table className={styles.table}>
      <caption className="hidden">Lượt giúp theo tháng và mức</caption>
      <thead>
        <tr>
          <th scope="col">Tháng</th>
          {assistanceLevels.map((level) => (
            <th key={level} scope="col">
              {assistanceLevelLabels[level]}
            </th>
          ))}
          <th scope="col">Người</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{monthWords(month.month).replace('Tháng ', '')}</th>
            {assistanceLevels.map((level) => (
              <td key={level}>
                <Link to={helpsPath(periodOf(month.month), level)}>{formatInteger(month[level])}</Link>
              </td>
            ))}
            <td>
              <Link to={countedPath({ kind: 'helped', teamId: null, period: periodOf(month.month) })}>
                {formatInteger(month.people)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const helpsPath = (period: Period, level: AssistanceLevel | null): string =>
  countedPath({ kind: 'helps', level, teamId: null, period });

function percentOf(month: Month, level: AssistanceLevel): string {
  const share = percentHundredths(month[level], month.helps);
  return share === null ? '0' : String(share / 100n);
}

const monthWords = (month: string): string => `Tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;

/** First and last day of `YYYY-MM`. */
function monthOf(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}
