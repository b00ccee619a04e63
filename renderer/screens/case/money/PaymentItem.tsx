import Button from '@mui/material/Button';
import { citizenLines } from '../../../../shared/domain/fee-words.ts';
import { isOneDeed, isOpen } from '../../../../shared/domain/payment.ts';
import { formatMoney } from '../../../../shared/format.ts';
import { paymentMethodLabels } from '../../../../shared/labels.ts';
import type { PaymentView } from '../../../../shared/views-money.ts';
import styles from './Money.module.css';
import type { MoneyQuestionKind } from './MoneyDialog.tsx';
import { MorePaymentActs } from './MorePaymentActs.tsx';
import { paymentStatusWords, paymentWords, whenAndWho } from './money-words.ts';
import { type MoneyActing, useMoneyRole } from './use-money.ts';

interface PaymentItemProps {
  payment: PaymentView;
  act: MoneyActing;
  isPrinting: boolean;
  onAsk: (kind: MoneyQuestionKind) => void;
  onPrint: () => void;
}

/** One collection: its sum and state, what may be done, the agreed way first; its lines and history unfold. */
export function PaymentItem({ payment, act, isPrinting, onAsk, onPrint }: PaymentItemProps) {
  const { id, version, status, amountVnd, method, lines, events, noteNo } = payment;
  const { takes } = useMoneyRole();
  const isWaiting = isOpen(payment);
  const isVoid = status === 'cancelled';
  const takeCash = () =>
    void act.run(
      () => act.confirm({ paymentId: id, version, method: 'cash' }),
      () => {},
    );
  const cash = (
    <Button size="small" disabled={act.pending} onClick={takeCash}>
      Thu tiền mặt
    </Button>
  );
  const seen = (
    <Button size="small" disabled={act.pending} onClick={() => onAsk('transfer')}>
      Đã thấy chuyển khoản
    </Button>
  );
  const code = (
    <Button size="small" disabled={act.pending} onClick={() => onAsk('qr')}>
      Hiện QR
    </Button>
  );
  return (
    <li className={styles.payment} data-waits={isWaiting || undefined}>
      <div className={styles.head}>
        <span>
          {status === 'exempt' ? (
            <b>Miễn lệ phí</b>
          ) : (
            <b data-void={isVoid || undefined}>{formatMoney(amountVnd)}</b>
          )}
          {status !== 'exempt' &&
            ` ${paymentMethodLabels[method].toLowerCase()}, ${paymentStatusWords(payment)}`}
        </span>
        <MorePaymentActs payment={payment} disabled={act.pending} onAsk={onAsk} />
      </div>
      {takes && isWaiting && (
        <div className={styles.acts} data-acts>
          {method === 'transfer' ? (
            <>
              {seen}
              {code}
              {cash}
            </>
          ) : (
            <>
              {cash}
              {seen}
              {code}
            </>
          )}
        </div>
      )}
      {takes && noteNo !== '' && !isVoid && (
        <div className={styles.acts} data-acts>
          <Button size="small" disabled={isPrinting} onClick={onPrint}>
            In phiếu thu
          </Button>
        </div>
      )}
      <details className={styles.more}>
        <summary>Chi tiết</summary>
        {lines.length > 0 && status !== 'exempt' && !isVoid && (
          <ul className={styles.lines}>
            {citizenLines(lines).map((line) => (
              <li key={`${line.name} ${line.how}`}>
                <span>
                  {line.name}
                  {line.how && <small>{line.how}</small>}
                </span>
                <span>{line.amountVnd === null ? 'chưa có mức' : formatMoney(line.amountVnd)}</span>
              </li>
            ))}
          </ul>
        )}
        <ol className={styles.history}>
          {events
            .filter((event, place) => !isOneDeed(event, events[place + 1]))
            .map((event) => {
              const { title, note } = paymentWords(event);
              return (
                <li key={`${event.at} ${event.kind} ${title}`}>
                  {title}
                  <small>{[whenAndWho(event), note].filter(Boolean).join(' · ')}</small>
                </li>
              );
            })}
        </ol>
      </details>
    </li>
  );
}
