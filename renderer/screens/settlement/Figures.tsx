import { Link } from 'react-router';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import { paymentMethodLabels } from '../../../shared/labels.ts';
import type { Settlement } from '../../../shared/views-shift.ts';
import styles from './Settlement.module.css';
import { type MoneyFilter, pathOf, type SettlementPlace } from './settlement-place.ts';

/** The identity by which a month is checked, and the share that was paid without cash; each number opens its lines. */
export function Figures({ place, settlement }: { place: SettlementPlace; settlement: Settlement }) {
  const { total, cashless, withoutReceipt } = settlement;
  const to = (filter: MoneyFilter) => pathOf({ ...place, filter });
  return (
    <section className={styles.figures} aria-label="Tổng của kỳ">
      <div className={styles.equation}>
        {(['cash', 'transfer', 'onlinePayment'] as const).map((method, index) => (
          <Term
            key={method}
            sign={index === 0 ? '' : '+'}
            amount={total[method]}
            word={paymentMethodLabels[method]}
            to={to({ way: 'taken', method })}
          />
        ))}
        <Term
          sign="−"
          amount={total.returned}
          word={`Hoàn, hủy (${formatInteger(total.returns)})`}
          to={to({ way: 'returned' })}
        />
        <Term sign="=" amount={total.net} word="Còn lại, đồng" to={to({})} isSum />
      </div>
      <dl className={styles.shares}>
        <div>
          <dt>Hồ sơ không dùng tiền mặt</dt>
          <dd>
            <Link to={to({ standing: true, cashless: true })}>
              {formatRatio(cashless.cashlessCases, cashless.cases)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>Số tiền không dùng tiền mặt</dt>
          <dd>
            <Link to={to({ standing: true, cashless: true })}>
              {formatRatio(cashless.cashlessVnd, cashless.amountVnd)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>Chưa ghi số biên lai</dt>
          <dd>
            <Link to={to({ withoutReceipt: true })}>
              {formatInteger(withoutReceipt)}/{formatInteger(total.notes)}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Term(props: { sign: string; amount: number; word: string; to: string; isSum?: boolean }) {
  const { sign, amount, word, to, isSum = false } = props;
  return (
    <>
      {sign !== '' && (
        <span className={styles.sign} aria-hidden="true">
          {sign}
        </span>
      )}
      <Link className={styles.term} to={to} data-sum={isSum || undefined}>
        <b>{formatInteger(amount)}</b>
        <span>{word}</span>
      </Link>
    </>
  );
}
