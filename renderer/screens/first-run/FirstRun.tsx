import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { defaultCodePattern, formatCaseCode } from '../../../shared/domain/codes.ts';
import type { Session } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Mark } from '../../components/Mark.tsx';
import { newPasswordFaults, noPassword } from '../../components/NewPasswordFields.tsx';
import { SlipHead } from '../../components/SlipHead.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useKeys } from '../../keys.ts';
import { refusedWords } from '../backup/backup-words.ts';
import { showCode } from '../sign-in/shown-code.ts';
import styles from './FirstRun.module.css';
import { OtherWays } from './OtherWays.tsx';
import { Question } from './Question.tsx';
import { RestoreFirst } from './RestoreFirst.tsx';
import { faultsOfStep, namedPeople, passwordOwner, type Step, steps, unitNameOf } from './setup-values.ts';
import { TeamLaptop } from './TeamLaptop.tsx';
import { forgetSetup, useSetup } from './use-setup.ts';

/** Three minutes, one question a page; everything can be changed later. @param onBack of a team's laptop: to its campaign. */
export function FirstRun({ onBack }: { onBack: (() => void) | null }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const session = useQuery(trpc.session.current.queryOptions()).data;
  const { values, change } = useSetup();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [password, setPassword] = useState(noPassword);
  const [error, setError] = useState<unknown>(null);
  const [isRestoring, setRestoring] = useState(false);
  const [kit, setKit] = useState<string | null>(null);
  const complete = useMutation(trpc.setup.complete.mutationOptions());
  const sample = useMutation(trpc.setup.openSample.mutationOptions());
  const step = steps[values.step] ?? 'welcome';
  const today = (session?.now ?? new Date().toISOString()).slice(0, 10);

  const open = (opened: Session) => {
    forgetSetup();
    client.setQueryData(trpc.session.current.queryKey(), opened);
    void client.invalidateQueries();
  };
  const finish = useOnce(async () => {
    setError(null);
    try {
      const { office, hours, printing } = values;
      const people = namedPeople(values).map(({ name, title, roles }) => ({ name, title, roles }));
      const opened = await complete.mutateAsync({ office, hours, printing, people, password: password.text });
      const { recoveryCode } = opened;
      if (recoveryCode === null) open(opened);
      else {
        forgetSetup();
        showCode({ ...opened, recoveryCode });
      }
    } catch (refusal) {
      setError(refusal);
    }
  });
  const openSample = useOnce(async () => {
    setError(null);
    try {
      open(await sample.mutateAsync());
    } catch (refusal) {
      setError(refusal);
    }
  });
  const faultsOf = (at: Step): Record<string, string> => {
    const { unit, place, province } = values.office;
    return at === 'password'
      ? newPasswordFaults(password, [passwordOwner(values), unit, place, province])
      : faultsOfStep(at, values);
  };
  const goOn = () => {
    if (openSample.pending) return;
    const found = faultsOf(step);
    setFaults(found);
    if (Object.keys(found).length > 0) focusFirstFault();
    else if (step === 'done' && password.text === '') change({ step: steps.indexOf('password') });
    else if (step === 'done') void finish.run();
    else {
      const { office } = values;
      change({ office: { ...office, unit: unitNameOf(office.unit) }, step: values.step + 1 });
    }
  };
  const goBack = () => {
    setFaults({});
    if (values.step > 0 && !finish.pending) change({ step: values.step - 1 });
  };
  useKeys({ primary: goOn, back: goBack });
  useEffect(() => {
    document.title = 'Thiết lập · Một Cửa';
  }, []);

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    goOn();
  };
  const shown = Object.keys(faults).length > 0 ? faultsOf(step) : faults;
  if (isRestoring) return <RestoreFirst onBack={() => setRestoring(false)} />;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <b>Một Cửa</b>
        <span className="grow" />
        {values.step > 0 && <Progress step={values.step} />}
      </header>
      <form
        key={step}
        ref={focusFirst}
        className={styles.form}
        noValidate
        onKeyDown={enterMovesOn}
        onSubmit={onSubmit}
      >
        <div className={styles.question}>
          {step === 'welcome' && session?.restoreRefused && (
            <p className={styles.why} role="status">
              <StatusMark tone="due" strong>
                Chưa khôi phục được.
              </StatusMark>{' '}
              {refusedWords(session.restoreRefused.why)} Làm lại ở nút Khôi phục từ bản sao lưu.
            </p>
          )}
          <Question
            step={step}
            values={values}
            faults={shown}
            change={change}
            password={password}
            setPassword={setPassword}
            today={today}
            session={session}
          />
          {error !== null && <ErrorNotice error={error} />}
          {openSample.pending && <LinearProgress aria-label="Đang dựng dữ liệu minh họa" />}
          <div className={styles.actions} data-step={step}>
            {step !== 'welcome' && (
              <>
                <Button onClick={goBack}>
                  Quay lại <Keycap name="back" />
                </Button>
                <span className="grow" />
              </>
            )}
            <Button
              type="submit"
              variant="contained"
              color="primary"
              size={step === 'welcome' ? 'large' : 'medium'}
              autoFocus={step === 'welcome' || step === 'done'}
              disabled={finish.pending || openSample.pending}
            >
              {step === 'welcome' ? 'Bắt đầu' : step === 'done' ? 'Mở quầy' : 'Tiếp tục'}
              <Keycap name="primary" />
            </Button>
            {step === 'welcome' && (
              <OtherWays
                isOpening={openSample.pending}
                onBack={onBack}
                onSample={() => void openSample.run()}
                onKit={setKit}
                onRestore={() => setRestoring(true)}
              />
            )}
          </div>
        </div>
        <aside className={styles.aside} aria-label="Phiếu mẫu">
          <SlipHead
            {...values.office}
            caseCode={formatCaseCode(defaultCodePattern, values.office.agencyCode || 'H00.00.00', today, 1)}
            day={today}
          >
            <p>Tiếp nhận hồ sơ của: Nguyễn Văn A</p>
            <p>Nội dung yêu cầu giải quyết: Chứng thực bản sao từ bản chính</p>
            <p>Trả kết quả lúc: {values.hours.afternoon.closesAt.replace(':', ' giờ ')}, trong ngày</p>
            <p>Người tiếp nhận: {values.people[0]?.name || '…'}</p>
          </SlipHead>
          <p className={styles.quiet}>Phần đầu giấy tiếp nhận, theo những gì vừa điền.</p>
        </aside>
      </form>
      {kit !== null && <TeamLaptop text={kit} onOpen={open} onClose={() => setKit(null)} />}
    </main>
  );
}

function Progress({ step }: { step: number }) {
  // The welcome before the questions and the look back after them are none.
  const last = steps.length - 2;
  const isOver = step > last;
  return (
    <div className={styles.progress}>
      <span>{isOver ? 'Xem lại' : `Câu ${step}/${last}`}</span>
      <LinearProgress
        variant="determinate"
        value={Math.min(step / last, 1) * 100}
        aria-label={isOver ? 'Xem lại' : `Câu ${step} trong ${last}`}
      />
    </div>
  );
}

/** A page whose first field does not take the focus by itself. */
function focusFirst(form: HTMLFormElement | null): void {
  if (!form || form.contains(document.activeElement)) return;
  const field = form.querySelector<HTMLElement>(
    'input[type="radio"]:checked, input:not([type="radio"], [type="file"])',
  );
  field?.focus();
}

function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}
