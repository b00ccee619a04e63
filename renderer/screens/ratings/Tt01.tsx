import { useQuery } from '@tanstack/react-query';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { officerIndices, type Tt01Score } from '../../../shared/domain/tt01-scoring.ts';
import type { Tt01Officer, Tt01Report } from '../../../shared/views-feedback.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { LeaderAnswer } from './LeaderAnswer.tsx';
import styles from './Tt01.module.css';
import { agencyBandWords, formatTenths, howCounted, indexWords, officerBandWords } from './tt01-words.ts';

/** The optional report of TT 01/2018/TT-VPCP over a period; days `YYYY-MM-DD`, both included. For the leader alone. */
export function Tt01({ from, to }: { from: string; to: string }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.tt01.report.queryOptions({ from, to }));
  if (asked.data === undefined)
    return asked.isError ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : null;
  const report = asked.data;
  return (
    <>
      <p className={styles.note}>
        Chấm theo TT 01/2018/TT-VPCP, Điều 13–15; hiệu lực hiện nay của thông tư chưa xác minh, chỉ để tham
        khảo. Tính trên {formatInteger(report.cases)} hồ sơ có kết quả trong kỳ.
      </p>
      <div className={styles.columns}>
        <Agency report={report} />
        <Officers report={report} />
      </div>
    </>
  );
}

function Agency({ report }: { report: Tt01Report }) {
  const { scores, total, band } = report;
  return (
    <Panel title="Cơ quan" note="tối đa 18 điểm" flush>
      {scores.map((score) => (
        <details key={score.index} className={styles.index}>
          <summary>
            <span className={styles.number}>{score.index}</span>
            <span>{indexWords[score.index]}</span>
            <span className={styles.counted}>{countedWords(score)}</span>
            <b className={styles.points}>{score.tenths === null ? '–' : formatTenths(score.tenths)}</b>
          </summary>
          <div className={styles.how}>
            {howCounted(score.index, report).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {(score.index === 5 || score.index === 6) && <LeaderAnswer index={score.index} />}
          </div>
        </details>
      ))}
      <div className={styles.total}>
        <span>Tổng</span>
        <b className={styles.sum}>{formatTenths(total.tenths)}</b>
        {band ? (
          <span>{agencyBandWords[band]}</span>
        ) : (
          <span className={styles.counted}>
            thiếu chỉ số {total.missing.join(', ')} (để ngoài tổng), chưa xếp loại
          </span>
        )}
      </div>
    </Panel>
  );
}

/** "3 điểm / 2 hồ sơ": what the number was divided from. */
function countedWords({ index, tally, tenths }: Tt01Score): string {
  if (tenths === null) return 'chưa có dữ liệu';
  const ofCases = officerIndices.some((one) => one === index);
  return ofCases ? `${formatInteger(tally.points)} điểm / ${formatInteger(tally.cases)} hồ sơ` : 'cả cơ quan';
}

function Officers({ report: { officers, leastToSplit } }: { report: Tt01Report }) {
  return (
    <Panel title="Người giải quyết" note="tối đa 10 điểm" flush>
      {officers.length === 0 ? (
        <EmptyState title="Chưa có dữ liệu">
          Hồ sơ có kết quả trong kỳ được tính cho người giải quyết.
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Người</th>
              <th scope="col">n</th>
              {officerIndices.map((index) => (
                <th key={index} scope="col" title={indexWords[index]}>
                  {index}
                </th>
              ))}
              <th scope="col">Tổng</th>
              <th scope="col">Mức</th>
            </tr>
          </thead>
          <tbody>
            {officers.map(({ name, cases, scores, total, band }) => (
              <tr key={name ?? 'few'}>
                <td className={styles.name}>
                  {name === null ? (
                    <>
                      Cán bộ khác <small>mỗi người dưới {leastToSplit} hồ sơ</small>
                    </>
                  ) : (
                    <span className="cut" title={name}>
                      {name}
                    </span>
                  )}
                </td>
                <td>{formatInteger(cases)}</td>
                {scores.map(({ index, tenths }) => (
                  <td key={index}>{tenths === null ? '–' : formatTenths(tenths)}</td>
                ))}
                <td>
                  <b>{formatTenths(total.tenths)}</b>
                </td>
                <td className={styles.band}>{bandWords({ name, band, total })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function bandWords({ name, band, total }: Pick<Tt01Officer, 'name' | 'band' | 'total'>): string {
  if (name === null) return 'ít hồ sơ, không xếp mức';
  return band ? officerBandWords[band] : `thiếu chỉ số ${total.missing.join(', ')}`;
}
