import { formatMoney } from '../../../shared/format.ts';
import type { CitizenFee, TransferView } from '../../../shared/views-display.ts';
import { QrCode } from '../QrCode.tsx';
import styles from './FeeCard.module.css';

/** What is to be paid and how. Nothing here says that money has arrived. */
export function FeeCard({ fee }: { fee: CitizenFee }) {
  const { amountVnd, lines, transfer } = fee;
  const how = howWords(fee);
  return (
    <section className={transfer ? styles.card : `${styles.card} ${styles.small}`} aria-label="Lệ phí">
      <p className={styles.lead}>Lệ phí</p>
      <p className={amountVnd === null ? styles.unknown : styles.amount}>{amountWords(fee)}</p>
      {lines.length > 1 && (
        <ul className={styles.lines}>
          {lines.map(({ name, amountVnd: part }) => (
            <li key={name}>
              <span>{name}</span>
              <span className="nowrap">{part === null ? '' : formatMoney(part)}</span>
            </li>
          ))}
        </ul>
      )}
      {transfer && <Transfer transfer={transfer} />}
      {how !== '' && <p className={styles.how}>{how}</p>}
      {transfer && (
        <div className={styles.account}>
          <p className={lengthStyle(transfer.bankName)}>{transfer.bankName}</p>
          <p>
            <b>{grouped(transfer.account)}</b>
          </p>
          <p className={lengthStyle(transfer.holder)}>{transfer.holder}</p>
        </div>
      )}
    </section>
  );
}

function Transfer({ transfer }: { transfer: TransferView }) {
  return (
    <div className={styles.qr}>
      <QrCode
        qr={transfer.qr}
        label={`Mã VietQR của tài khoản ${transfer.account}, ${transfer.bankName}, ${transfer.holder}`}
      />
    </div>
  );
}

/** A name that needs two lines gets smaller ones. */
function lengthStyle(name: string): string | undefined {
  return name.length > oneLine ? styles.long : undefined;
}

const oneLine = 32;

function amountWords({ amountVnd, method }: CitizenFee): string {
  if (method === 'exempt') return 'Được miễn';
  if (amountVnd === null) return 'Cán bộ báo mức thu';
  return amountVnd === 0 ? 'Không thu' : formatMoney(amountVnd);
}

function howWords({ amountVnd, method, transfer }: CitizenFee): string {
  if (amountVnd === null || amountVnd === 0 || method === 'exempt') return '';
  if (transfer) return 'Quét mã, hoặc trả tiền mặt';
  switch (method) {
    case 'transfer':
      return 'Chuyển khoản theo hướng dẫn của cán bộ';
    case 'onlinePayment':
      return 'Thanh toán trực tuyến';
    case 'later':
      return 'Trả khi nhận kết quả';
    default:
      return 'Trả tiền mặt tại quầy';
  }
}

/** "0000 0000 0000": read aloud, typed, compared. */
function grouped(account: string): string {
  return account.replace(/(.{4})(?=.)/g, '$1 ');
}
