import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { parseTypedDay } from '../../../shared/format.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { readEntry } from '../intake/person.ts';
import { AreaField } from './AreaField.tsx';
import styles from './Tally.module.css';
import type { Tally } from './use-tally.ts';

/** A card, a number or a telephone in the first field; otherwise, where names are kept, name and birth year. */
export function TallyPerson(props: {
  tally: Tally;
  areas: readonly string[];
  /** Without names a person is known by his number alone, and no more is asked. */
  hasNames: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
}) {
  const { tally, areas, hasNames, inputRef } = props;
  const { person, setPerson } = tally;
  const [refusal, setRefusal] = useState<string | null>(null);
  const scan = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || person.number.trim() === '') return;
    const entry = readEntry(person.number);
    setRefusal(entry.kind === 'refused' ? entry.sentence : null);
    if (entry.kind === 'refused') setPerson({ ...person, number: '' });
    if (entry.kind === 'card' && !hasNames) return setPerson({ ...person, number: entry.applicant.idNumber });
    if (entry.kind === 'card') {
      const { idNumber, name, birthOn } = entry.applicant;
      const year = parseTypedDay(birthOn)?.slice(0, 4) ?? '';
      setPerson({ ...person, number: idNumber, name: name || person.name, birthYear: year });
    }
    // A name typed where a number is asked is a name.
    if (entry.kind === 'typed' && entry.applicant.name && hasNames)
      setPerson({ ...person, number: '', name: entry.applicant.name });
  };
  return (
    <div className={hasNames ? styles.person : styles.number}>
      <TextField
        label="Quét thẻ, gõ số định danh hoặc điện thoại"
        value={person.number}
        autoFocus
        inputRef={inputRef}
        onKeyDown={scan}
        onChange={({ target }) => setPerson({ ...person, number: target.value })}
        slotProps={{ htmlInput: { 'data-scan': '', autoComplete: 'off', spellCheck: false, maxLength: 400 } }}
      />
      {hasNames && (
        <>
          <LabelledField
            label="Họ và tên"
            value={person.name}
            onChange={(name) => setPerson({ ...person, name })}
          />
          <LabelledField
            label="Năm sinh"
            value={person.birthYear}
            onChange={(birthYear) => setPerson({ ...person, birthYear })}
            numeric
          />
        </>
      )}
      <AreaField areas={areas} value={person.area} onChange={(area) => setPerson({ ...person, area })} />
      {refusal && (
        <p role="alert">
          <StatusMark tone="late">{refusal}</StatusMark>
        </p>
      )}
    </div>
  );
}
