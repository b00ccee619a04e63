import TextField from '@mui/material/TextField';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { roleLabels } from '../../../shared/labels.ts';
import { refusalWords } from '../../../shared/refusal-words.ts';
import type { CaseRow } from '../../../shared/views.ts';
import type { BulkResult, HandoverCheck } from '../../../shared/views-counter.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { SaidTicks } from '../../components/SaidTicks.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useSession } from '../../session.tsx';
import styles from './HandMany.module.css';

export type Way = 'handover' | 'results';

/** Many cases from hand to hand at once: which go, which cannot and why, then one click and one paper. */
export function HandMany({ way, chosen, onClose }: { way: Way; chosen: CaseRow[]; onClose: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery({
    ...trpc.batches.check.queryOptions({ way, ids: chosen.map(({ id }) => id) }),
    staleTime: 0,
  });
  const checks = asked.data ?? [];
  const going = checks.filter(({ refusal }) => refusal === null);
  const refused = checks.filter(({ refusal }) => refusal !== null);
  const takers = useTakers();
  const [toPersonId, setTo] = useState(takers[0]?.id ?? 0);
  const [agency, setAgency] = useState('');
  const [notes, setNotes] = useState('');
  const [isElectronic, setIsElectronic] = useState<boolean | null>(null);
  const { hand, pending, error } = useHand(way);
  const title = way === 'handover' ? 'Chuyển xử lý' : 'Bàn giao kết quả';
  const cases = going.map(({ id, version }) => ({ id, version }));
  return (
    <FormDialog
      title={`${title} ${formatInteger(chosen.length)} hồ sơ`}
      word={`${title} ${formatInteger(going.length)} hồ sơ`}
      pending={pending}
      error={error}
      disabled={going.length === 0 || (way === 'handover' && takers.length === 0)}
      onSubmit={() =>
        void hand({ cases, notes, toPersonId, agency, electronicResult: isElectronic ?? undefined })
      }
      onClose={onClose}
    >
      {way === 'handover' && (
        <>
          <TextField
            select
            label="Người nhận hồ sơ"
            value={takers.length > 0 ? toPersonId : ''}
            helperText={takers.length === 0 && 'Chưa có ai khác để nhận. Thêm người trong Cài đặt.'}
            onChange={({ target }) => setTo(Number(target.value))}
            slotProps={{ select: { native: true } }}
          >
            {takers.map(({ id, name, title: post, roles }) => (
              <option key={id} value={id}>
                {`${name}, ${post || roles.map((role) => roleLabels[role].toLowerCase()).join(', ')}`}
              </option>
            ))}
          </TextField>
          <LabelledField label="Gửi cơ quan ngoài, nếu có" value={agency} onChange={setAgency} />
        </>
      )}
      <LabelledField label="Ghi chú trên biên bản" value={notes} onChange={setNotes} />
      {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      <WillResolve checks={going} />
      {going.some(({ willResolve }) => willResolve) && (
        <div>
          <SaidTicks
            value={isElectronic}
            onChange={setIsElectronic}
            yes="Kết quả bản điện tử"
            no="Không có bản điện tử"
          />
        </div>
      )}
      <Refused way={way} refused={refused} chosen={chosen} />
    </FormDialog>
  );
}

/** Officers first, as in the hand-over of one case; never whoever sits here. */
function useTakers() {
  const { people, person } = useSession();
  return people
    .filter(
      ({ id, roles }) => id !== person?.id && roles.some((role) => role === 'officer' || role === 'clerk'),
    )
    .toSorted((a, b) => Number(b.roles.includes('officer')) - Number(a.roles.includes('officer')));
}

function useHand(way: Way) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const handOver = useMutation(trpc.batches.handOver.mutationOptions());
  const handResults = useMutation(trpc.batches.handOverResults.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  type Input = Parameters<typeof handOver.mutateAsync>[0] &
    Pick<Parameters<typeof handResults.mutateAsync>[0], 'electronicResult'>;
  const { run, pending } = useOnce(async ({ electronicResult, ...input }: Input) => {
    setError(null);
    try {
      const { cases, notes } = input;
      const done: BulkResult =
        way === 'handover'
          ? await handOver.mutateAsync(input)
          : await handResults.mutateAsync({ cases, notes, electronicResult });
      await navigate(`/bien-ban/${done.batchId}`, { state: { jobIds: done.jobIds } });
    } catch (refusal) {
      setError(refusal);
    }
  });
  return { hand: run, pending, error };
}

function WillResolve({ checks }: { checks: readonly HandoverCheck[] }) {
  const count = checks.filter(({ willResolve }) => willResolve).length;
  if (count === 0) return null;
  return (
    <p className={styles.note}>
      {formatInteger(count)} hồ sơ đang xử lý sẽ được ghi Giải quyết xong, có kết quả. Hồ sơ bị từ chối giải
      quyết: ghi ở trang hồ sơ trước.
    </p>
  );
}

/** Named before the click: they stay as they are. */
function Refused(props: { way: Way; refused: readonly HandoverCheck[]; chosen: readonly CaseRow[] }) {
  const { way, refused, chosen } = props;
  if (refused.length === 0) return null;
  return (
    <div className={styles.refused} role="status">
      <b>{formatInteger(refused.length)} hồ sơ không đi cùng, giữ nguyên:</b>
      <ul>
        {refused.map(({ id, caseCode, applicantName, refusal }) => {
          const status = chosen.find((row) => row.id === id)?.status ?? 'registered';
          const act = way === 'handover' ? 'handover' : 'resolve';
          return (
            <li key={id}>
              {caseCode} {applicantName}: {refusal && refusalWords({ act, status, refusal })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
