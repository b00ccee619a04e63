import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Link } from 'react-router';
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
import { DoubtNotice, EarlierNotice } from './DoubtNotice.tsx';
import { DraftNote } from './DraftNote.tsx';
import type { Settle } from './EarlierPromise.tsx';
import { HandlingCard } from './HandlingCard.tsx';
import styles from './Intake.module.css';
import { receivingResolver } from './intake-resolver.ts';
import { emptyIntake, type IntakeValues, isTouched, withFreshKey } from './intake-values.ts';
import { PersonColumn } from './PersonColumn.tsx';
import { ProcedureColumn } from './ProcedureColumn.tsx';
import type { RegisterKind } from './RegisterButtons.tsx';
import { RegisterDialog } from './RegisterDialog.tsx';
import { SavedBar } from './SavedBar.tsx';
import { useCopy } from './use-copy.ts';
import { type FoundDraft, useDraft } from './use-draft.ts';
import { useMirror } from './use-mirror.ts';
import { useMissingPapers } from './use-missing-papers.ts';
import type { PersonNote } from './use-person-entry.ts';
import { type Saved, useReception } from './use-reception.ts';

/** What stood in the form before something else took its place: undo brings it back. */
interface Replaced {
  values: IntakeValues;
  words: string;
}

/** One page, no wizard: person, procedure and papers, appointment. All of it by keyboard. */
export function Intake() {
  const { printing, platform } = useSession();
  const [first] = useState(() => emptyIntake(printing?.defaultSlips ?? ['acknowledgement', 'controlSlip']));
  const form = useForm<IntakeValues, unknown, Receive>({
    defaultValues: first,
    resolver: useReceivingResolver(),
    shouldFocusError: false,
  });
  const scan = useRef<HTMLInputElement>(null);
  const draft = useDraft(form);
  useMirror(form);
  const [note, setNote] = useState<PersonNote | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const [isPreviewing, setPreviewing] = useState(false);
  const [asked, setAsked] = useState<{ kind: 'askSupplement' | 'reject'; input: Receive } | null>(null);

  /** Every field is drawn anew with each form, so that nothing typed for one person reaches the next. */
  const [formNumber, setFormNumber] = useState(0);
  const begin = useRef<'scan' | 'procedure'>('scan');
  const columns = useRef<HTMLFormElement>(null);
  const settle = useRef<Settle>(null);

  const fill = (values: IntakeValues, at: 'scan' | 'procedure' = 'scan') => {
    form.reset(values);
    setNote(null);
    begin.current = at;
    setFormNumber((number) => number + 1);
  };
  const startAgain = () => fill(emptyIntake(form.getValues('slips')));
  const reception = useReception(form, draft, (done) => {
    setSaved(done);
    setAsked(null);
    setReplaced(null);
    startAgain();
    setPreviewing(platform === 'browser' && done.result.jobIds.length > 0);
  });
  const missing = useMissingPapers(form);
  const isUnsure = reception.doubt === 'asking';
  const submit = () => {
    if (isUnsure) return;
    leaveAndReturn(columns.current);
    if (settle.current !== null && !settle.current()) return;
    if (missing.mayReceive()) reception.submit();
    else reception.check(missing.ask);
  };
  const askRegister = (kind: RegisterKind) => {
    leaveAndReturn(columns.current);
    reception.check((input) => {
      if (kind === 'wait') reception.register(input, { decision: null, slips: [] });
      else setAsked({ kind, input });
    });
  };
  const clear = () => {
    if (isUnsure) return;
    const values = form.getValues();
    reception.forgetError();
    startAgain();
    if (!isTouched(values)) return;
    setReplaced({ values, words: 'Đã xóa trắng.' });
    draft.startOver();
  };
  const openEarlier = ({ values }: FoundDraft) => {
    setReplaced({ values: form.getValues(), words: 'Đã mở bản nháp, thay cho phần vừa gõ.' });
    reception.forgetError();
    fill(values);
    draft.dropEarlier();
    draft.startOver();
  };
  const copy = (values: IntakeValues) => {
    const before = form.getValues();
    setReplaced(
      isTouched(before) ? { values: before, words: 'Đã mở bản sao hồ sơ, thay cho phần vừa gõ.' } : null,
    );
    reception.forgetError();
    // Who takes it in, and whether this dossier is digital, is not the other case's to say.
    const { slips, point } = before;
    fill({ ...withFreshKey(values), promisedAt: null, digitised: null, slips, point }, 'procedure');
  };
  const [copyError, setCopyError] = useState<unknown>(null);
  useCopy(copy, setCopyError);
  const undo = () => {
    if (!replaced) return;
    fill(replaced.values);
    setReplaced(null);
  };
  useKeys({ primary: submit, back: clear, undo });
  // Before a dialog over the page takes the focus: it gives it back to here.
  useLayoutEffect(() => {
    if (formNumber >= 0 && begin.current === 'scan') scan.current?.focus();
    else form.setFocus('procedureCode');
  }, [form, formNumber]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const isEmptyField = event.target instanceof HTMLInputElement && event.target.value === '';
    if (event.ctrlKey && event.key === 'z' && replaced && isEmptyField) {
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
          <DraftNote
            {...draft}
            onDiscard={clear}
            onOpenEarlier={openEarlier}
            onDropEarlier={draft.dropEarlier}
          />
          <Button variant="text" size="small" component={Link} to="/tiep-nhan/danh-sach">
            Theo danh sách
          </Button>
          <Button variant="text" size="small" disabled={isUnsure} onClick={clear} aria-keyshortcuts="Escape">
            Xóa trắng <Keycap name="back" />
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          key={formNumber}
          ref={columns}
          className={styles.columns}
          noValidate
          // On its way to become a case: what is typed now would be lost, or would not be in it.
          inert={isUnsure}
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <PersonColumn scanRef={scan} note={note} onNote={setNote} />
          <ProcedureColumn />
          <div className={styles.right}>
            <AppointmentCard settleRef={settle} />
            <HandlingCard pending={reception.pending} isAsked={missing.isAsked} onRegister={askRegister} />
          </div>
        </form>
        {asked && (
          <RegisterDialog
            {...asked}
            pending={reception.pending}
            error={reception.error}
            onRegister={(registering) => reception.register(asked.input, registering)}
            onClose={() => setAsked(null)}
          />
        )}
      </FormProvider>
      {reception.error !== null && asked === null && <ErrorNotice error={reception.error} />}
      {reception.doubt && <DoubtNotice doubt={reception.doubt} />}
      {reception.earlier && saved === null && <EarlierNotice {...reception.earlier} />}
      {copyError !== null && <ErrorNotice error={copyError} />}
      {replaced ? (
        <QuietBar
          tone="done"
          actions={
            <Button variant="text" onClick={undo}>
              Hoàn tác <Keycap name="undo" />
            </Button>
          }
        >
          {replaced.words}
        </QuietBar>
      ) : (
        saved && (
          <SavedBar
            saved={saved}
            onSamePerson={() =>
              fill(
                { ...emptyIntake(form.getValues('slips')), applicant: saved.values.applicant },
                'procedure',
              )
            }
            onCopy={() => copy(saved.values)}
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

/** The rules of the procedures that were chosen are here already: the screen draws them. */
function useReceivingResolver() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const today = useOfficeNow().slice(0, 10);
  const day = useRef(today);
  useEffect(() => {
    day.current = today;
  }, [today]);
  return useMemo(
    () =>
      receivingResolver(
        (code) => client.getQueryData(trpc.catalogue.get.queryKey({ code }))?.procedure.fee.rule,
        () => day.current,
      ),
    [client, trpc],
  );
}

/** What a field writes when it is left it writes now: the form is about to be taken as it stands. */
function leaveAndReturn(form: HTMLFormElement | null): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !form?.contains(field)) return;
  field.blur();
  field.focus({ preventScroll: true });
}

function TodayCount() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const filter = { receivedFrom: today, receivedTo: today };
  const asked = useQuery(trpc.cases.list.queryOptions({ view: 'all', filter, limit: 1 }));
  return asked.data ? `hồ sơ thứ ${asked.data.total + 1} hôm nay` : null;
}
