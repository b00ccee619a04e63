import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { RequestAct, RequestActKind, RequestResult } from '../../../shared/domain/subject-request.ts';
import { requestActLabels, resultLabels } from '../../../shared/subject-words.ts';
import type { RequestDetail } from '../../../shared/views-subject.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import styles from './Subjects.module.css';

const labels: Record<RequestActKind, string> = {
  acknowledge: 'Báo bằng cách nào',
  extend: 'Lý do gia hạn',
  handOver: 'Ghi chú',
  answer: 'Nội dung trả lời',
  refuse: 'Lý do từ chối',
  withdraw: 'Lý do rút',
};
const missing: Partial<Record<RequestActKind, string>> = {
  acknowledge: 'Ghi đã báo bằng cách nào.',
  extend: 'Ghi lý do gia hạn. Người yêu cầu được báo lý do này.',
  answer: 'Ghi nội dung trả lời.',
  refuse: 'Ghi lý do từ chối.',
};

interface RequestActDialogProps {
  act: RequestActKind;
  detail: RequestDetail;
  pending: boolean;
  error: unknown;
  onSubmit: (act: RequestAct) => void;
  onClose: () => void;
}

export function RequestActDialog({ act, detail, pending, error, onSubmit, onClose }: RequestActDialogProps) {
  const [text, setText] = useState('');
  const [ground, setGround] = useState('');
  const [result, setResult] = useState<RequestResult>('granted');
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const lack = text.trim() === '' ? missing[act] : undefined;
  const lacksGround = act === 'refuse' && ground.trim() === '';
  const effect = effectWords(act, detail);
  return (
    <FormDialog
      title={`${requestActLabels[act]}: ${detail.code}`}
      word={requestActLabels[act]}
      pending={pending}
      error={error}
      wide
      onSubmit={() => {
        setAsked(true);
        if (lack === undefined && !lacksGround) onSubmit(actOf(act, text, ground, result));
        else if (!lacksGround) field.current?.focus();
      }}
      onClose={onClose}
    >
      {act === 'answer' && (
        // Mostly granted: the keyboard begins in the answer.
        <div data-enter="skip">
          <Segmented
            label="Kết quả"
            value={result}
            options={[
              { value: 'granted', label: resultLabels.granted },
              { value: 'partly', label: resultLabels.partly },
            ]}
            onChange={setResult}
          />
        </div>
      )}
      {act === 'refuse' && (
        <LabelledField
          label="Căn cứ pháp luật"
          value={ground}
          onChange={setGround}
          fault={isAsked && lacksGround ? 'required' : undefined}
          faultText="Ghi điều luật cho phép từ chối."
          placeholder="Điều, khoản, văn bản"
        />
      )}
      <TextField
        label={labels[act]}
        inputRef={field}
        error={isAsked && lack !== undefined}
        helperText={isAsked && lack}
        multiline
        minRows={act === 'acknowledge' ? 1 : 3}
        maxRows={10}
        fullWidth
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={act === 'acknowledge' ? 'Đưa giấy báo nhận, gọi điện, thư' : undefined}
        slotProps={{ htmlInput: { maxLength: act === 'answer' ? 4000 : act === 'refuse' ? 2000 : 500 } }}
      />
      {effect !== null && <p className={styles.note}>{effect}</p>}
    </FormDialog>
  );
}

/** What the act does beyond being written down. */
function effectWords(act: RequestActKind, { wish, extensionDays }: RequestDetail): string | null {
  if (act === 'acknowledge')
    return 'Ghi vào diễn biến là đã báo lúc này, không sửa lại được. Giấy báo nhận in riêng, trước hoặc sau.';
  if (act === 'extend') return `Gia hạn một lần, thêm ${formatInteger(extensionDays)} ngày.`;
  if (act === 'handOver') return 'Người có quyền xóa làm tiếp, cần hai người. Yêu cầu vẫn chờ trả lời.';
  if (act !== 'answer') return null;
  if (wish === 'restrict' || wish === 'withdraw')
    return 'Trả lời xong, dữ liệu của người này bị hạn chế: không gợi ý khi lập hồ sơ mới, không dùng cho hỗ trợ số, không gửi Zalo, SMS. Hồ sơ và số liệu vẫn tiếp tục.';
  return wish === 'lift' ? 'Trả lời xong, hạn chế hết hiệu lực.' : null;
}

function actOf(kind: RequestActKind, text: string, ground: string, result: RequestResult): RequestAct {
  switch (kind) {
    case 'extend':
    case 'withdraw':
      return { kind, reason: text };
    case 'acknowledge':
    case 'handOver':
      return { kind, note: text };
    case 'answer':
      return { kind, result, answer: text };
    case 'refuse':
      return { kind, ground, reason: text };
  }
}
