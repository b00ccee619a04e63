import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatMoney, formatShortTime } from '../../../shared/format.ts';
import type { EmergencyRow, EmergencyWork } from '../../../shared/views-emergency.ts';
import { api, useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOnce } from '../../components/use-once.ts';
import { mergeSentence } from '../../merge-sentences.ts';
import styles from './Backups.module.css';

/** Emergency registers that lie aside; nothing where there never was one. */
export function EmergencyPanel() {
  const trpc = useTRPC();
  const list = useQuery(trpc.emergency.list.queryOptions());
  const [chosen, setChosen] = useState<EmergencyRow | null>(null);
  if (list.data === undefined || list.data.length === 0) return null;
  return (
    <Panel title="Sổ tạm khi hỏng" note="hồ sơ nhận trong lúc chờ, mang số riêng">
      {list.data.map((row) => (
        <div key={row.name} className={styles.fact}>
          <StatusMark tone={row.merged ? 'ok' : 'due'} strong>
            {row.merged ? 'Đã đưa vào sổ' : 'Chưa đưa vào sổ'}
          </StatusMark>
          <span>
            Sổ tạm từ {formatShortTime(row.at)}
            {row.merged
              ? `, ${row.merged.by} đưa vào lúc ${formatShortTime(row.merged.at)}.`
              : row.work && `: ${countWords(row.work)}.`}{' '}
            {row.fault !== null && !row.merged && mergeSentence(row.fault)}
          </span>
          {row.fault === null && (
            <div>
              <Button size="small" onClick={() => setChosen(row)}>
                Đưa vào sổ…
              </Button>
            </div>
          )}
        </div>
      ))}
      {chosen?.work && <MergeDialog name={chosen.name} work={chosen.work} onClose={() => setChosen(null)} />}
    </Panel>
  );
}

const countWords = ({ cases, firstCode, lastCode, payments, keptVnd }: EmergencyWork): string =>
  [
    `${formatInteger(cases)} hồ sơ${cases === 0 ? '' : cases === 1 ? ` ${firstCode}` : ` từ ${firstCode} đến ${lastCode}`}`,
    `${formatInteger(payments)} khoản thu, còn giữ ${formatMoney(keptVnd)}`,
  ].join('; ');

/** What comes, and what stays in the file, before it is done. */
function MergeDialog(props: { name: string; work: EmergencyWork; onClose: () => void }) {
  const { name, work, onClose } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const merge = useOnce(async () => {
    setError(null);
    try {
      await api.emergency.merge.mutate({ name });
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
    await client.invalidateQueries({ queryKey: trpc.emergency.pathKey() });
  });
  const { feedback, tickets, digital } = work.left;
  const left = [
    feedback > 0 ? `${formatInteger(feedback)} phản ánh` : '',
    tickets > 0 ? `${formatInteger(tickets)} số thứ tự` : '',
    digital > 0 ? `${formatInteger(digital)} lần ghi hỗ trợ số` : '',
    'các thay đổi ở Cài đặt',
  ].filter(Boolean);
  return (
    <FormDialog
      title="Đưa sổ tạm vào sổ"
      word="Đưa vào sổ"
      wide
      pending={merge.pending}
      error={error}
      onSubmit={() => void merge.run()}
      onClose={onClose}
    >
      <dl className={styles.facts}>
        <dt>Sẽ có thêm</dt>
        <dd>{countWords(work)}</dd>
        <dt>Người dân</dt>
        <dd>
          {formatInteger(work.knownPeople)} người đã có theo số định danh; {formatInteger(work.newPeople)} thẻ
          mới, người không ghi số định danh có thẻ riêng, gộp sau ở Người dân
        </dd>
        {work.joinedShifts.length > 0 && (
          <>
            <dt>Ca đang mở</dt>
            <dd>
              tiền ca tạm chưa chốt của {work.joinedShifts.join(', ')} vào ca người ấy đang mở; tiền lẻ đầu ca
              tạm không cộng
            </dd>
          </>
        )}
        <dt>Ở lại tệp sổ tạm</dt>
        <dd>{left.join(', ')}</dd>
      </dl>
      <p className={styles.quiet}>
        Số hồ sơ, số phiếu thu, giờ và người làm giữ như trên giấy. Đưa vào trọn hoặc không gì cả; tệp sổ tạm
        vẫn giữ.
      </p>
    </FormDialog>
  );
}
