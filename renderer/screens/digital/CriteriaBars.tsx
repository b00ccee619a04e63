import { Link } from 'react-router';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import type { DigitalFigures, MeasureFigure } from '../../../shared/views-digital.ts';
import styles from './Coverage.module.css';
import { countedPath } from './digital-paths.ts';
import { useDigitalSetup } from './use-digital-setup.ts';

/** How many reached each criterion, of the office's own number; the bars only repeat the numbers beside them. */
export function CriteriaBars({ figures }: { figures: DigitalFigures }) {
  const setup = useDigitalSetup();
  const { from, to } = figures;
  const required = setup?.criteria.filter((one) => one.required).map(({ id }) => id) ?? [];
  const shown = figures.criteria.filter(({ measure, people }) => required.includes(measure) || people > 0);
  return (
    <div className={styles.barsScroll}>
      <table className={styles.bars}>
        <caption className="hidden">Người đạt từng tiêu chí</caption>
        <tbody>
          {shown.map((figure) => (
            <tr key={figure.measure}>
              <th scope="row">{figure.label}</th>
              <td className={styles.barCell} aria-hidden="true">
                <span style={{ width: `${shareOf(figure, figures.known)}%` }} />
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
                /{formatInteger(figure.of?.value ?? figures.known)}
              </td>
              <td>{percentOf(figure, figures.known)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.some(({ of }) => of === null) && (
        <p className={styles.barsNote}>
          Chưa có mẫu số thì chia cho {formatInteger(figures.known)} người có thẻ.
        </p>
      )}
    </div>
  );
}

function shareOf({ people, of }: MeasureFigure, known: number): number {
  const all = of?.value ?? known;
  return all === 0 ? 0 : Math.min(100, (people / all) * 100);
}

function percentOf({ people, of }: MeasureFigure, known: number): string {
  const share = percentHundredths(people, of?.value ?? known);
  return share === null ? '–' : formatPercent(share);
}
