import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { requiredCriteria, stillOffered } from '../../../shared/domain/digital-settings.ts';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import { digitalIndicator, type Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import type { DigitalFigures, MeasureFigure } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import styles from './Coverage.module.css';
import { countedPath } from './digital-paths.ts';
import { useDigitalSetup } from './use-digital-setup.ts';

/** How many reached each criterion, of the office's own number; the bars only repeat the numbers beside them. */
export function CriteriaBars({ figures }: { figures: DigitalFigures }) {
  const trpc = useTRPC();
  const setup = useDigitalSetup();
  const { from, to, known } = figures;
  const targets = useQuery(trpc.digital.targets.queryOptions({ on: to })).data ?? [];
  const required = requiredCriteria(setup?.criteria ?? []);
  const shown = stillOffered(setup?.criteria ?? []).flatMap(({ id }) =>
    figures.criteria.filter(
      ({ measure, people }) => measure === id && (people > 0 || required.some((one) => one.id === id)),
    ),
  );
  const rows = shown.map((figure) => {
    const all = figure.of?.value ?? known;
    const target = targets.findLast(({ indicator }) => indicator === digitalIndicator(figure.measure));
    return { figure, all, target, aimed: target && aimedShare(target, all) };
  });
  if (known === 0)
    return (
      <p className={styles.barsNote}>Có người đầu tiên thì ở đây ghi bao nhiêu người đạt từng tiêu chí.</p>
    );
  return (
    <div className={styles.barsScroll}>
      <table className={styles.bars}>
        <caption className="hidden">Người đạt từng tiêu chí</caption>
        <thead>
          <tr>
            <td />
            <td>100 %</td>
            <td />
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figure, all, target, aimed }) => (
            <tr key={figure.measure}>
              <th scope="row">
                {figure.label}
                {figure.of === null && ' *'}
              </th>
              <td className={styles.barCell} title={target && targetWords(target)}>
                <span className={styles.barTrack} aria-hidden="true">
                  <i style={{ width: `${all === 0 ? 0 : Math.min(100, (figure.people / all) * 100)}%` }} />
                  {aimed !== undefined && <b style={{ left: `${aimed}%` }} />}
                </span>
                {target && <span className="hidden">{targetWords(target)}</span>}
              </td>
              <td title={figure.of ? `${figure.of.source}, ${formatDay(figure.of.on)}` : undefined}>
                <Link
                  to={countedPath({
                    kind: 'people',
                    measure: figure.measure,
                    state: 'reached',
                    area: null,
                    period: { from, to },
                  })}
                >
                  {formatInteger(figure.people)}
                </Link>
                /{formatInteger(all)}
              </td>
              <td>{percentOf(figure, all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.barsNote}>
        {rows.some(({ aimed }) => aimed !== undefined) && 'Vạch đứng là chỉ tiêu. '}
        {shown.some(({ of }) => of === null) &&
          `* Chưa có mẫu số: chia cho ${formatInteger(known)} người có thẻ.`}
      </p>
    </div>
  );
}

/** Where the target stands on the bar, in percent; undefined where the bar has no measure for it. */
function aimedShare({ unit, value }: Target, all: number): number | undefined {
  if (unit === 'share') return Math.min(100, value / 100);
  return all === 0 ? undefined : Math.min(100, (value / all) * 100);
}

function targetWords({ unit, value, to }: Target): string {
  const aim = unit === 'share' ? formatPercent(BigInt(value)) : `${formatInteger(value)} người`;
  return `Chỉ tiêu ${aim} đến ${formatDay(to)}`;
}

function percentOf({ people }: MeasureFigure, all: number): string {
  const share = percentHundredths(people, all);
  return share === null ? '–' : formatPercent(share);
}
