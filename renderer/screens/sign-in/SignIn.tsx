import Button from '@mui/material/Button';
import { type SyntheticEvent, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { enterSendsAtEnd } from '../../components/enter-moves-on.ts';
import { NewPasswordFields, newPasswordFaults, noPassword } from '../../components/NewPasswordFields.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import { lastPersonId, rememberPerson } from './last-person.ts';
import { mayEnter } from './may-enter.ts';
import { NameList } from './NameList.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import styles from './SignIn.module.css';
import { showCode } from './shown-code.ts';
import { TryNotice } from './TryNotice.tsx';
import { useEnter } from './use-enter.ts';

/** Who comes to this window: a name by the keyboard, then the password. */
export function SignIn({ onBack }: { onBack?: (() => void) | undefined }) {
  const session = useSession();
  const { people: all, office, signsInBy } = session;
  const enter = useEnter();
  const isFirst = signsInBy === 'first';
  const people = isFirst ? managersOf(all) : all;
  // Whoever comes to a locked window is not who locked it.
  const [firstId] = useState(() =>
    onBack ? null : lastPersonId(people.filter((person) => mayEnter(person, session))),
  );
  const [chosenId, setChosenId] = useState(firstId);
  const [password, setPassword] = useState('');
  const [fresh, setFresh] = useState(noPassword);
  const [needsNew, setNeedsNew] = useState(isFirst);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const [isRecovering, setIsRecovering] = useState(false);
  const [refused, setRefused] = useState('');
  const fields = useRef<HTMLDivElement>(null);
  const chosen = people.find(({ id }) => id === chosenId);

  const send = useOnce(async () => {
    if (chosen === undefined) return;
    const own = [chosen.name, office.unit, office.place, office.province];
    const found: Record<string, string> = {
      ...(!isFirst && password === '' && { password: 'required' }),
      ...(needsNew && newPasswordFaults(fresh, own)),
    };
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    try {
      rememberPerson(chosen.id);
      const { id: personId } = chosen;
      if (isFirst) showCode(await api.session.claim.mutate({ personId, newPassword: fresh.text }));
      else
        enter(
          await api.session.signIn.mutate({
            personId,
            password,
            ...(needsNew && { newPassword: fresh.text }),
          }),
        );
    } catch (refusal) {
      const { code, data } = describeError(refusal);
      if (code === 'newPasswordNeeded') setNeedsNew(true);
      else if (code === 'invalidInput') setFaults(data?.fields ?? {});
      if (code !== 'invalidInput' && code !== 'newPasswordNeeded') setError(refusal);
      setRefused(password);
      if (code === 'wrongPassword' || code === 'tooManyTries') setPassword('');
      if (code !== 'newPasswordNeeded') focusIn(fields.current);
    }
  });
  useKeys({ primary: () => void send.run(), ...(onBack && { back: onBack }) }, { inDialog: true });

  if (isRecovering) return <RecoverForm people={managersOf(all)} onBack={() => setIsRecovering(false)} />;
  return (
    <form
      className={styles.card}
      noValidate
      aria-labelledby="sign-in-title"
      // With one field Enter is enough; through several it walks, and from the last one sends.
      onKeyDown={needsNew ? enterSendsAtEnd : undefined}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <div className={styles.people}>
        <h1 id="sign-in-title" className={styles.title}>
          {isFirst ? 'Đặt mật khẩu đầu tiên' : 'Ai đang ngồi quầy?'}
        </h1>
        <p className={styles.why}>
          {isFirst
            ? 'Sổ này có từ trước khi có mật khẩu. Quản trị đặt mật khẩu của mình ở máy này, rồi cấp mã bắt đầu cho từng người trong Cài đặt.'
            : 'Tên này đứng trên giấy tiếp nhận và trong diễn biến của mỗi hồ sơ.'}
        </p>
        <NameList
          people={people}
          chosenId={chosenId}
          onChoose={({ id }) => {
            setChosenId(id);
            setNeedsNew(isFirst);
            setFaults({});
            setError(null);
            setPassword('');
            setFresh(noPassword);
          }}
          onGoOn={() => focusIn(fields.current)}
        />
      </div>
      <div className={styles.fields} ref={fields}>
        {chosen && <h2 className={styles.who}>{chosen.name}</h2>}
        {!chosen && <p className={styles.why}>Chọn tên bằng phím mũi tên rồi Enter, hoặc bấm vào tên.</p>}
        {chosen && !isFirst && (
          <SecretField
            label={needsNew ? 'Mã bắt đầu' : 'Mật khẩu'}
            value={password}
            onChange={setPassword}
            fault={faults.password}
            // Whoever walks through the names is not taken out of them.
            autoFocus={firstId !== null}
            {...(!needsNew && { hint: 'Lần đầu vào: gõ mã bắt đầu do quản trị cấp.' })}
          />
        )}
        {needsNew && !isFirst && (
          <p className={styles.why}>Mã bắt đầu đúng. Đặt mật khẩu của riêng mình để vào.</p>
        )}
        {chosen && needsNew && (
          <NewPasswordFields
            value={fresh}
            onChange={setFresh}
            faults={faults}
            autoFocus={!isFirst || firstId !== null}
          />
        )}
        {error !== null && (
          <TryNotice error={error} typed={refused} where="Mã khôi phục: bấm Dùng mã khôi phục." />
        )}
        <div className={styles.actions}>
          {onBack && (
            <Button variant="text" onClick={onBack}>
              Quay lại
            </Button>
          )}
          {signsInBy === 'password' && (
            <Button variant="text" onClick={() => setIsRecovering(true)}>
              Dùng mã khôi phục
            </Button>
          )}
          <span className="grow" />
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={chosen === undefined || send.pending}
          >
            {needsNew ? 'Đặt mật khẩu và vào' : 'Vào'}
          </Button>
        </div>
        <p className={styles.note}>
          Quên mật khẩu: nhờ quản trị hoặc lãnh đạo cấp mã bắt đầu ở Cài đặt, mục Người.
        </p>
      </div>
    </form>
  );
}

/** Administrators; where nobody is one, the leaders. */
function managersOf<Person extends { roles: readonly string[] }>(people: readonly Person[]): Person[] {
  const administrators = people.filter(({ roles }) => roles.includes('administrator'));
  return administrators.length > 0 ? administrators : people.filter(({ roles }) => roles.includes('leader'));
}

/** Once what was chosen has drawn its fields. */
function focusIn(part: HTMLElement | null): void {
  requestAnimationFrame(() => part?.querySelector('input')?.focus());
}
