import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import { roleLabels } from '../../../shared/labels.ts';
import type { AccountRow, Session } from '../../../shared/views.ts';
import { api, useTRPC } from '../../api.ts';
import { ApprovalDialog } from '../../components/ApprovalDialog.tsx';
import type { Approval } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useSession } from '../../session.tsx';
import row from './PersonRow.module.css';
import { RolesDialog } from './RolesDialog.tsx';
import styles from './Settings.module.css';
import { StartCodeDialog } from './StartCodeDialog.tsx';

/** Somebody who works here: name, roles, how he stands with his password, and what may be done about it. */
export function PersonRow(props: {
  person: Session['people'][number];
  /** Null: he has none yet; undefined: not known yet. */
  account: AccountRow | null | undefined;
  disabled: boolean;
  /** With the second person, where one who manages leaves. */
  onLeave: (approval: Approval | null) => Promise<void>;
  onChanged: (session: Session) => void;
}) {
  const { person, account, disabled, onLeave, onChanged } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const { person: self, signsInBy } = useSession();
  const [isChoosing, setIsChoosing] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [asksFor, setAsksFor] = useState<'leave' | 'code' | null>(null);
  const isManager = person.roles.some((role) => role === 'administrator' || role === 'leader');
  const giveCode = async (approval: Approval | null) => {
    const second = approval && { approval };
    setCode((await api.accounts.startCode.mutate({ personId: person.id, ...second })).code);
    void client.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
  };
  const give = useOnce(async () => {
    setError(null);
    // Whoever held the code of a manager would be that manager.
    if (isManager && account?.state === 'set') return setAsksFor('code');
    try {
      await giveCode(null);
    } catch (refusal) {
      setError(refusal);
    }
  });
  const isSelf = person.id === self?.id;
  return (
    <li className={row.person}>
      <span>
        <b>{person.name}</b>
        {person.title && <span>{person.title}</span>}
      </span>
      <span>
        {person.roles.map((role) => roleLabels[role]).join(', ')}
        {signsInBy !== 'name' && !disabled && account !== undefined && (
          <small className={row.account}>{accountWords(account)}</small>
        )}
      </span>
      <div className={row.personActs}>
        {isSelf ? (
          <span className={styles.why}>đang ngồi đây</span>
        ) : (
          signsInBy !== 'name' && (
            <Button
              size="small"
              aria-label={`Cấp mã bắt đầu cho ${person.name}`}
              disabled={disabled || give.pending}
              onClick={() => void give.run()}
            >
              Cấp mã
            </Button>
          )
        )}
        <Button size="small" disabled={disabled} onClick={() => setIsChoosing(true)}>
          Vai trò
        </Button>
        {!isSelf && (
          <Button
            size="small"
            disabled={disabled}
            onClick={() => (isManager ? setAsksFor('leave') : void onLeave(null).catch(() => undefined))}
          >
            Thôi làm ở đây
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {asksFor !== null && (
        <ApprovalDialog
          title={asksFor === 'leave' ? `${person.name} thôi làm ở đây` : `Cấp mã bắt đầu cho ${person.name}`}
          word={asksFor === 'leave' ? 'Thôi làm ở đây' : 'Cấp mã'}
          about={person.id}
          run={asksFor === 'leave' ? onLeave : giveCode}
          onClose={() => setAsksFor(null)}
        >
          {asksFor === 'leave'
            ? `${person.name} có quyền quản lý, nên cần người thứ hai xác nhận; nhật ký ghi cả hai.`
            : `Mã này mở được quyền quản lý của ${person.name}, nên cần người thứ hai xác nhận; nhật ký ghi cả hai.`}
        </ApprovalDialog>
      )}
      {isChoosing && <RolesDialog person={person} onDone={onChanged} onClose={() => setIsChoosing(false)} />}
      {code !== null && <StartCodeDialog name={person.name} code={code} onClose={() => setCode(null)} />}
    </li>
  );
}

function accountWords(account: AccountRow | null): string {
  if (account === null) return 'chưa có mật khẩu';
  if (account.state === 'set') return account.hasPin ? 'có mật khẩu, mã PIN' : 'có mật khẩu';
  return `đợi đặt mật khẩu, mã đến ${formatDay(account.codeUntil?.slice(0, 10) ?? '')}`;
}
