import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { type SyntheticEvent, useState } from 'react';
import { calendarEditSchema, type DayEdit, editFault } from '../../../shared/domain/calendar-change-edits.ts';
import type { CalendarYear } from '../../../shared/domain/calendar-year.ts';
import { formatDay, parseTypedDay, weekdayName } from '../../../shared/format.ts';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './Change.module.css';
import { choicesOf, type DayChoice, exchangeLabels, valuesOf } from './day-edits.ts';

const faultWords = {
  exchangeNotSaturday: 'Ngày làm bù phải là một Thứ Bảy.',
  exchangeNotWorking: 'Ngày được làm bù phải từ Thứ Hai đến Thứ Sáu.',
};

/** What one day is to be. Nothing is saved yet: the edit joins the change. */
export function DayEditor(props: {
  day: string;
  anchor: HTMLElement;
  years: readonly CalendarYear[];
  onSet: (edit: DayEdit) => void;
  onClose: () => void;
}) {
  const { day, anchor, years, onSet, onClose } = props;
  const [values, setValues] = useState(() => valuesOf(day, years));
  const [fault, setFault] = useState<{ name?: string; exchange?: string }>({});
  const { choice, name, exchangedWith } = values;
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }));
  const exchangeLabel = exchangeLabels[choice];
  const hasName = choice !== 'plain' && choice !== 'workingSaturday';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const other = exchangeLabel === undefined ? undefined : parseTypedDay(exchangedWith);
    const parsed = calendarEditSchema.safeParse({
      kind: choice,
      date: day,
      ...(hasName && { name: name || (choice === 'swapped' ? 'Nghỉ hoán đổi' : name) }),
      ...(exchangeLabel !== undefined && { exchangedWith: other }),
    });
    if (!parsed.success || !('date' in parsed.data)) {
      setFault({
        ...(hasName && name.trim() === '' && { name: 'required' }),
        ...(exchangeLabel !== undefined && other === undefined && { exchange: 'Gõ 8 số, ví dụ 28112026.' }),
      });
      return;
    }
    const wrong = editFault(parsed.data, []);
    if (wrong === 'exchangeNotSaturday' || wrong === 'exchangeNotWorking')
      return setFault({ exchange: faultWords[wrong] });
    onSet(parsed.data);
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      transformOrigin={{ vertical: 'top', horizontal: 'center' }}
      slotProps={{ paper: { 'aria-label': `Ngày ${formatDay(day)}`, role: 'dialog' } }}
    >
      <form noValidate className={styles.editor} onKeyDown={enterMovesOn} onSubmit={submit}>
        <h2>
          {weekdayName(day)}, {formatDay(day)}
        </h2>
        <TextField
          select
          autoFocus
          label="Ngày này là"
          value={choice}
          onChange={(event) => {
            setFault({});
            change({ choice: event.target.value as DayChoice });
          }}
          slotProps={{ select: { native: true } }}
        >
          {choicesOf(day).map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </TextField>
        {hasName && (
          <LabelledField
            label="Tên ngày nghỉ"
            value={name}
            onChange={(next) => change({ name: next })}
            fault={fault.name}
            placeholder={choice === 'swapped' ? 'Nghỉ hoán đổi' : 'Ngày Văn hóa Việt Nam'}
          />
        )}
        {exchangeLabel !== undefined && (
          <LabelledField
            label={exchangeLabel}
            value={exchangedWith}
            onChange={(next) => change({ exchangedWith: next })}
            onBlur={() => {
              const whole = parseTypedDay(exchangedWith);
              if (whole) change({ exchangedWith: formatDay(whole) });
            }}
            fault={fault.exchange === undefined ? undefined : 'day'}
            faultText={fault.exchange}
            placeholder="ngày tháng năm"
            numeric
          />
        )}
        <div className={styles.editorActions}>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit">Thêm vào danh sách đổi</Button>
        </div>
      </form>
    </Popover>
  );
}
