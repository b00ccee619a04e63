import { useState } from 'react';
import { api } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { showCode } from '../sign-in/shown-code.ts';
import styles from './Settings.module.css';

/** Another recovery code for the safe, where the envelope was opened or is gone. */
export function NewCodeDialog({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const make = useOnce(async () => {
    setError(null);
    try {
      showCode(await api.accounts.newRecoveryCode.mutate({ password }));
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <FormDialog
      title="Mã khôi phục mới"
      word="Cho mã mới"
      pending={make.pending}
      error={error}
      disabled={password === ''}
      onSubmit={() => void make.run()}
      onClose={onClose}
    >
      <p className={styles.why}>Mã trong phong bì đang cất hết dùng ngay khi có mã mới.</p>
      <SecretField label="Mật khẩu của bạn" value={password} onChange={setPassword} autoFocus />
    </FormDialog>
  );
}
