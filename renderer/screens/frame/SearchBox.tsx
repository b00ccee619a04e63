import Search from '@mui/icons-material/Search';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { digitsOf, fewestNumberDigits, fewestTailDigits } from '../../../shared/domain/digits.ts';
import { looksSigned } from '../../../shared/domain/slip-signature.ts';
import type { SearchHit } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { describeError } from '../../error-sentences.ts';
import { keys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import type { FramePage } from './rail-pages.ts';
import { findPages, namedPages } from './rarer-pages.ts';
import styles from './SearchBox.module.css';
import { PageRow, SearchRow } from './SearchRow.tsx';

const shownHits = 8;
/** How long it is said of a scanned slip that it is genuine. */
const saidMs = 8000;

/** A case that was found, or a page by its name. */
type Found = SearchHit | FramePage;

/** The one search box. Typing lists, Enter opens; a scanner's code and Enter open the case at once. Pages stand after the cases. */
export function SearchBox({ ref }: { ref: Ref<HTMLInputElement> }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { person } = useSession();
  const own = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [isGenuine, setGenuine] = useState(false);
  useEffect(() => {
    if (!isGenuine) return;
    const timer = setTimeout(() => setGenuine(false), saidMs);
    return () => clearTimeout(timer);
  }, [isGenuine]);
  // What was looked for on one page is no answer on the next.
  const [page, setPage] = useState(pathname);
  if (page !== pathname) {
    setPage(pathname);
    if (!open) setText('');
  }
  const asked = useDebounced(text.trim());
  const options = (words: string) => trpc.cases.search.queryOptions({ text: words, limit: shownHits });
  const found = useQuery({
    ...options(asked),
    enabled: open && canAsk(asked),
    placeholderData: (old) => old,
  });
  const settled = asked === text.trim() && !found.isFetching;

  const pages = namedPages(person?.roles ?? []);
  const openFound = (one: Found) => {
    setText('');
    setOpen(false);
    own.current?.blur();
    void navigate(isPage(one) ? one.to : `/ho-so/${one.id}`);
  };

  /** Enter before the list has caught up, as a scanner types it: ask now, and open the only answer or the exact code. */
  const openTyped = async () => {
    const hits = await client.fetchQuery(options(text.trim())).catch(() => []);
    const hit = hits.find(({ matched }) => matched === 'code') ?? (hits.length === 1 ? hits[0] : undefined);
    const [page] = findPages(pages, text);
    if (hit) openFound(hit);
    else if (hits.length === 0 && page) openFound(page);
  };
  /** A signed slip: a genuine one opens its case, of all others the page for checking says what is wrong. */
  const openSigned = async () => {
    const scanned = text.trim();
    setText('');
    setOpen(false);
    setGenuine(false);
    own.current?.blur();
    const options = trpc.signing.check.queryOptions({ text: scanned }, { staleTime: 0 });
    const check = await client.fetchQuery(options).catch(() => null);
    if (check?.verdict !== 'genuine' || !check.found?.agrees)
      return void navigate('/kiem-tra-phieu', { state: { scanned } });
    setGenuine(true);
    void navigate(`/ho-so/${check.found.id}`);
  };
  const onKeyDown = (event: KeyboardEvent & { defaultMuiPrevented?: boolean | undefined }) => {
    if (event.key === 'Escape' && !open) {
      event.preventDefault();
      setText('');
      own.current?.blur();
    }
    const isSigned = looksSigned(text);
    if (event.key !== 'Enter' || (!isSigned && (!canAsk(text.trim()) || settled))) return;
    event.defaultMuiPrevented = true;
    event.preventDefault();
    void (isSigned ? openSigned() : openTyped());
  };

  return (
    <search className={styles.search}>
      <Autocomplete<Found>
        value={null}
        inputValue={text}
        // Pages wait for the cases: nothing moves under the hand.
        options={canAsk(asked) ? [...(found.data ?? []), ...(settled ? findPages(pages, asked) : [])] : []}
        open={open && text.trim().length > 1}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onInputChange={(_, value, reason) => reason === 'input' && setText(value)}
        onChange={(_, one) => one && openFound(one)}
        onKeyDown={onKeyDown}
        filterOptions={(hits) => hits}
        getOptionLabel={(one) => (isPage(one) ? one.label : one.caseCode)}
        getOptionKey={(one) => (isPage(one) ? one.to : one.id)}
        autoHighlight
        disablePortal
        forcePopupIcon={false}
        loading={!settled}
        loadingText="Đang tìm…"
        noOptionsText={found.isError ? describeError(found.error).sentence : nothingWords(asked)}
        renderOption={({ key, ...props }, one) => (
          <li key={key} {...props}>
            {isPage(one) ? <PageRow page={one} /> : <SearchRow hit={one} />}
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
            placeholder={isGenuine ? '' : 'Tìm mã, tên, điện thoại, hoặc quét phiếu'}
            slotProps={{
              ...params.slotProps,
              htmlInput: {
                ...params.slotProps.htmlInput,
                'aria-label': 'Tìm hồ sơ',
                'aria-keyshortcuts': keys.search.combos.join(' '),
                maxLength: 240,
                spellCheck: false,
              },
              input: {
                ...params.slotProps.input,
                startAdornment: <Search className={styles.icon} />,
                endAdornment: (
                  <span className={styles.end} role="status">
                    {isGenuine ? (
                      <StatusMark tone="ok">Phiếu thật, giờ hẹn khớp sổ</StatusMark>
                    ) : (
                      <Keycap name="search" />
                    )}
                  </span>
                ),
              },
            }}
          />
        )}
      />
    </search>
  );
}

function isPage(one: Found): one is FramePage {
  return 'to' in one;
}

/** Two letters of a name, three digits of anything. */
function canAsk(text: string): boolean {
  if (looksSigned(text)) return false;
  const digits = digitsOf(text);
  return digits === undefined ? text.length > 1 : digits.length >= fewestTailDigits;
}

function nothingWords(text: string): string {
  if (looksSigned(text)) return 'Nhấn Enter để kiểm tra phiếu.';
  if (!canAsk(text)) return `Gõ ít nhất ${fewestTailDigits} số cuối của mã hồ sơ hoặc điện thoại.`;
  const nothing = `Không tìm thấy “${text}”.`;
  return (digitsOf(text)?.length ?? fewestNumberDigits) < fewestNumberDigits
    ? `${nothing} Số định danh: gõ từ ${fewestNumberDigits} số đầu.`
    : `${nothing} Thử tên không dấu, số cuối của mã, hoặc số điện thoại.`;
}
