import TextField from '@mui/material/TextField';
import { fieldSentence } from '../../../error-sentences.ts';

interface NoteFieldProps {
  label?: string | undefined;
  value: string;
  onChange: (note: string) => void;
  fault?: string | undefined;
}

/** A line for the timeline; never asked for. */
export function NoteField({ label = 'Ghi chú, không bắt buộc', value, onChange, fault }: NoteFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      error={fault !== undefined}
      helperText={fault && fieldSentence(fault)}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
