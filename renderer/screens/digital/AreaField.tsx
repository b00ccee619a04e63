import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useDigitalSetup } from './use-digital-setup.ts';

/** Tổ dân phố, tiểu khu, bản: one of the office's, or as it is called. */
export function AreaField({ value, onChange }: { value: string; onChange: (area: string) => void }) {
  const setup = useDigitalSetup();
  return (
    <Autocomplete
      freeSolo
      options={setup?.areas ?? []}
      inputValue={value}
      onInputChange={(_, area) => onChange(area.slice(0, 80))}
      renderInput={(params) => <TextField {...params} label="Địa bàn" />}
    />
  );
}
