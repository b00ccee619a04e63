import QrCodeScannerOutlined from '@mui/icons-material/QrCodeScannerOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { readCitizenCard } from '../../../shared/domain/citizen-card.ts';
import { digitsOf, fewestNumberDigits } from '../../../shared/domain/digits.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import type { CitizenHint } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import styles from './PersonColumn.module.css';
import { isSlipCode } from './person.ts';

/** A scanner leaves less than 50 ms between two keys; after so long it has ended. */
const scanRestMs = 400;

/** One field for a card, a number, a telephone or a name. Enter takes the first person known, or what was typed; a slip opens its case. */
export function ScanField(props: {
  inputRef: RefObject<HTMLInputElement | null>;
  onPick: (hint: CitizenHint) => void;
  onText: (text: string) => void;
}) {
  const { inputRef, onPick, onText } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const asked = useDebounced(text.trim());
  const canAsk = asked.length >= 2 && !asked.includes('|') && !isShortNumber(asked);
  const found = useQuery({
    ...trpc.citizens.find.queryOptions({ text: asked.slice(0, 120) }),
    enabled: canAsk,
  });
  // Never a list of an older text: a scanner's Enter comes faster than the answer.
  const hints = canAsk && asked === text.trim() ? (found.data ?? []) : [];
  const options: (CitizenHint | string)[] = hints.length > 0 ? [...hints, asked] : [];
  const take = (picked: CitizenHint | string) => {
    setText('');
    if (typeof picked === 'string') onText(picked);
    else onPick(picked);
  };
  const openSlip = async (code: string) => {
    setText('');
    const asked = trpc.cases.search.queryOptions({ text: code, limit: 1 });
    const [hit] = await client.fetchQuery(asked).catch(() => []);
    if (hit?.matched === 'code') void navigate(`/ho-so/${hit.id}`);
    else onText(code);
  };
  // Pasted, or typed by a scanner that ends with Tab or with nothing at all.
  useEffect(() => {
    if (readCitizenCard(text).kind !== 'card') return;
    const timer = setTimeout(() => {
      setText('');
      onText(text);
    }, scanRestMs);
    return () => clearTimeout(timer);
  });
  return (
    <Autocomplete
      open={isOpen && options.length > 0}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      forcePopupIcon={false}
      autoHighlight
      clearOnBlur={false}
      blurOnSelect={false}
      options={options}
      filterOptions={(all) => all}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.applicant.name)}
      getOptionKey={(option) => (typeof option === 'string' ? 'new' : option.id)}
      value={null}
      inputValue={text}
      onInputChange={(_, value, reason) => {
        if (reason === 'input' || reason === 'clear') setText(value);
      }}
      onKeyDown={(event: KeyboardEvent & { defaultMuiPrevented?: boolean | undefined }) => {
        if (event.key === 'Enter' && !event.ctrlKey && isSlipCode(text)) {
          event.defaultMuiPrevented = true;
          event.preventDefault();
          return void openSlip(text.trim());
        }
        if (event.key !== 'Enter' || event.ctrlKey || options.length > 0 || text.trim() === '') return;
        event.preventDefault();
        if (!isShortNumber(text.trim())) take(text);
      }}
      onChange={(_, picked) => picked !== null && take(picked)}
      renderOption={({ key, ...optionProps }, option) => (
        <li key={key} {...optionProps}>
          {typeof option === 'string' ? <span>Người khác: “{option}”</span> : <CitizenOption hint={option} />}
        </li>
      )}
      // Wider than the field: the number and the telephone tell namesakes apart.
      slotProps={{ popper: { placement: 'bottom-start', style: { width: 400 } } }}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={inputRef}
          placeholder="Quét thẻ, gõ số, tên, điện thoại"
          slotProps={{
            ...params.slotProps,
            input: {
              ...params.slotProps.input,
              className: `${params.slotProps.input.className} ${styles.scan}`,
              startAdornment: (
                <InputAdornment position="start">
                  <QrCodeScannerOutlined />
                </InputAdornment>
              ),
              endAdornment: isShortNumber(text.trim()) && (
                <span className={styles.fewDigits} role="status">
                  gõ đủ {fewestNumberDigits} số
                </span>
              ),
            },
            htmlInput: {
              ...params.slotProps.htmlInput,
              'data-scan': '',
              'aria-label': 'Quét thẻ, gõ số định danh, tên hoặc điện thoại',
              spellCheck: false,
            },
          }}
        />
      )}
    />
  );
}

/** Neither a number to look for nor a name. */
function isShortNumber(text: string): boolean {
  const digits = digitsOf(text);
  return digits !== undefined && digits.length < fewestNumberDigits;
}

function CitizenOption({ hint }: { hint: CitizenHint }) {
  const { applicant, maskedIdNumber, caseCount } = hint;
  const facts = [
    applicant.birthOn && formatDay(applicant.birthOn),
    maskedIdNumber,
    applicant.phone && formatPhone(applicant.phone),
    applicant.address,
  ].filter(Boolean);
  return (
    <span className={styles.option}>
      <b>{applicant.name}</b>
      <span>{caseCount} hồ sơ</span>
      <small className="cut">{facts.join(' · ')}</small>
    </span>
  );
}
