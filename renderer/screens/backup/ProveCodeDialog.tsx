import { useState } from 'react';
import { api } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import styles from './Backups.module.css';

/** The code in force lies on paper already, as after a restore to a copy from before it was proved: whole, as nothing keeps its end. */
export function ProveCodeDialog({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>(null);
  const isOther = error !== null && describeError(error).code === 'codeNotTyped';
  const prove = useOnce(async () => {
    setError(null);
    try {
      await api.backups.proveCode.mutate({ code });
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <FormDialog
      title="Gõ lại mã trên giấy"
      word={prove.pending ? 'Đang thử…' : 'Xác nhận'}
      pending={prove.pending}
      error={isOther ? null : error}
      disabled={code.trim().length < 20}
      onSubmit={() => void prove.run()}
      onClose={onClose}
    >
      <p className={styles.quiet}>Mã đúng thì giữ nguyên, các bản ở nơi lưu thứ hai vẫn mở bằng tờ mã ấy.</p>
      <SecretField
        label="Mã mở bản sao lưu"
        value={code}
        onChange={setCode}
        fault={isOther ? 'other' : undefined}
        faultText="Không phải mã đang dùng. So lại tờ giấy; vẫn không được thì làm mã mới."
        hint="20 chữ và số, nhìn từ tờ giấy. Chữ hoa, chữ thường, dấu nối gõ thế nào cũng được."
        shown
      />
    </FormDialog>
  );
}
