import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format.ts';
import { api, useTRPC } from '../../api.ts';
import { checkPage } from '../../check-page/page.ts';
import { ApprovalDialog } from '../../components/ApprovalDialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Settings.module.css';
import { saveText } from './save-text.ts';

/** Chữ ký trên phiếu: the key that signs, its change, and what others need to check with. */
export function SigningPart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { person } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const keys = useQuery(trpc.signing.keys.queryOptions()).data?.keys ?? [];
  const current = keys.find(({ signs }) => signs);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keyFile = () => client.fetchQuery(trpc.signing.keyFile.queryOptions(undefined, { staleTime: 0 }));
  const saving = useOnce(async (what: 'page' | 'key') => {
    setError(null);
    try {
      const file = await keyFile();
      if (what === 'key') saveText(JSON.stringify(file, null, 1), 'khoa-cong-khai.json', 'application/json');
      else saveText(await checkPage(await readScript(), file, today), 'kiem-tra-phieu.html', 'text/html');
    } catch (refusal) {
      setError(refusal);
    }
  });
  const mayRotate = person?.roles.includes('administrator') ?? false;
  return (
    <section id="chu-ky" className={styles.part} aria-labelledby="chu-ky-title">
      <h2 id="chu-ky-title">Chữ ký trên phiếu</h2>
      <p className={styles.why}>
        Mã QR trên phiếu hẹn mang chữ ký của cơ quan: ai có khóa công khai cũng biết phiếu thật hay đã sửa, kể
        cả khi không có mạng. Khóa bí mật nằm trong sổ và được sao lưu cùng sổ.
      </p>
      <ul className={styles.people}>
        {keys.map(({ number, madeOn, retiredOn, signs, agencyCode }) => (
          <li key={number}>
            <span className="grow">
              <b>Khóa {number}</b>
              <span>
                {retiredOn === null
                  ? `từ ${formatDay(madeOn)}`
                  : `${formatDay(madeOn)} – ${formatDay(retiredOn)}`}
              </span>
            </span>
            <span>{agencyCode}</span>
            {signs ? <StatusMark tone="ok">đang ký</StatusMark> : <span>chỉ còn để kiểm tra</span>}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
      {isAsking && current && (
        <ApprovalDialog
          title="Đổi khóa ký phiếu"
          word="Đổi khóa"
          run={async (approval) => {
            const view = await api.signing.rotate.mutate({ number: current.number, approval });
            client.setQueryData(trpc.signing.keys.queryKey(), view);
          }}
          onClose={() => setAsking(false)}
        >
          Phiếu in từ nay ký bằng khóa mới; phiếu đã in vẫn kiểm tra được. Sau đó lưu và phát lại trang kiểm
          tra.
        </ApprovalDialog>
      )}
      <div className={styles.actions}>
        {!mayRotate && <span className={styles.why}>Chỉ quản trị đổi được khóa.</span>}
        <Button component={Link} to="/kiem-tra-phieu">
          Kiểm tra một phiếu
        </Button>
        <Button disabled={saving.pending} onClick={() => void saving.run('key')}>
          Lưu khóa công khai
        </Button>
        <Button disabled={saving.pending} onClick={() => void saving.run('page')}>
          Lưu trang kiểm tra
        </Button>
        <Button disabled={!mayRotate || isAsking || !current} onClick={() => setAsking(true)}>
          Đổi khóa…
        </Button>
      </div>
    </section>
  );
}

/** The script of the page, built beside the windows' own. */
async function readScript(): Promise<string> {
  const reply = await fetch('/check-page.js');
  if (!reply.ok) throw new Error('The script of the page for checking is missing');
  return reply.text();
}
