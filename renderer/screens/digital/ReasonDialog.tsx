import { useState } from 'react';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';

/** What is taken back is taken back with a reason. */
export function ReasonDialog(props: {
  title: string;
  word: string;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { title, word, onReason, onClose } = props;
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      word={word}
      pending={false}
      disabled={reason.trim() === ''}
      onSubmit={() => onReason(reason.trim())}
      onClose={onClose}
    >
      <LabelledField
        label="Lý do"
        value={reason}
        onChange={setReason}
        hint="Ghi vào nhật ký; các con số tính lại ngay."
      />
    </FormDialog>
  );
}
