import { useState } from 'react';
import { roles as allRoles } from '../../../shared/domain/person.ts';
import { roleLabels } from '../../../shared/labels.ts';
import type { Session } from '../../../shared/views.ts';
import { api } from '../../api.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useOnce } from '../../components/use-once.ts';
import styles from './Settings.module.css';

/** What somebody may do from now on; a second person confirms it. */
export function RolesDialog(props: {
  person: Session['people'][number];
  onDone: (session: Session) => void;
  onClose: () => void;
}) {
  const { person, onDone, onClose } = props;
  const [roles, setRoles] = useState(person.roles);
  const approval = useApproval();
  const [error, setError] = useState<unknown>(null);
  const save = useOnce(async () => {
    if (approval.given === null) return;
    setError(null);
    try {
      onDone(await api.accounts.setRoles.mutate({ personId: person.id, roles, approval: approval.given }));
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <FormDialog
      title={`Vai trò của ${person.name}`}
      word="Đổi vai trò"
      pending={save.pending}
      error={error}
      disabled={roles.length === 0 || approval.given === null}
      onSubmit={() => void save.run()}
      onClose={onClose}
    >
      <div className={styles.chips}>
        {allRoles.map((role) => (
          <TickChip
            key={role}
            checked={roles.includes(role)}
            onChange={(isOn) =>
              setRoles(allRoles.filter((known) => (known === role ? isOn : roles.includes(known))))
            }
          >
            {roleLabels[role]}
          </TickChip>
        ))}
      </div>
      <p className={styles.why}>
        Người này phải đăng nhập lại. Người xác nhận gõ mật khẩu của mình; nhật ký ghi cả hai.
      </p>
      <ApprovalFields approval={approval} />
    </FormDialog>
  );
}
