import Search from '@mui/icons-material/Search';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { digitsOf, fewestNumberDigits, fewestTailDigits } from '../../../shared/domain/digits.ts';
import type { SearchHit } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { describeError } from '../../error-sentences.ts';
import { keys } from '../../keys.ts';
import styles from './SearchBox.module.css';
import { SearchRow } from './SearchRow.tsx';

const shownHits = 8;

/** The one search box. Typing lists, Enter opens; a scanner's code and Enter open the case at once. */
export function SearchBox({ ref }: { ref: Ref<HTMLInputElement> }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const own = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const asked = useDebounced(text.trim());
  const options = (words: string) => trpc.cases.search.queryOptions({ text: words, limit: shownHits });
  const found = useQuery({
    ...options(asked),
    enabled: open && canAsk(asked),
    placeholderData: (old) => old,
  });
  const settled = asked === text.trim() && !found.isFetching;

  const openCase = (hit: SearchHit) => {
    setText('');
    setOpen(false);
    own.current?.blur();
    void navigate(`/ho-so/${hit.id}`);
  };

  /** Enter before the list has caught up, as a scanner types it: ask now, and open the only answer or the exact code. */
  const openTyped = async () => {
    const hits = await client.fetchQuery(options(text.trim())).catch(() => []);
    const hit = hits.find(({ matched }) => matched === 'code') ?? (hits.length === 1 ? hits[0] : undefined);
    if (hit) openCase(hit);
  };
  const onKeyDown = (event: KeyboardEvent & { defaultMuiPrevented?: boolean | undefined }) => {
    if (event.key === 'Escape' && !open) {
      event.preventDefault();
      setText('');
      own.current?.blur();
    }
    if (event.key !== 'Enter' || !canAsk(text.trim()) || settled) return;
    event.defaultMuiPrevented = true;
    event.preventDefault();
    void openTyped();
  };

  return (
    <search className={styles.search}>
      <Autocomplete<SearchHit>
        value={null}
        inputValue={text}
        options={canAsk(asked) ? (found.data ?? []) : []}
        open={open && text.trim().length > 1}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onInputChange={(_, value, reason) => reason === 'input' && setText(value)}
        onChange={(_, hit) => hit && openCase(hit)}
        onKeyDown={onKeyDown}
        filterOptions={(hits) => hits}
        getOptionLabel={(hit) => hit.caseCode}
        getOptionKey={(hit) => hit.id}
        autoHighlight
        disablePortal
        forcePopupIcon={false}
        loading={!settled}
        loadingText="Đang tìm…"
        noOptionsText={found.isError ? describeError(found.error).sentence : nothingWords(asked)}
        renderOption={({ key, ...props }, hit) => (
          <li key={key} {...props}>
            <SearchRow hit={hit} />
          </li>
        )}
        slotProps={{
          popper: { className: styles.popper, placement: 'bottom-start' },
          listbox: { className: styles.hits },
        }}
        renderInput={(params) => (
          <TextField
            {...params}
            inputRef={(element: HTMLInputElement | null) => {
              own.current = element;
              if (typeof ref === 'function') ref(element);
              else if (ref) ref.current = element;
            }}
            placeholder="Tìm mã, tên, điện thoại, hoặc quét phiếu"
            slotProps={{
              ...params.slotProps,
              htmlInput: {
                ...params.slotProps.htmlInput,
                'aria-label': 'Tìm hồ sơ',
                'aria-keyshortcuts': keys.search.combos.join(' '),
                maxLength: 120,
                spellCheck: false,
              },
              input: {
                ...params.slotProps.input,
                startAdornment: <Search className={styles.icon} />,
                endAdornment: <Keycap name="search" />,
              },
            }}
          />
        )}
      />
    </search>
  );
}

/** Two letters of a name, three digits of anything. */
function canAsk(text: string): boolean {
  const digits = digitsOf(text);
  return digits === undefined ? text.length > 1 : digits.length >= fewestTailDigits;
}

function nothingWords(text: string): string {
  if (!canAsk(text)) return `Gõ ít nhất ${fewestTailDigits} số cuối của mã hồ sơ hoặc điện thoại.`;
  const nothing = `Không tìm thấy “${text}”.`;
  return (digitsOf(text)?.length ?? fewestNumberDigits) < fewestNumberDigits
    ? `${nothing} Số định danh: gõ từ ${fewestNumberDigits} số đầu.`
    : `${nothing} Thử tên không dấu, số cuối của mã, hoặc số điện thoại.`;
}
