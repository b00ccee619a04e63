import { useState } from 'react';
import { api } from '../../api.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useSession } from '../../session.tsx';
import { showCode } from '../sign-in/shown-code.ts';
import styles from './Settings.module.css';

/** Another recovery code for the safe, where the envelope was opened or is gone: of two, or with the code before. */
export function NewCodeDialog({ onClose }: { onClose: () => void }) {
  const { approvers, person } = useSession();
  const [password, setPassword] = useState('');
  const [lost, setLost] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const approval = useApproval();
  const isAlone = approvers.every((id) => id === person?.id);
  const isLost = isAlone && lost;
  const make = useOnce(async () => {
    setError(null);
    const given = isLost ? { isLost } : approval.given && { approval: approval.given };
    if (given === null) return;
    try {
      showCode(await api.accounts.newRecoveryCode.mutate({ password, ...given }));
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
      disabled={password === '' || (!isLost && approval.given === null)}
      onSubmit={() => void make.run()}
      onClose={onClose}
    >
      <p className={styles.why}>
        Mã trong phong bì đang cất hết dùng ngay khi có mã mới. Mã này xác nhận thay người thứ hai được, nên
        làm mã mới cũng cần hai người.
      </p>
      <SecretField label="Mật khẩu của bạn" value={password} onChange={setPassword} autoFocus />
      {!isLost && <ApprovalFields approval={approval} />}
      {isAlone && (
        <div className={styles.chips}>
          <TickChip checked={lost} onChange={setLost}>
            Không còn mã cũ
          </TickChip>
        </div>
      )}
      {isLost && (
        <p className={styles.why}>
          Mã mới chỉ có mật khẩu của bạn bảo đảm, nên bảy ngày đầu chưa dùng được vào việc gì: chưa đặt lại
          được mật khẩu, chưa xác nhận thay ai. Giữ kỹ mật khẩu trong những ngày đó.
        </p>
      )}
    </FormDialog>
  );
}
