import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { formatCode, normaliseCode } from '../../shared/domain/account.ts';
import { pairingCodeLength } from '../../shared/domain/lan.ts';
import { formatDay, formatHour } from '../../shared/format.ts';
import type { PairingState } from '../../shared/views-lan.ts';
import { Mark } from '../components/Mark.tsx';
import styles from './Pairing.module.css';
import { type PairingFault, usePairing } from './use-pairing.ts';

/** What a new device of the local network sees first: one field for the code that an administrator reads out. */
export function PairingPage() {
  const { paired, fault, isSending, pair } = usePairing();
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.head}>
          <Mark />
          <b>Một Cửa</b>
        </header>
        {paired?.device ? (
          <Paired device={paired.device} path={paired.path ?? '/'} />
        ) : fault?.kind === 'notHere' ? (
          <>
            <h1>Trang này dành cho máy khác</h1>
            <p className={styles.how}>Máy đang mở quầy không cần ghép.</p>
            <a className={styles.go} href="/">
              Về quầy
            </a>
          </>
        ) : (
          <CodeForm
            revokedAt={paired?.revokedAt}
            fault={fault}
            isSending={isSending}
            onCode={(code) => void pair(code)}
          />
        )}
      </div>
    </main>
  );
}

function CodeForm(props: {
  revokedAt: string | undefined;
  fault: PairingFault | null;
  isSending: boolean;
  onCode: (code: string) => void;
}) {
  const { revokedAt, fault, isSending, onCode } = props;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const code = normaliseCode(typed);
  const waits = fault && 'seconds' in fault ? fault.seconds : 0;
  const isOther = code.length > pairingCodeLength;
  const isReady = code.length === pairingCodeLength && !isSending && waits <= 0;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isReady) onCode(code);
    else field.current?.focus();
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <h1>Ghép máy này với quầy</h1>
      {revokedAt !== undefined && (
        <p className={styles.ended} role="status">
          Máy này thôi được ghép từ {formatHour(revokedAt)} ngày {formatDay(revokedAt.slice(0, 10))}. Phần
          đang gõ chưa gửi không được lưu: làm tiếp ở quầy khác, hoặc hỏi quản trị để ghép lại.
        </p>
      )}
      <p className={styles.how}>
        Ở máy chủ quầy: Cài đặt, mục Mạng nội bộ, bấm Thêm thiết bị. Gõ mã ghép hiện ở đó, 10 chữ và số, vào
        đây.
      </p>
      <input
        ref={field}
        className={styles.code}
        aria-label="Mã ghép"
        aria-invalid={fault !== null || isOther}
        aria-describedby="pairing-fault"
        value={typed}
        placeholder="XXXXX-XXXXX"
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={40}
        onChange={({ target }) => setTyped(grouped(target.value))}
      />
      <p id="pairing-fault" className={styles.fault} role="alert">
        {isOther ? otherCodeWords : fault && faultWords(fault)}
      </p>
      <button type="submit" className={styles.go} disabled={!isReady}>
        {isSending ? 'Đang ghép' : waits > 0 ? `Thử lại sau ${waitWords(waits)}` : 'Ghép máy'}
      </button>
      <details className={styles.more}>
        <summary>Trình duyệt báo kết nối không riêng tư</summary>
        <p>
          Máy này chưa có chứng thư của cơ quan. Hỏi quản trị tệp mot-cua.crt, hoặc{' '}
          <a href="/ghep/mot-cua.crt" download>
            tải ở đây
          </a>
          . Trước khi cài, so dấu vân tay của chứng thư với tờ hướng dẫn: khác một chữ thì không cài.
        </p>
      </details>
    </form>
  );
}

function Paired({ device, path }: { device: NonNullable<PairingState['device']>; path: string }) {
  useEffect(() => {
    const timer = setTimeout(() => window.location.assign(path), 2000);
    return () => clearTimeout(timer);
  }, [path]);
  return (
    <>
      <h1 role="status">Đã ghép: {device.name}</h1>
      <p className={styles.how}>{nextWords[device.kind]}</p>
      <a className={styles.go} href={path}>
        Mở
      </a>
    </>
  );
}

const nextWords = {
  counter: 'Đang mở trang đăng nhập. Lần sau mở lại địa chỉ này, không cần mã.',
  display: 'Đang mở màn hình người dân. Bật chế độ toàn màn hình (F11) và để máy luôn mở.',
  rating: 'Đang mở trang đánh giá. Bật chế độ toàn màn hình và để máy luôn mở.',
} as const;

function faultWords(fault: PairingFault): string {
  switch (fault.kind) {
    case 'wrongCode':
      return 'Mã chưa đúng, đã dùng hoặc đã hết hạn. Xem lại mã ở máy chủ quầy, hoặc lấy mã khác.';
    case 'tooManyTries':
      return 'Đã gõ sai nhiều lần. Đợi hết thời gian bên dưới rồi thử lại.';
    case 'tooFast':
      return 'Máy này hỏi quá nhanh. Đợi một lát rồi thử lại.';
    case 'cut':
      return 'Không liên lạc được với máy chủ quầy. Kiểm tra mạng và máy chủ rồi thử lại.';
    case 'notHere':
      return '';
  }
}

const waitWords = (seconds: number): string =>
  seconds < 120 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;

const otherCodeWords =
  'Mã ghép chỉ có 10 chữ và số. Mã 20 chữ trong phong bì của đơn vị không dùng ở đây: xem mã ở máy chủ quầy.';

/** "abcde12345" → "ABCDE-12345", as far as it is typed. */
const grouped = (text: string): string => formatCode(normaliseCode(text));
