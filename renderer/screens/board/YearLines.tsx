import { Link } from 'react-router';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import type { CaseSetName } from '../../../shared/domain/statistics.ts';
import type { Board } from '../../../shared/views.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { listPath } from '../../list-state.ts';
import styles from './YearLines.module.css';

type Year = Board['years'][number];

/** One line a year: received and settled, ended on time, online, with numerator and denominator, each number opening its cases. */
export function YearLines({ years }: { years: Year[] }) {
  return (
    <ul className={styles.lines} aria-label="Theo năm">
      {years.slice(0, 2).map((year) => (
        <YearLine key={year.year} {...year} />
      ))}
    </ul>
  );
}

function YearLine({ year, received, receivedSettled, early, onTime, late, noDeadline, online }: Year) {
  const inTime = early + onTime;
  const to = (set: CaseSetName) =>
    listPath({ filter: { figure: { set, from: `${year}-01-01`, to: `${year}-12-31` } } });
  return (
    <li className={styles.line}>
      <b className={styles.year}>Năm {year}</b>
      <span>
        Nhận và đã xong{' '}
        <Ratio
          numerator={receivedSettled}
          denominator={received}
          links={[to('receivedSettled'), to('received')]}
        />
      </span>
      <span>
        Đúng và trước hạn{' '}
        <Ratio
          numerator={inTime}
          denominator={inTime + late}
          links={[to('settledInTime'), to('settledWithDeadline')]}
        />
        <span className={styles.parts}>
          <Link to={to('settledEarly')}>trước hạn {formatInteger(early)}</Link>
          <Link to={to('settledOnTime')}>đúng hạn {formatInteger(onTime)}</Link>
          <Link className={styles.late} to={to('settledLate')}>
            {late > 0 && <Shape tone="late" />}quá hạn {formatInteger(late)}
          </Link>
          {noDeadline > 0 && <Link to={to('settledNoDeadline')}>không hạn {formatInteger(noDeadline)}</Link>}
        </span>
      </span>
      <span>
        Trực tuyến{' '}
        <Ratio numerator={online} denominator={received} links={[to('receivedOnline'), to('received')]} />
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
