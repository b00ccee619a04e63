import Button from '@mui/material/Button';
import { type SyntheticEvent, useRef, useState } from 'react';
import { normaliseCode, recoveryCodeLength, startCodeLength } from '../../../shared/domain/account.ts';
import type { Session } from '../../../shared/views.ts';
import { api } from '../../api.ts';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { NewPasswordFields, newPasswordFaults, noPassword } from '../../components/NewPasswordFields.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import { mayEnter } from './may-enter.ts';
import { NameList } from './NameList.tsx';
import styles from './SignIn.module.css';
import { showCode } from './shown-code.ts';
import { TryNotice } from './TryNotice.tsx';

/** The code out of the safe: a new password for an administrator, and a new code. */
export function RecoverForm(props: { people: Session['people']; onBack: () => void }) {
  const { people, onBack } = props;
  const session = useSession();
  const { office } = session;
  const [person, setPerson] = useState(people.find((each) => mayEnter(each, session)));
  const [code, setCode] = useState('');
  const [fresh, setFresh] = useState(noPassword);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const fields = useRef<HTMLDivElement>(null);
  const send = useOnce(async () => {
    if (person === undefined) return;
    const own = [person.name, office.unit, office.place, office.province];
    const found: Record<string, string> = {
      ...(normaliseCode(code).length !== recoveryCodeLength && { code: 'format' }),
      ...newPasswordFaults(fresh, own),
    };
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    try {
      showCode(await api.session.recover.mutate({ personId: person.id, code, newPassword: fresh.text }));
    } catch (refusal) {
      const described = describeError(refusal);
      if (described.code === 'invalidInput') setFaults(described.data?.fields ?? {});
      else setError(refusal);
      if (described.code === 'wrongPassword') fields.current?.querySelector('input')?.focus();
    }
  });
  useKeys({ primary: () => void send.run(), back: onBack }, { inDialog: true });
  return (
    <form
      className={styles.card}
      noValidate
      aria-labelledby="recover-title"
      onKeyDown={enterMovesOn}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <div className={styles.people}>
        <h1 id="recover-title" className={styles.title}>
          Dùng mã khôi phục
        </h1>
        <p className={styles.why}>
          Đặt mật khẩu mới cho người quản trị bằng mã trong phong bì của đơn vị. Việc này được ghi vào nhật ký
          và hiện ở mục Người; mã cũ hết dùng, mã mới hiện ra để cất lại. Còn hai người quản lý khác thì bảy
          ngày đầu người vào lại chưa cùng ai làm việc cần hai người.
        </p>
        <NameList
          people={people}
          chosenId={person?.id ?? null}
          onChoose={setPerson}
          onGoOn={() => undefined}
        />
      </div>
      <div className={styles.fields} ref={fields}>
        {person && <h2 className={styles.who}>{person.name}</h2>}
        <SecretField
          label="Mã khôi phục"
          value={code}
          onChange={setCode}
          fault={faults.code}
          faultText={
            normaliseCode(code).length === startCodeLength
              ? 'Mã 10 chữ và số là mã bắt đầu hay mã ghép máy. Mã khôi phục có 20, trong phong bì của đơn vị.'
              : 'Gồm 20 chữ và số, gõ liền hay cách đều được.'
          }
          hint="20 chữ và số trong phong bì ghi Mã khôi phục, không phải Mã của sổ hay Mã mở bản sao lưu."
          shown
          autoFocus
        />
        <NewPasswordFields value={fresh} onChange={setFresh} faults={faults} />
        {error !== null && <TryNotice error={error} />}
        <div className={styles.actions}>
          <Button variant="text" onClick={onBack}>
            Quay lại
          </Button>
          <span className="grow" />
          <Button type="submit" variant="contained" color="primary" disabled={send.pending}>
            Đặt mật khẩu và vào
          </Button>
        </div>
      </div>
    </form>
  );
}
