import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useDigitalSetup } from './use-digital-setup.ts';

/** Tổ dân phố, tiểu khu, bản: one of the office's (or of `areas`), or as it is called. */
export function AreaField(props: {
  value: string;
  areas?: readonly string[];
  onChange: (area: string) => void;
}) {
  const { value, areas, onChange } = props;
  const setup = useDigitalSetup(areas === undefined);
  return (
    <Autocomplete
      freeSolo
      options={areas ?? setup?.areas ?? []}
      inputValue={value}
      onInputChange={(_, area) => onChange(area.slice(0, 80))}
      renderInput={(params) => <TextField {...params} label="Địa bàn" />}
    />
  );
}
