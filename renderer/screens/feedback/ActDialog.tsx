import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { FeedbackAct, FeedbackActKind } from '../../../shared/domain/feedback.ts';
import { feedbackActLabels } from '../../../shared/feedback-words.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Segmented } from '../../components/Segmented.tsx';

/** What needs words; an acknowledgement is one press. */
export type AskedAct = Exclude<FeedbackActKind, 'acknowledge'>;

const labels: Record<AskedAct, string> = {
  askDetail: 'Hỏi người gửi điều gì',
  giveDetail: 'Người gửi nói gì thêm',
  answer: 'Nội dung trả lời',
  refuse: 'Lý do từ chối',
  withdraw: 'Lý do rút',
  judge: 'Căn cứ',
};
/** What may not be left empty, and the sentence where it is. */
const missing: Partial<Record<AskedAct, string>> = {
  askDetail: 'Ghi câu hỏi cho người gửi.',
  giveDetail: 'Ghi điều người gửi nói thêm.',
  answer: 'Ghi nội dung trả lời.',
  refuse: 'Ghi lý do từ chối.',
};

interface ActDialogProps {
  act: AskedAct;
  pending: boolean;
  error: unknown;
  onSubmit: (act: FeedbackAct) => void;
  onClose: () => void;
}

export function ActDialog({ act, pending, error, onSubmit, onClose }: ActDialogProps) {
  const [text, setText] = useState('');
  const [isFounded, setFounded] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const lack = text.trim() === '' ? missing[act] : undefined;
  return (
    <FormDialog
      title={feedbackActLabels[act]}
      word={feedbackActLabels[act]}
      pending={pending}
      error={error}
      wide
      onSubmit={() => {
        setAsked(true);
        if (lack === undefined) onSubmit(actOf(act, text, isFounded));
        else field.current?.focus();
      }}
      onClose={onClose}
    >
      {act === 'judge' && (
        <Segmented
          label="Phản ánh đúng hay không"
          value={isFounded ? 'true' : 'false'}
          options={[
            { value: 'true', label: 'Phản ánh đúng' },
            { value: 'false', label: 'Phản ánh không đúng' },
          ]}
          onChange={(value) => setFounded(value === 'true')}
        />
      )}
      <TextField
        label={labels[act]}
        inputRef={field}
        error={isAsked && lack !== undefined}
        helperText={isAsked && lack}
        multiline
        minRows={3}
        maxRows={10}
        fullWidth
        value={text}
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
    </FormDialog>
  );
}

function actOf(kind: AskedAct, text: string, isFounded: boolean): FeedbackAct {
  switch (kind) {
    case 'askDetail':
      return { kind, question: text };
    case 'giveDetail':
      return { kind, detail: text };
    case 'answer':
      return { kind, answer: text };
    case 'refuse':
    case 'withdraw':
      return { kind, reason: text };
    case 'judge':
      return { kind, isFounded, note: text };
  }
}
