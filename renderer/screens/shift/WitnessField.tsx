import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { fold } from '../../../shared/domain/text.ts';
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
  const names = people.filter(({ id }) => id !== person?.id).map(({ name }) => name);
  /** Enter after a part of a name that only one colleague has writes it whole, and goes on. */
  const complete = (event: KeyboardEvent & { defaultMuiPrevented?: boolean | undefined }) => {
    const isChosen = (event.target as HTMLElement).hasAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || isChosen || value.trim() === '') return;
    event.defaultMuiPrevented = true;
    const [only, ...others] = names.filter((name) => fold(name).includes(fold(value.trim())));
    if (only !== undefined && others.length === 0) onChange(only);
  };
  return (
    <Autocomplete
      freeSolo
      options={names}
      inputValue={value}
      onInputChange={(_, name) => onChange(name)}
      onKeyDown={complete}
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
