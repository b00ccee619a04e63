import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  type FeedbackChannel,
  type FeedbackNature,
  type FeedbackTopic,
  feedbackChannels,
  feedbackNatures,
  feedbackTopics,
} from '../../../shared/domain/feedback.ts';
import {
  feedbackChannelLabels,
  feedbackNatureLabels,
  feedbackTopicLabels,
} from '../../../shared/feedback-words.ts';
import { useTRPC } from '../../api.ts';
import dialog from '../../components/FormDialog.module.css';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { describeError } from '../../error-sentences.ts';
import styles from './Feedback.module.css';

interface EntryDialogProps {
  onEntered: (id: number) => void;
  onClose: () => void;
}

/** Writes down what somebody said; only what, how and about what are needed. */
export function EntryDialog({ onEntered, onClose }: EntryDialogProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [formKey] = useState(() => crypto.randomUUID());
  const [nature, setNature] = useState<FeedbackNature>('complaint');
  const [channel, setChannel] = useState<FeedbackChannel>('inPerson');
  const [topic, setTopic] = useState<FeedbackTopic>('timeLimit');
  const [content, setContent] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [caseCode, setCaseCode] = useState('');
  const entry = useMutation(
    trpc.feedback.receive.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: trpc.feedback.pathKey() });
        onEntered(id);
      },
    }),
  );
  const { fields } = describeError(entry.error);
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && content.trim() === '';
  const contentField = useRef<HTMLTextAreaElement>(null);
  const fault = (path: string) => (entry.error && fields[path] ? 'format' : undefined);
  const isAnonymous = name.trim() === '' && phone.trim() === '';
  return (
    <FormDialog
      title="Ghi phản ánh, kiến nghị"
      word="Ghi"
      pending={entry.isPending}
      error={entry.error}
      wide
      onSubmit={() => {
        setAsked(true);
        if (content.trim() === '') return contentField.current?.focus();
        entry.mutate({
          formKey,
          nature,
          channel,
          topic,
          content,
          sender: isAnonymous ? null : { name, phone: phone.trim() === '' ? null : phone },
          caseCode,
        });
      }}
      onClose={onClose}
    >
      <div>
        <Segmented
          label="Loại"
          value={nature}
          options={optionsOf(feedbackNatures, feedbackNatureLabels)}
          onChange={setNature}
        />
      </div>
      <div>
        <p className={styles.label}>Về điều gì</p>
        <Segmented
          label="Về điều gì"
          value={topic}
          options={optionsOf(feedbackTopics, feedbackTopicLabels)}
          onChange={setTopic}
        />
        {topic === 'attitude' && (
          <p className={styles.note}>
            Chỉ lãnh đạo và người ghi đọc được nội dung phản ánh về thái độ; lãnh đạo trả lời, từ chối hoặc
            cho rút.
          </p>
        )}
      </div>
      <div>
        <p className={styles.label}>Nhận qua</p>
        <Segmented
          label="Nhận qua"
          value={channel}
          options={optionsOf(feedbackChannels, feedbackChannelLabels)}
          onChange={setChannel}
        />
      </div>
      <TextField
        label="Nội dung"
        inputRef={contentField}
        error={isMissing}
        helperText={isMissing && 'Ghi nội dung: điều người dân nói.'}
        multiline
        minRows={3}
        maxRows={8}
        fullWidth
        value={content}
        onChange={({ target }) => setContent(target.value)}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <div className={dialog.pair}>
        <LabelledField label="Người gửi (nếu cho biết)" value={name} onChange={setName} />
        <LabelledField
          label="Điện thoại"
          value={phone}
          onChange={setPhone}
          fault={fault('sender.phone')}
          faultText={fields['sender.phone']}
          numeric
        />
      </div>
      <LabelledField
        label="Mã hồ sơ hoặc mã phiếu (nếu có)"
        value={caseCode}
        onChange={setCaseCode}
        fault={fault('caseCode')}
        faultText="Không có hồ sơ nào mang mã này. Kiểm tra lại hoặc để trống."
      />
    </FormDialog>
  );
}

function optionsOf<Value extends string>(values: readonly Value[], labels: Record<Value, string>) {
  return values.map((value) => ({ value, label: labels[value] }));
}
