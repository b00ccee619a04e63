import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { checkPage } from '../../check-page/page.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Settings.module.css';

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
  const rotate = useMutation(
    trpc.signing.rotate.mutationOptions({
      onSuccess: (view) => client.setQueryData(trpc.signing.keys.queryKey(), view),
      onSettled: () => setAsking(false),
    }),
  );
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
      {(error ?? rotate.error) !== null && <ErrorNotice error={error ?? rotate.error} />}
      {isAsking && current && (
        <div className={styles.actions} role="status">
          <span className="grow">
            Phiếu in từ nay ký bằng khóa mới; phiếu đã in vẫn kiểm tra được. Sau đó lưu và phát lại trang kiểm
            tra.
          </span>
          <Button onClick={() => setAsking(false)}>Thôi</Button>
          <Button
            autoFocus
            variant="contained"
            color="primary"
            disabled={rotate.isPending}
            onClick={() => rotate.mutate({ number: current.number })}
          >
            Đổi khóa
          </Button>
        </div>
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

function saveText(text: string, fileName: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
