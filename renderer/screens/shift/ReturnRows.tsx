import { Link } from 'react-router';
import { formatMoney } from '../../../shared/format.ts';
import { moveLabels, paymentMethodLabels } from '../../../shared/labels.ts';
import type { MoneyReturn } from '../../../shared/views-shift.ts';
import styles from './Shift.module.css';

/** What went back, each with its reason; opens the case. */
export function ReturnRows({ returns }: { returns: readonly MoneyReturn[] }) {
  return (
    <ul className={styles.rows}>
      {returns.map(({ kind, paymentId, caseId, noteNo, method, amountVnd, reason }, index) => (
        // A note may be given back twice, for the same amount and reason.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
        <li key={`${paymentId}-${index}`}>
          <Link to={`/ho-so/${caseId}`}>
            <b>
              {moveLabels[kind]} {noteNo}
            </b>
            <small className="cut" title={reason}>
              {paymentMethodLabels[method].toLowerCase()}, {reason}
            </small>
          </Link>
          <span>− {formatMoney(amountVnd)}</span>
        </li>
      ))}
    </ul>
  );
}
