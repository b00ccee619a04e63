import { useEffect, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { type Approval, ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { CodeProof, CodeSheet } from '../../components/CodeSheet.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { ReopeningDialog } from './ReopeningDialog.tsx';
import styles from './Settings.module.css';

export type EncryptionWay = 'lock' | 'code' | 'unlock';

const titles = { lock: 'Mã hóa sổ', code: 'Mã mới của sổ', unlock: 'Tắt mã hóa sổ' };
const words = { lock: 'Mã hóa và mở lại quầy', code: 'Dùng mã này', unlock: 'Tắt và mở lại quầy' };

/** The code is shown this once and typed back; a second manager confirms. Then the counter opens again. */
export function EncryptionDialog(props: { way: EncryptionWay; atNextStart: boolean; onClose: () => void }) {
  const { way, atNextStart, onClose } = props;
  const { code, error: codeError } = useCode(way !== 'unlock');
  const [typed, setTyped] = useState('');
  const approval = useApproval();
  const [error, setError] = useState<unknown>(null);
  const [isDone, setDone] = useState(false);
  const act = useOnce(async (given: Approval) => {
    setError(null);
    try {
      if (way === 'lock') await api.encryption.turnOn.mutate({ typed, approval: given });
      if (way === 'code') await api.encryption.useCode.mutate({ typed, approval: given });
      if (way === 'unlock') await api.encryption.turnOff.mutate({ approval: given });
      if (way === 'code') onClose();
      else setDone(true);
    } catch (refusal) {
      setError(refusal);
    }
  });
  if (isDone) return <ReopeningDialog title={titles[way]} atNextStart={atNextStart} />;
  return (
    <FormDialog
      title={titles[way]}
      word={words[way]}
      pending={act.pending}
      error={codeError ?? error}
      disabled={approval.given === null || (way !== 'unlock' && (code === null || typed.trim() === ''))}
      wide
      onSubmit={() => {
        if (approval.given) void act.run(approval.given);
      }}
      onClose={onClose}
    >
      {way === 'unlock' ? (
        <p className={styles.why}>
          Sổ, bản sao lưu và phiếu trở lại dạng đọc được trên ổ đĩa. Sổ lớn mất vài phút, trong lúc đó quầy
          đóng.
        </p>
      ) : (
        <>
          <BookCode code={code} isNew={way === 'code'} />
          <CodeProof value={typed} onChange={setTyped} />
        </>
      )}
      <ApprovalFields approval={approval} />
    </FormDialog>
  );
}

/** One code for one dialog: each that is asked for forgets the one before. */
function useCode(isWanted: boolean): { code: string | null; error: unknown } {
  const [made, setMade] = useState<{ code: string | null; error: unknown }>({ code: null, error: null });
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isWanted || isAsked.current) return;
    isAsked.current = true;
    api.encryption.makeCode.mutate().then(
      ({ code }) => setMade({ code, error: null }),
      (error: unknown) => setMade({ code: null, error }),
    );
  }, [isWanted]);
  return made;
}

/** What goes into the envelope. */
function BookCode({ code, isNew }: { code: string | null; isNew: boolean }) {
  const { office } = useSession();
  const today = useOfficeNow().slice(0, 10);
  return (
    <CodeSheet name="Mã của sổ" unit={office?.unit ?? ''} day={today} code={code}>
      <p className={styles.why}>
        Mã chỉ hiện lần này và không lưu ở đâu. In hoặc chép ra giấy, cho vào phong bì niêm phong, cất trong
        két. Ghi rõ Mã của sổ ngoài phong bì: khác Mã khôi phục và Mã mở bản sao lưu. Dùng khi mở sổ trên máy
        khác, khi đổi người dùng hệ điều hành, hoặc khi quầy hỏi mã lúc mở.
      </p>
      <p className={styles.why}>
        {isNew
          ? 'Mã cũ không mở được sổ nữa, nhưng vẫn mở được các bản sao lưu ghi trước hôm nay.'
          : 'Không có mã này và hỏng máy thì không ai mở được sổ, kể cả người làm ra phần mềm.'}
      </p>
    </CodeSheet>
  );
}
