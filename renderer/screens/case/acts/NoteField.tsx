import TextField from '@mui/material/TextField';

interface NoteFieldProps {
  label?: string | undefined;
  value: string;
  onChange: (note: string) => void;
}

/** A line for the timeline; never asked for. */
export function NoteField({ label = 'Ghi chú, không bắt buộc', value, onChange }: NoteFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
