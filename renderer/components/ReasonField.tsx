import TextField from '@mui/material/TextField';
import { fieldSentence } from '../error-sentences.ts';
import styles from './FormDialog.module.css';

interface ReasonFieldProps {
  label?: string;
  value: string;
  onChange: (reason: string) => void;
  /** Usual phrases; a press adds one to what is written, a second press takes it away. */
  phrases: readonly string[];
  fault?: string | undefined;
}

/** Why, in the clerk's words or in usual ones. */
export function ReasonField({ label = 'Lý do', value, onChange, phrases, fault }: ReasonFieldProps) {
  return (
    <div>
      <TextField
        label={label}
        multiline
        minRows={2}
        maxRows={5}
        fullWidth
        value={value}
        error={fault !== undefined}
        helperText={fault !== undefined && fieldSentence(fault, label)}
        onChange={({ target }) => onChange(target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <div className={styles.chips} data-enter="skip">
        {phrases.map((phrase) => {
          const isIn = value.includes(phrase);
          return (
            <button
              key={phrase}
              type="button"
              className={styles.chip}
              aria-pressed={isIn}
              onClick={() => onChange(isIn ? without(value, phrase) : withPhrase(value, phrase))}
            >
              {phrase}
            </button>
          );
        })}
      </div>
    </div>
  );
}

function withPhrase(text: string, phrase: string): string {
  const before = text.trim().replace(/[.;]$/, '');
  return before === '' ? phrase : `${before}; ${phrase}`;
}

function without(text: string, phrase: string): string {
  return text
    .replace(phrase, '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('; ');
}
