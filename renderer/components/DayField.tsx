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
}

/** A day of 1900–2199 typed as 8 digits, shown as dd/MM/yyyy. Takes effect when it is whole; empty takes the condition away. */
export function DayField({ label, isLabelHidden = false, day, onChange }: DayFieldProps) {
  const [text, setText] = useState(day ? formatDay(day) : '');
  const [left, setLeft] = useState(false);
  const [known, setKnown] = useState(day);
  // Changed from outside: what is typed here already is that day.
  if (day !== known) {
    setKnown(day);
    if (day !== parseTypedDay(text)) setText(day ? formatDay(day) : '');
  }
  const isWrong = left && text.trim() !== '' && parseTypedDay(text) === undefined;
  const type = (typed: string) => {
    setText(typed);
    const whole = parseTypedDay(typed);
    if (whole !== undefined || typed.trim() === '') onChange(whole);
  };
  return (
    <TextField
      {...(!isLabelHidden && { label })}
      value={text}
      placeholder="ngày tháng năm"
      error={isWrong}
      helperText={isWrong && fieldSentence('day')}
      onChange={({ target }) => type(target.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        const whole = parseTypedDay(text);
        if (whole) setText(formatDay(whole));
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
