import TextField from '@mui/material/TextField';

/** A line for the timeline; never asked for. */
export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  return (
    <TextField
      label="Ghi chú, không bắt buộc"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
