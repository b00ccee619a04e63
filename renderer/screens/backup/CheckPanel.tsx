import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import { faultWords, partWords } from '../../../shared/verify-words.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Backups.module.css';

/** Whether the register still says what its journal says, and the code that a paper can be held against. */
export function CheckPanel() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: view, error } = useQuery(trpc.verification.last.queryOptions());
  const run = useMutation(
    trpc.verification.run.mutationOptions({
      onSuccess: (told) => client.setQueryData(trpc.verification.last.queryKey(), told),
    }),
  );
  const last = view?.last ?? null;
  const fault = run.error ?? error;
  return (
    <Panel
      title="Kiểm tra sổ"
      note={view && `Mã nhật ký lúc này: ${view.head}`}
      actions={
        <Button size="small" disabled={run.isPending} onClick={() => run.mutate()}>
          {run.isPending ? 'Đang kiểm tra…' : 'Kiểm tra ngay'}
        </Button>
      }
    >
      {fault && <ErrorNotice error={fault} />}
      <div className={styles.fact} role="status">
        <StatusMark tone={last === null ? 'wait' : last.faults.length === 0 ? 'ok' : 'late'} strong>
          {last === null
            ? 'Chưa kiểm tra từ màn hình này'
            : last.faults.length === 0
              ? 'Sổ nguyên vẹn'
              : 'Sổ có chỗ khác nhật ký'}
        </StatusMark>
        {last && (
          <span>
            {`${formatShortTime(last.at)}, ${last.by}: đọc lại ${formatInteger(last.entries)} mục nhật ký đến mã ${last.head}; lần kiểm ghi thêm một mục ngay sau. `}
            {last.faults.length === 0
              ? 'Mọi mục nối liền nhau, từng dòng và số cộng dồn đúng như nhật ký ghi.'
              : 'Tệp được giữ nguyên; so với bản sao lưu và gọi người phụ trách máy trước khi làm tiếp.'}
          </span>
        )}
        {last?.faults.map(({ part, fault: found }) => (
          <span key={part}>
            {partWords[part]}: {faultWords(found)}
          </span>
        ))}
        <PaperField />
      </div>
    </Panel>
  );
}

/** A code of a closing sheet, held against the chain: one that was written anew does not have it. */
function PaperField() {
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const head = typed.replaceAll(/\s/g, '');
  const isWhole = /^[0-9a-f]{8}$/i.test(head);
  const { data: found } = useQuery({ ...trpc.verification.paper.queryOptions({ head }), enabled: isWhole });
  return (
    <div className={styles.paper}>
      <TextField
        size="small"
        label="Mã trên phiếu chốt ca"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span role="status">
        {!isWhole || found === undefined ? (
          'Mã nhật ký in trên mỗi phiếu chốt ca. Gõ mã của một tờ cũ để biết sổ có bị ghi lại hay không.'
        ) : (
          <StatusMark tone={found === null ? 'late' : 'ok'}>
            {found === null
              ? 'Sổ này không có mã đó: xem lại mã trên giấy; nếu đúng thì sổ đã bị ghi lại hoặc thay bằng bản khác'
              : `Sổ có mã này: mục ${formatInteger(found.seq)}, ${formatShortTime(found.at)}`}
          </StatusMark>
        )}
      </span>
    </div>
  );
}
