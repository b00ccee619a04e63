import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Receive } from '../../../shared/domain/intake.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import { PrintPreview } from '../../components/PrintPreview.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useKeys } from '../../keys.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { AppointmentCard } from './AppointmentCard.tsx';
import { DraftNote } from './DraftNote.tsx';
import { HandlingCard } from './HandlingCard.tsx';
import styles from './Intake.module.css';
import { intakeResolver } from './intake-resolver.ts';
import { emptyIntake, type IntakeValues, isTouched } from './intake-values.ts';
import { PersonColumn, type PersonNote } from './PersonColumn.tsx';
import { ProcedureColumn } from './ProcedureColumn.tsx';
import { SavedBar } from './SavedBar.tsx';
import { useDraft } from './use-draft.ts';
import { type Saved, useReception } from './use-reception.ts';

/** One page, no wizard: person, procedure and papers, appointment. All of it by keyboard. */
export function Intake() {
  const { printing, platform } = useSession();
  const [first] = useState(() => emptyIntake(printing?.defaultSlips ?? ['acknowledgement', 'controlSlip']));
  const form = useForm<IntakeValues, unknown, Receive>({
    defaultValues: first,
    resolver: intakeResolver,
    shouldFocusError: false,
  });
  const scan = useRef<HTMLInputElement>(null);
  const draft = useDraft(form);
  const [note, setNote] = useState<PersonNote | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [cleared, setCleared] = useState<IntakeValues | null>(null);
  const [isPreviewing, setPreviewing] = useState(false);

  const startAgain = (applicant?: IntakeValues['applicant']) => {
    const { slips } = form.getValues();
    const empty = emptyIntake(slips);
    form.reset(applicant ? { ...empty, applicant } : empty);
    setNote(null);
    // After a reset the fields are known again only when they have been drawn.
    if (applicant) requestAnimationFrame(() => form.setFocus('procedureCode'));
    else scan.current?.focus();
  };
  const reception = useReception(form, (done) => {
    setSaved(done);
    setCleared(null);
    startAgain();
    void draft.drop();
    setPreviewing(platform === 'browser' && done.result.jobIds.length > 0);
  });
  const clear = () => {
    const values = form.getValues();
    if (!isTouched(values)) return;
    setCleared(values);
    reception.forgetError();
    startAgain();
    void draft.drop();
  };
  const undo = () => {
    if (!cleared) return;
    form.reset(cleared);
    setCleared(null);
  };
  useKeys({ primary: reception.submit, back: clear, undo });
  useEffect(() => scan.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const isEmptyField = event.target instanceof HTMLInputElement && event.target.value === '';
    if (event.ctrlKey && event.key === 'z' && cleared && isEmptyField) {
      event.preventDefault();
      undo();
    }
    enterMovesOn(event);
  };

  return (
    <Page
      title="Tiếp nhận"
      sub={<TodayCount />}
      actions={
        <>
          <DraftNote state={draft.state} restoredAt={draft.restoredAt} onDiscard={clear} />
          <Button variant="text" size="small" onClick={clear} aria-keyshortcuts="Escape">
            Xóa trắng <Keycap name="back" />
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          className={styles.columns}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            reception.submit();
          }}
        >
          <PersonColumn scanRef={scan} note={note} onNote={setNote} />
          <ProcedureColumn />
          <div className={styles.right}>
            <AppointmentCard />
            <HandlingCard pending={reception.pending} />
          </div>
        </form>
      </FormProvider>
      {reception.error !== null && <ErrorNotice error={reception.error} />}
      {cleared ? (
        <QuietBar
          tone="done"
          actions={
            <Button variant="text" onClick={undo}>
              Hoàn tác <Keycap name="undo" />
            </Button>
          }
        >
          Đã xóa trắng.
        </QuietBar>
      ) : (
        saved && (
          <SavedBar
            saved={saved}
            onSamePerson={() => startAgain(saved.values.applicant)}
            onPreview={() => setPreviewing(true)}
          />
        )
      )}
      {saved && isPreviewing && (
        <PrintPreview
          jobIds={saved.result.jobIds}
          onClose={() => {
            setPreviewing(false);
            scan.current?.focus();
          }}
        />
      )}
    </Page>
  );
}

function TodayCount() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const filter = { receivedFrom: today, receivedTo: today };
  const asked = useQuery(trpc.cases.list.queryOptions({ view: 'all', filter, limit: 1 }));
  return asked.data ? `hồ sơ thứ ${asked.data.total + 1} hôm nay` : null;
}
