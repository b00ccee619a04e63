import TextField, { type TextFieldProps } from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { type FieldPathByValue, get, useController, useFormContext, useFormState } from 'react-hook-form';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';

export type TextPath = FieldPathByValue<IntakeValues, string>;

/** A text field of the intake form: label above, its sentence below when it is wrong. */
export function FormField(props: {
  name: TextPath;
  label: string;
  /** Rewrites what was typed when the field is left: "12091996" → "12/09/1996". */
  tidy?: (text: string) => string;
  placeholder?: string;
  inputMode?: 'numeric' | 'tel' | 'email' | 'text';
  multiline?: boolean;
  strong?: boolean;
  /** Options of a native list. */
  options?: readonly { value: string; label: string }[];
  /** The field is too narrow for a sentence: `PairFaults` shows it under the pair. */
  isNarrow?: boolean;
  adornment?: ReactNode;
}) {
  const {
    name,
    label,
    tidy,
    placeholder,
    inputMode = 'text',
    multiline,
    strong,
    options,
    isNarrow,
    adornment,
  } = props;
  const { trigger, setValue, getValues } = useFormContext<IntakeValues>();
  const { field, fieldState } = useController<IntakeValues, TextPath>({ name });
  const onBlur = () => {
    field.onBlur();
    // As the form has it now: what was drawn last may belong to the person before.
    const typed = getValues(name);
    const tidied = tidy?.(typed) ?? typed;
    if (tidied !== typed) setValue(name, tidied);
    if (typed.trim() !== '') void trigger(name);
  };
  const input: TextFieldProps['slotProps'] = {
    htmlInput: {
      inputMode,
      autoComplete: 'off',
      spellCheck: false,
      maxLength: 600,
      ...(strong && strongStyle),
      ...(isNarrow && fieldState.invalid && { 'aria-describedby': faultId(name) }),
    },
    ...(adornment && { input: { endAdornment: adornment } }),
    ...(options && { select: { native: true } }),
  };
  return (
    <TextField
      label={label}
      value={field.value}
      name={name}
      inputRef={field.ref}
      onChange={field.onChange}
      onBlur={onBlur}
      error={fieldState.invalid}
      helperText={isNarrow ? undefined : fieldState.error?.message}
      multiline={multiline ?? false}
      select={options !== undefined}
      slotProps={input}
      {...(placeholder && { placeholder })}
      {...(multiline && { minRows: 2, maxRows: 3 })}
    >
      {options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

const strongStyle = { style: { fontWeight: 600 } };

/** The sentences of narrow fields, under both of them. */
export function PairFaults({ names }: { names: readonly TextPath[] }) {
  const { errors } = useFormState<IntakeValues>({ name: names });
  return names.map((name) => {
    const fault: unknown = get(errors, name);
    if (typeof fault !== 'object' || fault === null || !('message' in fault)) return null;
    return (
      <p key={name} id={faultId(name)} className={styles.fieldError}>
        {String(fault.message)}
      </p>
    );
  });
}

function faultId(name: string): string {
  return `fault-${name.replace('.', '-')}`;
}
