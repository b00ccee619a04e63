import { type FormEvent, useEffect, useState } from 'react';
import type { PairingRefusal, PairingState } from '../../shared/views-lan.ts';
import styles from './Pairing.module.css';

/** Where a new device types the code that an administrator reads out; a paired one goes on to its own page. */
export function PairingPage() {
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);

  useEffect(() => {
    void fetch('/ghep/state')
      .then(async (reply) => goOn(await reply.json()))
      .catch(() => undefined);
  }, []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsSending(true);
    const reply = await fetch('/ghep/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    }).catch(() => null);
    setIsSending(false);
    if (reply?.ok) return goOn(await reply.json());
    setFault(reply ? sentenceOf(await reply.json().catch(() => null)) : lineCut);
  };

  return (
    <main className={styles.page}>
      <h1>Ghép máy này với quầy</h1>
      <p>Nhờ quản trị mở Cài đặt, mục Mạng nội bộ, bấm Ghép máy mới rồi đọc mã.</p>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        <label htmlFor="code">Mã ghép</label>
        <input
          id="code"
          className={styles.code}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          // biome-ignore lint/a11y/noAutofocus: the one field of the page
          autoFocus
        />
        <button type="submit" className={styles.act} disabled={isSending || code.trim() === ''}>
          Ghép máy
        </button>
      </form>
      <p role="alert">{fault}</p>
      <p>
        <a href="/ghep/mot-cua.crt">Tải chứng chỉ của quầy</a> để máy này tin địa chỉ này, sau khi so vân tay
        với tờ quản trị in.
      </p>
    </main>
  );
}

const lineCut = 'Không liên lạc được với máy chủ quầy. Kiểm tra dây mạng rồi thử lại.';

function goOn({ path }: PairingState): void {
  if (path !== null) window.location.assign(path);
}

function sentenceOf(refusal: PairingRefusal | null): string {
  if (refusal === null) return 'Quầy đang bận. Thử lại sau ít giây.';
  const { code, seconds } = refusal.error;
  const wait = seconds > 0 ? ` Thử lại sau ${seconds} giây.` : '';
  return code === 'wrongCode' ? `Không có mã này, hoặc mã đã hết hạn.${wait}` : `Đã gõ sai nhiều lần.${wait}`;
}
