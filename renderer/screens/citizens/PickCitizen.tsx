import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CitizenRow } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import styles from './Citizens.module.css';
import { factsOf } from './citizen-words.ts';

/** Finds another person of the register. */
export function PickCitizen(props: {
  label: string;
  /** Never offered: the person himself. */
  exceptId: number;
  value: CitizenRow | null;
  onPick: (row: CitizenRow | null) => void;
  /** What is wrong while nobody is picked. */
  fault?: string | undefined;
}) {
  const { label, exceptId, value, onPick, fault } = props;
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim()).slice(0, 120);
  const found = useQuery({ ...trpc.citizens.list.queryOptions({ text: asked }), enabled: asked.length > 1 });
  const rows = asked.length > 1 ? (found.data ?? []) : [];
  return (
    <Autocomplete
      autoHighlight
      forcePopupIcon={false}
      options={rows.filter(({ id }) => id !== exceptId)}
      value={value}
      inputValue={text}
      onInputChange={(_, words) => setText(words)}
      onChange={(_, row) => onPick(row)}
      filterOptions={(all) => all}
      getOptionLabel={(row) => row.name}
      getOptionKey={(row) => row.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={asked.length > 1 ? 'Không có ai khớp.' : 'Gõ tên, số hoặc điện thoại.'}
      renderOption={({ key, ...optionProps }, row) => (
        <li key={key} {...optionProps}>
          <span className={styles.option}>
            <b>{row.name}</b>
            <small className="cut">{factsOf(row)}</small>
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField {...params} label={label} error={fault !== undefined} helperText={fault} autoFocus />
      )}
    />
  );
}
