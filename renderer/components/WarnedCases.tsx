import { Link } from 'react-router';
import { warningReasons } from '../../shared/early-warning-words.ts';
import type { WarnedCase } from '../../shared/views-warning.ts';
import styles from './WarnedCases.module.css';

/** So many reasons beside a case; all of them where the pointer rests. */
const mostReasons = 2;

/** Cases that will likely be late, each with why. */
export function WarnedCases({ cases }: { cases: readonly WarnedCase[] }) {
  return (
    <ul className={styles.cases}>
      {cases.map(({ id, applicantName, procedureShortName, holderName, facts }) => {
        const reasons = warningReasons(facts, holderName);
        return (
          <li key={id}>
            <Link to={`/ho-so/${id}`} title={`${applicantName}, ${procedureShortName}`}>
              {applicantName}, {procedureShortName}
            </Link>
            <p title={reasons.join('; ')}>{shown(reasons)}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** The heaviest reasons, and the time that is left always among them. */
function shown(reasons: readonly string[]): string {
  const words = [...reasons.slice(0, mostReasons - 1), reasons.at(-1)].filter((word) => word !== undefined);
  return [...new Set(words)].join('; ').replace(/^./u, (first) => first.toUpperCase());
}
