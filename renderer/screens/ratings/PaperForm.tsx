import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useRef, useState } from 'react';
import { asksReasons, ratingStages } from '../../../shared/domain/rating.ts';
import { formatDay } from '../../../shared/format.ts';
import { markLabel, ratingStageLabels } from '../../../shared/labels.ts';
import type { RatingSetup } from '../../../shared/views-rating.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { ProcedureSearch } from '../../components/ProcedureSearch.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import fields from '../../components/SettingFields.module.css';
import { TickChip } from '../../components/TickChip.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useKeys } from '../../keys.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './Paper.module.css';
import { markOf, type PaperValues, readPaper } from './paper-values.ts';

/** One paper; saved, the procedure, the stage and the day stay for the next one. */
export function PaperForm({ setup }: { setup: RatingSetup }) {
  const { settings, asked } = setup;
  const { scale } = settings;
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const { data: procedures = [] } = useQuery(trpc.catalogue.list.queryOptions());
  const enter = useMutation(trpc.ratings.enterPaper.mutationOptions());
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<PaperValues>(() =>
    emptyPaper({ procedureCode: '', stage: '', day: formatDay(today) }),
  );
  const [showsFaults, setShowsFaults] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState(0);
  // Of one paper: sent again after a cut line it is not counted twice.
  const formKey = useRef(crypto.randomUUID());
  const set = (part: Partial<PaperValues>) => setValues((now) => ({ ...now, ...part }));
  const { faults, input } = readPaper(values, setup, today);
  const faultOf = (name: keyof typeof faults) => (showsFaults ? faults[name] : undefined);
  const save = useOnce(async () => {
    setShowsFaults(true);
    setError(null);
    if (input === undefined) return;
    try {
      await enter.mutateAsync({ ...input, formKey: formKey.current });
      formKey.current = crypto.randomUUID();
      setSaved((count) => count + 1);
      setShowsFaults(false);
      setValues(emptyPaper(values));
      form.current?.querySelector('input')?.focus();
    } catch (refusal) {
      setError(refusal);
    }
  });
  useKeys({ primary: () => void save.run() });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save.run();
  };
  const mark = markOf(values.mark, scale);
  const chosen = procedures.find(({ code }) => code === values.procedureCode);
  return (
    <>
      {saved > 0 && <QuietBar>Đã lưu. Lần này đã nhập {saved} phiếu.</QuietBar>}
      <form ref={form} className={styles.paper} noValidate onKeyDown={enterMovesOn} onSubmit={submit}>
        <div className={styles.pair}>
          <TextField
            label="Mã đánh giá trên phiếu"
            value={values.code}
            autoFocus
            error={faultOf('code') !== undefined}
            helperText={faultOf('code') ?? 'Gõ hoặc quét; để trống nếu phiếu không có mã.'}
            onChange={({ target }) => set({ code: target.value })}
            // A scanned code finds its field wherever the focus is.
            slotProps={{
              ...(faultOf('code') === undefined && { formHelperText: { className: fields.hint } }),
              htmlInput: { 'data-scan': '', autoComplete: 'off', inputMode: 'numeric', maxLength: 20 },
            }}
          />
          <LabelledField
            label="Ngày trên phiếu"
            value={values.day}
            onChange={(day) => set({ day })}
            fault={faultOf('day')}
            faultText={faults.day}
            numeric
          />
        </div>
        {values.code.trim() === '' && (
          <>
            {chosen ? (
              <div>
                <Chip label={chosen.shortName} onDelete={() => set({ procedureCode: '' })} />
              </div>
            ) : (
              <ProcedureSearch
                rows={procedures}
                onPick={({ code }) => set({ procedureCode: code })}
                error={faultOf('procedureCode')}
              />
            )}
            <StageField value={values.stage} onChange={(stage) => set({ stage })} fault={faultOf('stage')} />
          </>
        )}
        <MarkField
          label={asked.main}
          value={values.mark}
          scale={scale}
          onChange={(typed) => set({ mark: typed })}
          fault={faultOf('mark')}
          hint={scaleWords(scale)}
        />
        {asked.questions.map(({ code, text }) => (
          <MarkField
            key={code}
            label={text}
            value={values.marks[code] ?? ''}
            scale={scale}
            onChange={(typed) => set({ marks: { ...values.marks, [code]: typed } })}
            fault={faultOf(`marks.${code}`)}
          />
        ))}
        {mark !== undefined && asksReasons(mark, scale) && (
          <div className={styles.chips}>
            {asked.reasons.map((reason) => (
              <TickChip
                key={reason}
                checked={values.reasons.includes(reason)}
                onChange={(isOn) =>
                  set({
                    reasons: isOn
                      ? [...values.reasons, reason]
                      : values.reasons.filter((one) => one !== reason),
                  })
                }
              >
                {reason}
              </TickChip>
            ))}
          </div>
        )}
        <LabelledField
          label="Lời viết thêm"
          value={values.comment}
          onChange={(comment) => set({ comment })}
        />
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={save.pending}
            endIcon={<Keycap name="primary" />}
            aria-keyshortcuts="Control+Enter"
          >
            Lưu phiếu
          </Button>
        </div>
      </form>
    </>
  );
}

const emptyPaper = ({
  procedureCode,
  stage,
  day,
}: Pick<PaperValues, 'procedureCode' | 'stage' | 'day'>): PaperValues => ({
  code: '',
  procedureCode,
  stage,
  day,
  mark: '',
  marks: {},
  reasons: [],
  comment: '',
});

/** "1 Không hài lòng · 2 Hài lòng · 3 Rất hài lòng". */
const scaleWords = (scale: 3 | 5): string =>
  Array.from({ length: scale }, (_, index) => `${index + 1} ${markLabel(index + 1, scale)}`).join(' · ');

/** When the paper was handed out: its code would tell. */
function StageField(props: {
  value: PaperValues['stage'];
  onChange: (stage: PaperValues['stage']) => void;
  fault: string | undefined;
}) {
  const { value, onChange, fault } = props;
  return (
    <TextField
      select
      label="Phiếu phát khi"
      value={value}
      error={fault !== undefined}
      helperText={fault}
      onChange={({ target }) => onChange(ratingStages.find((stage) => stage === target.value) ?? '')}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      <option value="" />
      {ratingStages.map((stage) => (
        <option key={stage} value={stage}>
          {ratingStageLabels[stage]}
        </option>
      ))}
    </TextField>
  );
}

/** A digit is a mark; its word stands beside it. */
function MarkField(props: {
  label: string;
  value: string;
  scale: 3 | 5;
  onChange: (value: string) => void;
  fault: string | undefined;
  /** What stands beside an empty field. */
  hint?: string;
}) {
  const { label, value, scale, onChange, fault, hint = '' } = props;
  const mark = markOf(value, scale);
  return (
    <div className={styles.mark}>
      <p aria-hidden="true">{label}</p>
      <input
        aria-label={label}
        aria-invalid={fault !== undefined}
        value={value}
        inputMode="numeric"
        autoComplete="off"
        maxLength={1}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onChange(target.value)}
      />
      <span data-fault={fault !== undefined || undefined}>
        {fault ?? (mark === undefined ? hint : markLabel(mark, scale))}
      </span>
    </div>
  );
}
