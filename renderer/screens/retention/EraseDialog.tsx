import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useTRPC } from '../../api.ts';
import { ApprovalFields } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { GoesAndStays } from './GoesAndStays.tsx';
import { goesWords, staysOfCards, staysWords } from './retention-words.ts';
import { useErasing } from './use-erasing.ts';

/** Says what would go and what stays, and does it with a reason, its ground and a second manager. */
export function EraseDialog(props: { codes: string[]; onErased: () => void; onClose: () => void }) {
  const { codes, onErased, onClose } = props;
  const trpc = useTRPC();
  const rehearsal = useQuery({ ...trpc.retention.rehearse.queryOptions({ codes }), gcTime: 0 });
  const [reason, setReason] = useState('Hết thời hạn lưu của thủ tục');
  const [ground, setGround] = useState('Điều 14 Luật 91/2025/QH15');
  const {
    shown: counts,
    approval,
    moved,
    error,
    erase,
  } = useErasing(rehearsal, async (shown, given) => {
    await api.retention.erase.mutate({ codes, shown, reason, ground, approval: given });
    onErased();
    onClose();
  });
  const isFilled = reason.trim() !== '' && ground.trim() !== '' && approval.given !== null;
  return (
    <FormDialog
      title="Xóa dữ liệu cá nhân hết hạn"
      word={erase.pending ? 'Đang xóa…' : 'Xóa hẳn'}
      pending={erase.pending}
      error={error}
      disabled={!isFilled || counts === undefined || counts.cases === 0}
      wide
      onSubmit={() => void erase.run()}
      onClose={onClose}
    >
      {rehearsal.isError && <ErrorNotice error={rehearsal.error} />}
      {counts && (
        <GoesAndStays goes={goesWords(counts)} stays={[...staysWords, staysOfCards]} moved={moved} />
      )}
      <LabelledField label="Lý do" value={reason} onChange={setReason} />
      <LabelledField label="Căn cứ" value={ground} onChange={setGround} />
      <ApprovalFields approval={approval} />
    </FormDialog>
  );
}
