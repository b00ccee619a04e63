import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useTRPC } from '../../api.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { goesWords, staysOfDigital, staysWords } from '../retention/retention-words.ts';
import styles from './Subjects.module.css';

/** Erases what a person asked to have erased, as far as no duty holds it: says what goes and what stays, with a second manager. */
export function RequestErase(props: {
  requestId: number;
  citizenId: number;
  code: string;
  name: string;
  onClose: () => void;
}) {
  const { requestId, citizenId, code, name, onClose } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const rehearsal = useQuery({ ...trpc.retention.rehearsePerson.queryOptions({ citizenId }), staleTime: 0 });
  const counts = rehearsal.data;
  // Nothing to erase yet: all his cases still run.
  const isHeld = counts !== undefined && counts.cases === 0 && counts.held.length > 0;
  const [ground, setGround] = useState('Điều 14 Luật 91/2025/QH15');
  const approval = useApproval();
  const [error, setError] = useState<unknown>(null);
  const erase = useOnce(async () => {
    if (approval.given === null || counts === undefined) return;
    setError(null);
    try {
      await api.retention.erasePerson.mutate({
        citizenId,
        cases: counts.cases,
        requestId,
        reason: `Theo yêu cầu ${code}`,
        ground,
        approval: approval.given,
      });
      await client.invalidateQueries();
      onClose();
    } catch (refusal) {
      setError(refusal);
      void rehearsal.refetch();
    }
  });
  return (
    <FormDialog
      title={`Xóa dữ liệu của ${name}`}
      word={erase.pending ? 'Đang xóa…' : 'Xóa hẳn'}
      pending={erase.pending}
      error={error}
      disabled={counts === undefined || isHeld || ground.trim() === '' || approval.given === null}
      wide
      onSubmit={() => void erase.run()}
      onClose={onClose}
    >
      {rehearsal.isError && <ErrorNotice error={rehearsal.error} />}
      {counts && (
        <div className={styles.said}>
          <h3>{isHeld ? 'Chưa xóa được gì' : 'Mất hẳn, không lấy lại được'}</h3>
          <ul>
            {isHeld ? (
              <li>
                Mọi hồ sơ của người này còn việc phải làm theo luật. Trả lời là chưa xóa được, nêu căn cứ.
              </li>
            ) : (
              goesWords(counts).map((words) => <li key={words}>{words}</li>)
            )}
          </ul>
          <h3>Còn lại</h3>
          <ul>
            {counts.held.length > 0 && (
              <li>
                {counts.held.length} hồ sơ đang giải quyết hoặc còn việc, chưa xóa được:{' '}
                {counts.held.map(({ caseCode }) => caseCode).join(', ')}.
              </li>
            )}
            {counts.openFeedback > 0 && (
              <li>{counts.openFeedback} phản ánh chưa giải quyết xong, kể cả tên và điện thoại người gửi.</li>
            )}
            <li>Yêu cầu về dữ liệu: còn lời đã ghi, không còn tên, số và điện thoại của người này.</li>
            {counts.digital > 0 && <li>{staysOfDigital}</li>}
            {staysWords.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {!isHeld && (
        <>
          <LabelledField label="Căn cứ" value={ground} onChange={setGround} />
          <ApprovalFields approval={approval} />
        </>
      )}
    </FormDialog>
  );
}
