import TextField from '@mui/material/TextField';
import { fieldSentence } from '../error-sentences.ts';
import styles from './SettingFields.module.css';

/** A password, PIN or code: hidden as it is typed, never kept by the browser of a PC that several people share. */
export function SecretField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  /** Instead of the fault's own sentence. */
  faultText?: string | undefined;
  hint?: string;
  /** Six digits. */
  pin?: boolean;
  /** Shown as it is typed: a code from paper. */
  shown?: boolean;
  autoFocus?: boolean;
}) {
  const {
    label,
    value,
    onChange,
    fault,
    faultText,
    hint,
    pin = false,
    shown = false,
    autoFocus = false,
  } = props;
  return (
    <TextField
      label={label}
      value={value}
      type={shown ? 'text' : 'password'}
      autoFocus={autoFocus}
      error={fault !== undefined}
      helperText={fault === undefined ? hint : (faultText ?? fieldSentence(fault, label))}
      onChange={(event) =>
        onChange(pin ? event.target.value.replace(/\D/g, '').slice(0, 6) : event.target.value)
      }
      slotProps={{
        ...(fault === undefined && { formHelperText: { className: styles.hint } }),
        htmlInput: {
          autoComplete: 'new-password',
          spellCheck: false,
          autoCapitalize: 'off',
          maxLength: 200,
          ...(pin && { inputMode: 'numeric' }),
        },
      }}
    />
  );
}
