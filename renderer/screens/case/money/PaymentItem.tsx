import Button from '@mui/material/Button';
import { citizenLines } from '../../../../shared/domain/fee-words.ts';
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

/** One collection: its sum and state, its lines, what may be done, and its history. */
export function PaymentItem({ payment, act, isPrinting, onAsk, onPrint }: PaymentItemProps) {
  const { id, version, status, amountVnd, method, lines, events, noteNo } = payment;
  const { takes } = useMoneyRole();
  const isWaiting = status === 'unpaid' || status === 'qrShown';
  const isVoid = status === 'cancelled';
  const takeCash = () =>
    void act.run(
      () => act.confirm({ paymentId: id, version, method: 'cash' }),
      () => {},
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
        {told(events).map((event) => {
          const { title, note } = paymentWords(event);
          return (
            <li key={`${event.at} ${event.kind} ${title}`}>
              {title}
              <small>{[whenAndWho(event), note].filter(Boolean).join(' · ')}</small>
            </li>
          );
        })}
      </ol>
      {takes && isWaiting && (
        <div className={styles.acts}>
          <Button size="small" disabled={act.pending} onClick={takeCash}>
            Thu tiền mặt
          </Button>
          <Button size="small" disabled={act.pending} onClick={() => onAsk('transfer')}>
            Đã thấy chuyển khoản
          </Button>
          <Button size="small" disabled={act.pending} onClick={() => onAsk('qr')}>
            Hiện QR
          </Button>
        </div>
      )}
      {takes && noteNo !== '' && !isVoid && (
        <div className={styles.acts}>
          <Button size="small" disabled={isPrinting} onClick={onPrint}>
            In phiếu thu
          </Button>
        </div>
      )}
    </li>
  );
}

/** What was demanded and settled in one breath is one deed. */
function told(events: PaymentView['events']): PaymentView['events'] {
  const [first, second] = events;
  const isOneDeed = second?.kind === 'confirmed' && first?.at === second.at && first.by.id === second.by.id;
  return isOneDeed ? events.slice(1) : events;
}
