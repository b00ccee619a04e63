import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { shortLimitText } from '../../shared/appointment-words.ts';
import type { CatalogueRow } from '../../shared/views.ts';
import { findProcedures } from './find-procedures.ts';
import styles from './ProcedureSearch.module.css';

/** Type-ahead over the catalogue: initials, words, code. Enter takes the first, also when the catalogue is still on its way. */
export function ProcedureSearch(props: {
  rows: readonly CatalogueRow[];
  onPick: (row: CatalogueRow) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** What stands in the field when it opens, e.g. the letter that opened it. */
  initialText?: string;
  autoFocus?: boolean;
  hint?: string;
  /** Instead of the hint. */
  error?: string | undefined;
}) {
  const { rows, onPick, inputRef, initialText = '', autoFocus = false, hint, error } = props;
  const [text, setText] = useState(initialText);
  const entered = useRef(false);
  const enterEarly = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || rows.length > 0 || text === '') return;
    entered.current = true;
    event.preventDefault();
  };
  useEffect(() => {
    const [first] = entered.current ? findProcedures(rows, text) : [];
    if (first === undefined) return;
    entered.current = false;
    onPick(first);
  }, [rows, text, onPick]);
  return (
    <Autocomplete
      autoHighlight
      openOnFocus={autoFocus}
      options={[...rows]}
      value={null}
      inputValue={text}
      onInputChange={(_, value, reason) => {
        entered.current = false;
        if (reason === 'input' || reason === 'clear') setText(value);
      }}
      clearOnBlur={false}
      onKeyDown={enterEarly}
      filterOptions={(options, { inputValue }) => findProcedures(options, inputValue).slice(0, 40)}
      getOptionLabel={(row) => row.shortName}
      getOptionKey={(row) => row.code}
      noOptionsText="Không thấy. Thử một từ trong tên, chữ đầu hoặc mã thủ tục."
      onChange={(_, row) => row && onPick(row)}
      renderOption={({ key, ...optionProps }, row) => (
        <li key={key} {...optionProps}>
          <span className={styles.option}>
            <b>{row.shortName}</b>
            <span>{row.initials[0]}</span>
            <small>
              {row.code} · {row.field} · {shortLimitText(row.limit)}
            </small>
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={inputRef}
          autoFocus={autoFocus}
          placeholder="Chữ đầu, từ bất kỳ hoặc mã"
          error={error !== undefined}
          helperText={error ?? hint}
          slotProps={{
            ...params.slotProps,
            input: {
              ...params.slotProps.input,
              className: `${params.slotProps.input.className} ${styles.input}`,
              startAdornment: (
                <InputAdornment position="start">
                  <SearchOutlined />
                </InputAdornment>
              ),
              endAdornment: null,
            },
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': 'Tìm thủ tục', spellCheck: false },
          }}
        />
      )}
    />
  );
}
