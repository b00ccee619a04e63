import { useState } from 'react';
import { pinSchema } from '../../../shared/domain/account.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { api } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NewPasswordFields, newPasswordFaults, noPassword } from '../../components/NewPasswordFields.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';
import { useEnter } from './use-enter.ts';

const kinds = [
  { value: 'pin', label: 'Mã PIN' },
  { value: 'password', label: 'Mật khẩu' },
] as const;

/** One's own PIN and password; both ask for the password of now. */
export function OwnAccount(props: { onSaved: (kind: 'pin' | 'password') => void; onClose: () => void }) {
  const { onSaved, onClose } = props;
  const { person, office } = useSession();
  const enter = useEnter();
  const [kind, setKind] = useState<'pin' | 'password'>('pin');
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const [fresh, setFresh] = useState(noPassword);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const save = useOnce(async () => {
    const checked = pinSchema.safeParse(pin);
    const own = [person?.name ?? '', office.unit, office.place, office.province];
    const found: Record<string, string> = {
      ...(password === '' && { password: 'required' }),
      ...(kind === 'password'
        ? newPasswordFaults(fresh, own)
        : !checked.success && { pin: faultsOf(checked.error)[''] ?? 'pin' }),
    };
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    try {
      if (kind === 'pin') await api.accounts.setPin.mutate({ password, pin });
      else await api.accounts.setPassword.mutate({ password, newPassword: fresh.text });
      enter(await api.session.current.query());
      onSaved(kind);
      onClose();
    } catch (refusal) {
      const { code, data } = describeError(refusal);
      if (code === 'invalidInput') setFaults(data?.fields ?? {});
      else setError(refusal);
    }
  });
  return (
    <FormDialog
      title="Mật khẩu, mã PIN"
      word="Lưu"
      pending={save.pending}
      error={error}
      onSubmit={() => void save.run()}
      onClose={onClose}
    >
      <Segmented label="Đặt" wide value={kind} options={kinds} onChange={setKind} />
      <SecretField
        label="Mật khẩu đang dùng"
        value={password}
        onChange={setPassword}
        fault={faults.password}
        autoFocus
      />
      {kind === 'pin' ? (
        <SecretField
          label="Mã PIN mới"
          value={pin}
          onChange={setPin}
          fault={faults.pin}
          hint="6 số, chỉ để mở khóa màn hình ở máy này. Sai 5 lần thì phải gõ mật khẩu."
          pin
        />
      ) : (
        <NewPasswordFields value={fresh} onChange={setFresh} faults={faults} />
      )}
    </FormDialog>
  );
}
