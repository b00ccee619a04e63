import { Link } from 'react-router';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import type { Board } from '../../../shared/views.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { type CaseListFilter, listPath } from '../../list-state.ts';
import styles from './YearLines.module.css';

type Year = Board['years'][number];

/** One line a year: settled, on time, online, with numerator and denominator, each number opening its cases. */
export function YearLines({ years }: { years: Year[] }) {
  return (
    <ul className={styles.lines} aria-label="Theo năm">
      {years.slice(0, 2).map((year) => (
        <YearLine key={year.year} {...year} />
      ))}
    </ul>
  );
}

function YearLine({ year, received, settled, early, onTime, late, noDeadline, online }: Year) {
  const inTime = early + onTime;
  const to = (filter: CaseListFilter) =>
    listPath({ view: 'all', filter: { year, received: true, ...filter } });
  return (
    <li className={styles.line}>
      <b className={styles.year}>Năm {year}</b>
      <span>
        Đã giải quyết{' '}
        <Ratio numerator={settled} denominator={received} links={[to({ settled: true }), to({})]} />
      </span>
      <span>
        Đúng và trước hạn{' '}
        <Ratio
          numerator={inTime}
          denominator={inTime + late}
          links={[to({ timeliness: ['early', 'onTime'] }), to({ timeliness: ['early', 'onTime', 'late'] })]}
        />
        <span className={styles.parts}>
          <Link to={to({ timeliness: ['early'] })}>trước hạn {formatInteger(early)}</Link>
          <Link to={to({ timeliness: ['onTime'] })}>đúng hạn {formatInteger(onTime)}</Link>
          <Link className={styles.late} to={to({ timeliness: ['late'] })}>
            {late > 0 && <Shape tone="late" />}quá hạn {formatInteger(late)}
          </Link>
          {noDeadline > 0 && (
            <Link to={to({ timeliness: ['noDeadline'] })}>không hạn {formatInteger(noDeadline)}</Link>
          )}
        </span>
      </span>
      <span>
        Trực tuyến{' '}
        <Ratio numerator={online} denominator={received} links={[to({ channel: 'online' }), to({})]} />
      </span>
    </li>
  );
}

interface RatioProps {
  numerator: number;
  denominator: number;
  /** Where each of the two numbers leads: a list of exactly these cases. */
  links: [string, string];
}

function Ratio({ numerator, denominator, links }: RatioProps) {
  const [fraction = '', percent] = formatRatio(numerator, denominator).split(' = ');
  const [above = '', below = ''] = fraction.split('/');
  return (
    <b className={styles.ratio}>
      <Link to={links[0]}>{above}</Link>/<Link to={links[1]}>{below}</Link>
      {percent && ` = ${percent}`}
    </b>
  );
}
