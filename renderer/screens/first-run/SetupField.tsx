import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { fieldSentence } from '../../error-sentences.ts';

/** A labelled field with its sentence: the fault, or what it changes. */
export function SetupField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  hint?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  onBlur?: () => void;
  numeric?: boolean;
}) {
  const { label, value, onChange, fault, hint, placeholder, autoFocus = false, onBlur, numeric } = props;
  return (
    <TextField
      label={label}
      value={value}
      autoFocus={autoFocus}
      error={fault !== undefined}
      helperText={fault === undefined ? hint : fieldSentence(fault)}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
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
