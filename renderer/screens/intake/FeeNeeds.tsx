import TextField from '@mui/material/TextField';
import { useController, useFormContext } from 'react-hook-form';
import type { FeeRule } from '../../../shared/domain/fee-rule.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';
import { TickChip } from '../../components/TickChip.tsx';
import styles from './Fee.module.css';
import { FeeFault } from './FeeFault.tsx';
import { HandlingLine } from './HandlingLine.tsx';
import type { IntakeValues } from './intake-values.ts';

/** Only what the rule needs: the day of birth or death, how many copies. Pages come from the papers. */
export function FeeNeeds({ rule }: { rule: FeeRule }) {
  const late = rule.items.find((item) => item.per === 'lateCase');
  const copied = rule.items.find((item) => item.per === 'copy' || item.onRequest);
  if (late === undefined && copied === undefined) return null;
  const copies = copied && <Copies isOnRequest={copied.onRequest} />;
  return (
    <>
      {late && (
        <>
          <HandlingLine label={dayWord(late.since)}>
            <span className={styles.needs}>
              <EventDay label={dayWord(late.since)} />
              <EventUnknown />
            </span>
          </HandlingLine>
          <FeeFault name="fee.eventOn" />
        </>
      )}
      {copies && (
        <HandlingLine label={late ? 'Bản sao' : 'Số bản'}>
          <span className={styles.needs}>{copies}</span>
        </HandlingLine>
      )}
      <FeeFault name="fee.copies" />
    </>
  );
}

/** "ngày chết" → "Chết ngày": the label of a date, not of the field of the person. */
function dayWord(since: string): string {
  const word = since.replace(/^ngày\s+/i, '');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ngày`;
}

function EventDay({ label }: { label: string }) {
  const { setValue, getValues, trigger } = useFormContext<IntakeValues>();
  const { field, fieldState } = useController<IntakeValues, 'fee.eventOn'>({ name: 'fee.eventOn' });
  return (
    <TextField
      value={field.value}
      onChange={field.onChange}
      onBlur={() => {
        field.onBlur();
        const typed = getValues('fee.eventOn');
        const day = parseTypedDay(typed);
        if (day !== undefined) setValue('fee.eventOn', formatDay(day));
        if (typed.trim() !== '') setValue('fee.isEventUnknown', false);
        if (typed.trim() !== '') void trigger('fee.eventOn');
      }}
      inputRef={field.ref}
      error={fieldState.invalid}
      placeholder="8 số"
      slotProps={{ htmlInput: { 'aria-label': label, inputMode: 'numeric', maxLength: 10 } }}
    />
  );
}

/** Nobody knows the day yet: the price counts as in time, and the line says so. */
function EventUnknown() {
  const { setValue, clearErrors } = useFormContext<IntakeValues>();
  const { field } = useController<IntakeValues, 'fee.isEventUnknown'>({ name: 'fee.isEventUnknown' });
  return (
    <TickChip
      checked={field.value}
      onChange={(isUnknown) => {
        field.onChange(isUnknown);
        if (!isUnknown) return;
        setValue('fee.eventOn', '');
        clearErrors('fee.eventOn');
      }}
    >
      chưa rõ
    </TickChip>
  );
}

function Copies({ isOnRequest }: { isOnRequest: boolean }) {
  const { field, fieldState } = useController<IntakeValues, 'fee.copies'>({ name: 'fee.copies' });
  return (
    <span className={styles.copies}>
      <TextField
        value={field.value}
        onChange={({ target }) => field.onChange(target.value.replaceAll(/\D/g, ''))}
        onBlur={field.onBlur}
        inputRef={field.ref}
        error={fieldState.invalid}
        placeholder={isOnRequest ? '0' : '1'}
        slotProps={{
          htmlInput: { 'aria-label': 'Bản sao trả kèm', inputMode: 'numeric', maxLength: 3 },
        }}
      />
      {isOnRequest ? 'bản sao thêm' : 'bản'}
    </span>
  );
}
