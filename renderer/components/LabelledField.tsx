import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { fieldSentence } from '../error-sentences.ts';
import styles from './SettingFields.module.css';

/** A labelled field with its sentence: the fault, or what it changes. */
export function LabelledField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  /** Instead of the fault's own sentence. */
  faultText?: string | undefined;
  hint?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  onBlur?: () => void;
  numeric?: boolean;
}) {
  const {
    label,
    value,
    onChange,
    fault,
    faultText,
    hint,
    placeholder,
    autoFocus = false,
    disabled = false,
    onBlur,
    numeric,
  } = props;
  return (
    <TextField
      label={label}
      value={value}
      autoFocus={autoFocus}
      disabled={disabled}
      error={fault !== undefined}
      helperText={
        fault === undefined
          ? hint
          : (faultText ?? fieldSentence(value.trim() === '' ? 'required' : fault, label))
      }
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        ...(fault === undefined && { formHelperText: { className: styles.hint } }),
        htmlInput: {
          autoComplete: 'off',
          spellCheck: false,
          maxLength: 200,
          ...(numeric && { inputMode: 'numeric' }),
        },
      }}
      {...(placeholder && { placeholder })}
      {...(onBlur && { onBlur })}
    />
  );
}
