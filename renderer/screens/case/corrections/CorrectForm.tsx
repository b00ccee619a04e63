import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { formsOf } from '../../../../shared/domain/case-forms.ts';
import { intakeForms, type SlipForm } from '../../../../shared/domain/forms.ts';
import type { Receive } from '../../../../shared/domain/intake.ts';
import type { Procedure } from '../../../../shared/domain/procedure.ts';
import { shortSlipLabels } from '../../../../shared/labels.ts';
import type { CaseDetail } from '../../../../shared/views.ts';
import { useTRPC } from '../../../api.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../../components/enter-moves-on.ts';
import { Keycap } from '../../../components/Keycap.tsx';
import { Page } from '../../../components/Page.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { TickChip } from '../../../components/TickChip.tsx';
import { useOnce } from '../../../components/use-once.ts';
import { describeError } from '../../../error-sentences.ts';
import { useKeys } from '../../../keys.ts';
import { useOfficeNow } from '../../../session.tsx';
import { valuesOfCase } from '../../intake/case-values.ts';
import { DossierLine } from '../../intake/DossierLine.tsx';
import { HandlingFields } from '../../intake/HandlingCard.tsx';
import intakeStyles from '../../intake/Intake.module.css';
import { intakeResolver } from '../../intake/intake-resolver.ts';
import type { IntakeValues } from '../../intake/intake-values.ts';
import { PersonColumn } from '../../intake/PersonColumn.tsx';
import { ProcedureColumn } from '../../intake/ProcedureColumn.tsx';
import type { PersonNote } from '../../intake/use-person-entry.ts';
import { CorrectedDates } from './CorrectedDates.tsx';
import styles from './Corrections.module.css';
import { changesOf, enteredOf } from './correction-values.ts';
import { correctionWords } from './entered-words.ts';
import { OvertakenDialog } from './OvertakenDialog.tsx';
import { mergedValues } from './overtaken.ts';
import type { Corrected } from './use-corrected.ts';
import { useOvertaken } from './use-overtaken.ts';
import { versionWord } from './version-word.ts';

/** The intake's own form, filled with the case: what is changed, why, and what comes out of the printer again. */
export function CorrectForm({ detail, procedure }: { detail: CaseDetail; procedure: Procedure | undefined }) {
  const { id, state, prints } = detail;
  const [opened, setOpened] = useState(() => valuesOfCase(state, procedure));
  const [isComparing, setComparing] = useState(false);
  /** Every field is drawn anew with what was merged. */
  const [formNumber, setFormNumber] = useState(0);
  const form = useForm<IntakeValues, unknown, Receive>({
    defaultValues: opened,
    resolver: intakeResolver,
    shouldFocusError: false,
  });
  const scan = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<PersonNote | null>(null);
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const fitting = formsOf(state, useOfficeNow());
  const offered = intakeForms.filter((each) => fitting.includes(each));
  const printed = offered.filter((each) => prints.some(({ form: name }) => name === each));
  const [slips, setSlips] = useState<SlipForm[]>(printed);
  const values = useWatch({ control: form.control }) as IntakeValues;
  const changes = changesOf(opened, values);
  const fields = Object.keys(changes ?? {});
  const overtaken = useOvertaken(detail, enteredOf(values));
  const { lines } = overtaken;
  const { save, pending, error } = useCorrect(detail, overtaken.version, () => setComparing(true));
  const navigate = useNavigate();

  const submit = () =>
    void form.handleSubmit(
      () => {
        const now = changesOf(opened, form.getValues());
        if (lines.length > 0) setComparing(true);
        else if (reason.trim() === '') {
          setLacksReason(true);
          reasonField.current?.focus();
        } else if (now && Object.keys(now).length > 0) void save({ reason, changes: now, slips });
      },
      () =>
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(),
        ),
    )();
  const merge = (sides: Parameters<typeof mergedValues>[2]) => {
    const theirs = valuesOfCase(state, procedure);
    form.reset(mergedValues({ theirs, mine: form.getValues() }, lines, sides));
    setOpened(theirs);
    overtaken.goOn();
    setComparing(false);
    setFormNumber((number) => number + 1);
  };
  const leave = () => {
    if (fields.length > 0 && !isLeaving) setLeaving(true);
    else void navigate(`/ho-so/${id}`, { replace: true });
  };
  useKeys({ primary: submit, back: leave });
  // Once: the form itself is another object after each change.
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!hasBegun.current) form.setFocus('applicant.name');
    hasBegun.current = true;
  });

  return (
    <Page
      title="Sửa hồ sơ"
      sub={`${state.caseCode}, bản đang lưu là ${versionWord(state.contentVersion)}`}
      actions={
        <>
          {isLeaving && (
            <span className={styles.leaving} role="status">
              Phần vừa sửa chưa lưu. Bấm lần nữa để bỏ
            </span>
          )}
          <Button variant="text" size="small" onClick={leave} aria-keyshortcuts="Escape">
            Bỏ, quay lại <Keycap name="back" />
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          key={formNumber}
          className={intakeStyles.columns}
          noValidate
          onKeyDown={enterMovesOn}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <PersonColumn scanRef={scan} note={note} onNote={setNote} />
          <ProcedureColumn />
          <div className={`${intakeStyles.right} ${styles.right}`}>
            <CorrectedDates id={id} state={state} changes={changes ?? {}} />
            <section className={styles.card} aria-label="Lưu bản sửa">
              <HandlingFields receivedOn={state.registeredAt.slice(0, 10)} />
              <DossierLine />
              <TextField
                inputRef={reasonField}
                label="Lý do sửa"
                value={reason}
                onChange={({ target }) => {
                  setReason(target.value);
                  setLacksReason(false);
                }}
                error={lacksReason}
                helperText={lacksReason && 'Ghi lý do: bản cũ được giữ cùng lý do này.'}
                placeholder="vd. gõ nhầm ngày sinh"
                slotProps={{ htmlInput: { maxLength: 500 } }}
              />
              <div className={styles.slips}>
                <span>In lại</span>
                {offered.map((each) => (
                  <TickChip
                    key={each}
                    checked={slips.includes(each)}
                    onChange={(isOn) =>
                      setSlips(offered.filter((one) => (one === each ? isOn : slips.includes(one))))
                    }
                  >
                    {shortSlipLabels[each]}
                  </TickChip>
                ))}
              </div>
              <p className={styles.willChange} role="status">
                {changes === null
                  ? 'Còn ô chưa đúng, xem lời nhắc dưới từng ô.'
                  : fields.length === 0
                    ? 'Chưa sửa mục nào. Mã hồ sơ, số thứ tự và giờ tiếp nhận giữ nguyên.'
                    : `Sẽ sửa ${correctionWords(fields)}; thành ${versionWord(state.contentVersion + 1)}.`}
              </p>
              {lines.length > 0 && (
                <div className={styles.overtaken} role="status">
                  <StatusMark tone="due" strong>
                    {overtaken.by?.by.name ?? 'Người khác'} vừa sửa hồ sơ này
                  </StatusMark>
                  <Button size="small" onClick={() => setComparing(true)}>
                    Xem chỗ khác nhau
                  </Button>
                </div>
              )}
              {error !== null && lines.length === 0 && <ErrorNotice error={error} />}
              <Button
                type="submit"
                size="large"
                variant="contained"
                color="primary"
                fullWidth
                disabled={pending || fields.length === 0}
                aria-keyshortcuts="Control+Enter"
              >
                {pending ? 'Đang ghi sổ' : slips.length > 0 ? 'Lưu và in lại' : 'Lưu sửa'}
                <Keycap name="primary" />
              </Button>
            </section>
          </div>
        </form>
      </FormProvider>
      {isComparing && lines.length > 0 && (
        <OvertakenDialog
          lines={lines}
          by={overtaken.by}
          onMerge={merge}
          onClose={() => setComparing(false)}
        />
      )}
    </Page>
  );
}

/** Saves once, on a version, and goes back to the case. Where somebody else was quicker, what stands now is read first. */
function useCorrect({ id, prints }: CaseDetail, version: number, onOvertaken: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(trpc.cases.correct.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const { run, pending } = useOnce(
    async (input: Omit<Parameters<typeof mutateAsync>[0], 'id' | 'version'>) => {
      setError(null);
      try {
        const next = await mutateAsync({ id, version, ...input });
        client.setQueryData(trpc.cases.get.queryKey({ id }), next);
        const known = new Set(prints.map((print) => print.id));
        const corrected: Corrected = {
          version: next.state.version,
          jobIds: next.prints.filter((print) => !known.has(print.id)).map((print) => print.id),
        };
        await navigate(`/ho-so/${id}`, { replace: true, state: { corrected } });
      } catch (refusal) {
        setError(refusal);
        if (describeError(refusal).code !== 'stale') return;
        await client.invalidateQueries({ queryKey: trpc.cases.whole.queryKey({ id }) });
        onOvertaken();
      }
    },
  );
  return { save: run, pending, error };
}
