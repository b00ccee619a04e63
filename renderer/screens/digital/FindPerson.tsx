import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import QrCodeScannerOutlined from '@mui/icons-material/QrCodeScannerOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { readCitizenCard } from '../../../shared/domain/citizen-card.ts';
import type { MetPerson } from '../../../shared/domain/digital.ts';
import { formatDay, formatPhone, parseTypedDay } from '../../../shared/format.ts';
import type { CitizenHint } from '../../../shared/views.ts';
import type { DigitalPersonRow } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useOfficeNow } from '../../session.tsx';
import { readEntry } from '../intake/person.ts';
import { factsOf } from './digital-words.ts';
import personStyles from './Person.module.css';

export type FoundPerson = { personId: number } | { citizenId: number } | { met: Partial<MetPerson> };

type Option =
  | { kind: 'known'; person: DigitalPersonRow }
  | { kind: 'citizen'; hint: CitizenHint }
  | { kind: 'new'; text: string };

/** A scanner leaves less than 50 ms between two keys; after so long it has ended. */
const scanRestMs = 400;

/** One field for a card, a number, a telephone or a name, as at intake. */
export function FindPerson(props: { onFound: (found: FoundPerson) => void; onNew: () => void }) {
  const { onFound, onNew } = props;
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const options = useOptions(text.trim());
  const enter = (typed: string) => {
    setText('');
    const entry = readEntry(typed);
    setRefusal(entry.kind === 'refused' ? entry.sentence : null);
    if (entry.kind !== 'refused') onFound({ met: metOf(entry.applicant) });
  };
  const take = (option: Option) => {
    setText('');
    setRefusal(null);
    if (option.kind === 'known') onFound({ personId: option.person.id });
    else if (option.kind === 'citizen') onFound({ citizenId: option.hint.id });
    else enter(option.text);
  };
  // Pasted, or typed by a scanner that ends with Tab or with nothing at all.
  useEffect(() => {
    if (readCitizenCard(text).kind !== 'card') return;
    const timer = setTimeout(() => enter(text), scanRestMs);
    return () => clearTimeout(timer);
  });
  return (
    <search className={personStyles.find}>
      <Autocomplete
        fullWidth
        open={options.length > 0}
        forcePopupIcon={false}
        autoHighlight
        clearOnBlur={false}
        options={options}
        filterOptions={(all) => all}
        getOptionLabel={labelOf}
        getOptionKey={keyOf}
        value={null}
        inputValue={text}
        onInputChange={(_, value, reason) => {
          if (reason === 'input' || reason === 'clear') setText(value);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.ctrlKey || options.length > 0 || text.trim() === '') return;
          event.preventDefault();
          enter(text);
        }}
        onChange={(_, picked) => picked !== null && take(picked)}
        renderOption={({ key, ...optionProps }, option) => (
          <li key={key} {...optionProps}>
            {option.kind === 'new' ? (
              <span>Ghi người mới: “{option.text}”</span>
            ) : (
              <span className={personStyles.option}>
                <b className="cut">{labelOf(option)}</b>
                <small className="cut">{subOf(option)}</small>
              </span>
            )}
          </li>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            autoFocus
            placeholder="Quét thẻ, gõ số, tên, điện thoại"
            slotProps={{
              ...params.slotProps,
              input: {
                ...params.slotProps.input,
                startAdornment: (
                  <InputAdornment position="start">
                    <QrCodeScannerOutlined />
                  </InputAdornment>
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
      <IconButton aria-label="Ghi người mới" title="Ghi người mới" onClick={onNew}>
        <PersonAddAltOutlined />
      </IconButton>
      {refusal && (
        <p role="alert" className={personStyles.refusal}>
          <StatusMark tone="late">{refusal}</StatusMark>
        </p>
      )}
    </search>
  );
}

/** Whoever has a card of digital support, then whoever the register of citizens knows; never a list of an older text. */
function useOptions(text: string): Option[] {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const asked = useDebounced(text);
  const canAsk = asked.length >= 2 && !asked.includes('|');
  const isName = !/^[\d\s.+]*$/.test(asked);
  const period = { from: today, to: today };
  const known = useQuery({
    ...trpc.digital.people.queryOptions({ period, state: 'all', name: asked.slice(0, 80), limit: 5 }),
    enabled: canAsk && isName,
  });
  const citizens = useQuery({
    ...trpc.citizens.find.queryOptions({ text: asked.slice(0, 120) }),
    enabled: canAsk,
  });
  if (!canAsk || asked !== text) return [];
  const people = isName ? (known.data?.rows ?? []) : [];
  const hints = (citizens.data ?? []).filter(
    ({ applicant }) => applicant.kind === 'citizen' && !people.some((person) => isSame(person, applicant)),
  );
  const options: Option[] = [
    ...people.map((person): Option => ({ kind: 'known', person })),
    ...hints.slice(0, 6).map((hint): Option => ({ kind: 'citizen', hint })),
  ];
  return options.length > 0 ? [...options, { kind: 'new', text: asked }] : [];
}

/** The same row twice helps nobody; who only shares a name stays. */
function isSame({ name, phone, birthYear }: DigitalPersonRow, applicant: CitizenHint['applicant']): boolean {
  const year = applicant.birthOn === null ? null : Number(applicant.birthOn.slice(0, 4));
  return name === applicant.name && year === birthYear && phone === applicant.phone;
}

function labelOf(option: Option): string {
  if (option.kind === 'known') return option.person.name;
  return option.kind === 'citizen' ? option.hint.applicant.name : option.text;
}

function keyOf(option: Option): string {
  if (option.kind === 'known') return `p${option.person.id}`;
  return option.kind === 'citizen' ? `c${option.hint.id}` : 'new';
}

function subOf(option: Exclude<Option, { kind: 'new' }>): string {
  if (option.kind === 'known') return `${factsOf(option.person)} · ${option.person.helps} lượt`;
  const { birthOn, phone, address } = option.hint.applicant;
  return [birthOn && formatDay(birthOn), phone && formatPhone(phone), address].filter(Boolean).join(' · ');
}

/** What the field told of somebody new. */
function metOf(applicant: {
  name?: string;
  idNumber?: string;
  phone?: string;
  birthOn?: string;
}): Partial<MetPerson> {
  const { name, idNumber, phone, birthOn } = applicant;
  const year = parseTypedDay(birthOn ?? '')?.slice(0, 4);
  return {
    ...(name && { name }),
    ...(idNumber && { idNumber }),
    ...(phone && { phone }),
    ...(year && { birthYear: Number(year) }),
  };
}
