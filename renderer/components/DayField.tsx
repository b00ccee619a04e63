import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { formatDay, parseTypedDay } from '../../shared/format.ts';
import { fieldSentence } from '../error-sentences.ts';

interface DayFieldProps {
  label: string;
  /** Read aloud only. */
  isLabelHidden?: boolean;
  day: string | undefined;
  onChange: (day: string | undefined) => void;
  /** What is wrong with a day that is one. */
  fault?: string | undefined;
}

/** A day of 1900–2199 typed as 8 digits, shown as dd/MM/yyyy. Takes effect when it is whole; empty takes the condition away. */
export function DayField({ label, isLabelHidden = false, day, onChange, fault }: DayFieldProps) {
  const [text, setText] = useState(day ? formatDay(day) : '');
  const [left, setLeft] = useState(false);
  const [known, setKnown] = useState(day);
  // Changed from outside: what is typed here already is that day.
  if (day !== known) {
    setKnown(day);
    if (day !== parseTypedDay(text)) setText(day ? formatDay(day) : '');
  }
  const isWhole = left || text.replaceAll(/\D/g, '').length >= 8;
  const isWrong = isWhole && text.trim() !== '' && parseTypedDay(text) === undefined;
  const type = (typed: string) => {
    setText(typed);
    const whole = parseTypedDay(typed);
    if (whole !== undefined || typed.trim() === '') onChange(whole);
  };
  /** As it is shown; what is no day says so. */
  const finish = () => {
    setLeft(true);
    const whole = parseTypedDay(text);
    if (whole) setText(formatDay(whole));
  };
  return (
    <TextField
      {...(!isLabelHidden && { label })}
      value={text}
      placeholder="ngày tháng năm"
      error={isWrong || fault !== undefined}
      helperText={isWrong ? fieldSentence('day') : fault}
      onChange={({ target }) => type(target.value)}
      onFocus={() => setLeft(false)}
      onBlur={finish}
      onKeyDown={({ key }) => {
        if (key === 'Enter') finish();
      }}
      slotProps={{
        htmlInput: {
          inputMode: 'numeric',
          maxLength: 10,
          ...(isLabelHidden && { 'aria-label': label }),
        },
      }}
    />
  );
}
