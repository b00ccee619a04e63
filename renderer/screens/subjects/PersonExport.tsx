import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonFile } from '../../../shared/views-subject.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { SheetDialog } from '../../components/SheetDialog.tsx';
import styles from './Subjects.module.css';

type Form = 'pdf' | 'xlsx' | 'json';

/** Takes out all that the register holds of a person, to be handed to him: to read on paper, in Excel, or for a machine. */
export function PersonExport(props: {
  citizenId: number;
  name: string;
  request: { id: number; code: string };
  onClose: () => void;
}) {
  const { citizenId, name, request, onClose } = props;
  const trpc = useTRPC();
  const [form, setForm] = useState<Form>('pdf');
  const [purpose, setPurpose] = useState(`Trả lời yêu cầu ${request.code}`);
  const [isAsked, setAsked] = useState(false);
  const [paper, setPaper] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation(
    trpc.subjects.exportPerson.mutationOptions({
      onSuccess: (file) => {
        if (form === 'pdf' && file.path !== null) return setPaper(file.path);
        save(file);
        onClose();
      },
    }),
  );
  if (paper !== null)
    return (
      <SheetDialog
        title={`Dữ liệu của ${name}`}
        making="Đang lập bản dữ liệu"
        sheet={{ data: { path: paper }, error: null }}
        onRetry={onClose}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={`Lấy dữ liệu của ${name}`}
      word={form === 'pdf' ? 'Xem và in' : 'Lưu tệp'}
      pending={isPending}
      error={error}
      wide
      onSubmit={() => {
        setAsked(true);
        if (purpose.trim() !== '') mutate({ citizenId, form, purpose, requestId: request.id });
      }}
      onClose={onClose}
    >
      <Segmented<Form>
        label="Dạng"
        value={form}
        options={[
          { value: 'pdf', label: 'Bản in (PDF)' },
          { value: 'xlsx', label: 'Excel' },
          { value: 'json', label: 'Máy đọc được (JSON)' },
        ]}
        onChange={setForm}
      />
      <LabelledField
        label="Mục đích"
        value={purpose}
        onChange={setPurpose}
        fault={isAsked && purpose.trim() === '' ? 'required' : undefined}
        hint="Nhật ký ghi ai lấy, lúc nào, để làm gì."
      />
      <p className={styles.note}>
        Gồm thông tin, hộ, hồ sơ và diễn biến, tiền, giấy đã in, hỗ trợ số, phản ánh, yêu cầu và ai đã xem.
        Không có số giấy tờ, điện thoại, địa chỉ của người khác. Chỉ giao cho người yêu cầu.
      </p>
    </FormDialog>
  );
}

/** Hands what was made to the browser's downloads. */
function save({ path, text, fileName }: PersonFile): void {
  const address = path ?? URL.createObjectURL(new Blob([text ?? ''], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold by then.
  if (path === null) setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
