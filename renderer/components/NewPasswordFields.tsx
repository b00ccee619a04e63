import { passwordFault } from '../../shared/domain/account.ts';
import { SecretField } from './SecretField.tsx';

export interface NewPassword {
  text: string;
  again: string;
}
export const noPassword: NewPassword = { text: '', again: '' };

/** What keeps a new password from being sent, field by field; the counter looks once more. */
export function newPasswordFaults(
  { text, again }: NewPassword,
  own: readonly string[],
): Record<string, string> {
  const fault = text === '' ? 'required' : passwordFault(text, own);
  if (fault !== null) return { newPassword: fault };
  return text.normalize('NFC') === again.normalize('NFC') ? {} : { again: 'format' };
}

/** A password of one's own, typed twice. */
export function NewPasswordFields(props: {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  faults: Record<string, string>;
  autoFocus?: boolean;
}) {
  const { value, onChange, faults, autoFocus = false } = props;
  return (
    <>
      <SecretField
        label="Mật khẩu mới"
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        fault={faults.newPassword}
        hint="Từ 8 ký tự. Nên là một câu dài dễ nhớ; không cần số hay ký hiệu."
        autoFocus={autoFocus}
      />
      <SecretField
        label="Gõ lại mật khẩu mới"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        fault={faults.again}
        faultText="Chưa giống lần gõ trên."
      />
    </>
  );
}
