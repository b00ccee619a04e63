import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useSession } from '../session.tsx';
import { SecretField } from './SecretField.tsx';

/** What the door is told of the second person; the code of the envelope where nobody else could. */
export type Approval = { personId: number; password: string } | { recoveryCode: string };

/** `code`: the envelope speaks; `nobody`: a sample where there is nobody else. */
type Chosen = number | 'code' | 'nobody' | null;

/** The second person of a sensitive act, as far as he is told; `given` is null until the act may be tried. */
export function useApproval() {
  const [chosen, setChosen] = useState<Chosen>(null);
  const [secret, setSecret] = useState('');
  const choose = (next: Chosen) => {
    setChosen(next);
    setSecret('');
  };
  const isSample = useSession().signsInBy === 'name';
  return { chosen, choose, secret, setSecret, given: givenOf(chosen, secret, isSample) };
}
export type ApprovalState = ReturnType<typeof useApproval>;

function givenOf(chosen: Chosen, secret: string, isSample: boolean): Approval | null {
  if (chosen === null) return null;
  if (chosen === 'nobody') return { recoveryCode: '' };
  if (chosen === 'code') return secret.trim() === '' ? null : { recoveryCode: secret };
  return secret === '' && !isSample ? null : { personId: chosen, password: secret };
}

/**
 * Another manager, who types his own password here; where no other could, the sealed recovery code. A sample asks for the name alone.
 * `about`: whom the act is about, who may well be away; `among`: who may be asked at all.
 */
export function ApprovalFields(props: {
  approval: ApprovalState;
  about?: number;
  among?: readonly { id: number; name: string }[];
  /** On a page, where nothing else is left to type. */
  autoFocus?: boolean;
}) {
  const { approval, about, among, autoFocus = false } = props;
  const { chosen, choose, secret, setSecret } = approval;
  const { people, approvers, signsInBy, isRemote } = useSession();
  const isSample = signsInBy === 'name';
  const able = among ?? people.filter(({ id }) => approvers.includes(id));
  const isLeftToCode = !isSample && able.every(({ id }) => id === about);
  const isEitherOr = isLeftToCode && !isRemote;
  const alone: Chosen = able.length === 1 && !isEitherOr ? (able[0]?.id ?? null) : null;
  const only: Chosen = able.length > 0 ? alone : isSample ? 'nobody' : isRemote ? null : 'code';
  useEffect(() => {
    if (only !== null && chosen !== only) choose(only);
  });
  if (only === 'nobody') return null;
  if (able.length === 0 && isLeftToCode && isRemote)
    return (
      <p>
        Không có người quản lý nào khác xác nhận được. Mã khôi phục chỉ gõ được ở máy giữ sổ: làm việc này ở
        đó.
      </p>
    );
  return (
    <>
      {able.length > 0 && (
        <TextField
          select
          // With one to choose the keyboard begins at his password.
          {...(only !== null && { 'data-enter': 'skip' })}
          label="Người xác nhận"
          autoFocus={autoFocus && only === null}
          value={chosen ?? ''}
          onChange={({ target: { value } }) => choose(value === 'code' ? 'code' : Number(value))}
        >
          {able.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
          {isEitherOr && <MenuItem value="code">Mã khôi phục trong phong bì</MenuItem>}
        </TextField>
      )}
      {chosen === 'code' ? (
        <SecretField
          label="Mã khôi phục"
          value={secret}
          onChange={setSecret}
          shown
          autoFocus={autoFocus}
          hint="Không có người quản lý nào khác xác nhận được: mở phong bì mã khôi phục thay người thứ hai. Mã vẫn còn hiệu lực: xong việc thì lập mã mới ở Cài đặt → Người, niêm phong lại. Có thêm một lãnh đạo hoặc quản trị đã đặt mật khẩu thì không cần mã."
        />
      ) : (
        !isSample && (
          <SecretField
            label="Mật khẩu của người xác nhận"
            value={secret}
            onChange={setSecret}
            autoFocus={autoFocus && only !== null}
          />
        )
      )}
    </>
  );
}
