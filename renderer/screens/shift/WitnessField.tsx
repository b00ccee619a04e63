import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { fieldSentence } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';

/** Who counted along and signs beside the cashier: somebody of the office, or a name as it is written. */
export function WitnessField(props: {
  value: string;
  fault: string | undefined;
  onChange: (name: string) => void;
}) {
  const { value, fault, onChange } = props;
  const { people, person } = useSession();
  return (
    <Autocomplete
      freeSolo
      autoHighlight
      options={people.filter(({ id }) => id !== person?.id).map(({ name }) => name)}
      inputValue={value}
      onInputChange={(_, name) => onChange(name)}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Người kiểm tra"
          error={fault !== undefined}
          helperText={
            fault === undefined ? 'Cùng đếm và ký vào phiếu chốt ca' : fieldSentence(fault, 'Người kiểm tra')
          }
        />
      )}
    />
  );
}
