import { Link } from 'react-router';
import { requiredCriteria } from '../../../shared/domain/digital-settings.ts';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import type { Period } from '../../../shared/domain/statistics.ts';
import { formatDay } from '../../../shared/format.ts';
import type { DigitalFigures, MeasureFigure } from '../../../shared/views-digital.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { countedPath } from './digital-paths.ts';
import styles from './Reach.module.css';
import { useDigitalSetup } from './use-digital-setup.ts';

interface AreaRow {
  /** Null: the whole office. */
  area: string | null;
  known: number;
  measures: MeasureFigure[];
}

/** How many of each area have a card, are complete, reached each criterion that counts. */
export function AreasPanel({ figures }: { figures: DigitalFigures }) {
  const setup = useDigitalSetup();
  if (setup === undefined) return null;
  const { complete, criteria, known, from, to } = figures;
  const required = requiredCriteria(setup.criteria).map(({ id }) => id);
  const shownOf = (all: MeasureFigure, each: readonly MeasureFigure[]) => [
    all,
    ...each.filter(({ measure }) => required.includes(measure)),
  ];
  const rows = figures.areas.map(
    (one): AreaRow => ({
      area: one.area,
      known: one.known,
      measures: shownOf(one.complete, one.criteria),
    }),
  );
  const total: AreaRow = { area: null, known, measures: shownOf(complete, criteria) };
  const period = { from, to };
  return (
    <Panel title="Theo địa bàn" note={`nơi ở ghi trên thẻ của từng người, đến ${formatDay(to)}`} flush>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có địa bàn nào">
          Ghi tên các địa bàn ở Cài đặt → Hỗ trợ số. Mỗi địa bàn một dòng, với mẫu số riêng nếu có.
        </EmptyState>
      ) : (
        <>
          <div className={styles.scroll}>
            <table className={styles.reach}>
              <caption className="hidden">Người đạt từng tiêu chí, theo địa bàn</caption>
              <thead>
                <tr>
                  <th scope="col">Địa bàn</th>
                  <th scope="col">Có thẻ</th>
                  {total.measures.map(({ measure, label }) => (
                    <th key={measure} scope="col">
                      {measure === complete.measure ? 'Công dân số' : label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.area}>
                    <th scope="row">
                      {row.area || 'Chưa rõ địa bàn'}
                      {row.area !== '' && !setup.areas.includes(row.area ?? '') && (
                        <small>không có trong Cài đặt</small>
                      )}
                    </th>
                    <Cells row={row} total={total} period={period} />
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">Cả đơn vị</th>
                  <Cells row={total} total={total} period={period} />
                </tr>
              </tfoot>
            </table>
          </div>
          <p className={styles.note}>
            Chia cho mẫu số ghi ở Cài đặt. Địa bàn chưa có mẫu số thì chỉ ghi số người; cả đơn vị chưa có thì
            chia cho số người có thẻ.
          </p>
        </>
      )}
    </Panel>
  );
}

/** One column has one kind of denominator: a share of cards does not stand above a share of the office's own number. */
function Cells({ row, total, period }: { row: AreaRow; total: AreaRow; period: Period }) {
  const { area, known, measures } = row;
  const path = (measure: string, state: 'all' | 'reached') =>
    countedPath({ kind: 'people', measure, state, area, period });
  return (
    <>
      <td>
        <Link to={path('complete', 'all')}>{formatInteger(known)}</Link>
      </td>
      {measures.map(({ measure, people, of }) => {
        const all = of?.value ?? known;
        const share = percentHundredths(people, all);
        const isOfCards =
          of === null && total.measures.some((one) => one.measure === measure && one.of !== null);
        if (isOfCards)
          return (
            <td key={measure}>
              <Link to={path(measure, 'reached')}>{formatInteger(people)}</Link>
            </td>
          );
        return (
          <td key={measure} title={of ? `${of.source}, ${formatDay(of.on)}` : undefined}>
            <Link to={path(measure, 'reached')}>{formatInteger(people)}</Link>/{formatInteger(all)}
            <span className={styles.track} aria-hidden="true">
              <i style={{ width: `${all === 0 ? 0 : Math.min(100, (people / all) * 100)}%` }} />
            </span>
            <small>{share === null ? '–' : formatPercent(share)}</small>
          </td>
        );
      })}
    </>
  );
}
