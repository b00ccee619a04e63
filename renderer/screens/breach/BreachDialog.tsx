import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { type Breach, breachSchema, timesToCome } from '../../../shared/domain/breach.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { formatDay, formatHour, parseTypedDay } from '../../../shared/format.ts';
import type { BreachRow } from '../../../shared/views-retention.ts';
import { api } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { tidyClock } from '../../components/typed-clock.ts';
import { useOnce } from '../../components/use-once.ts';
import { fieldSentence } from '../../error-sentences.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './Breaches.module.css';

/** A breach as it is typed; what is not known yet stays empty and is written later. */
export function BreachDialog(props: { row: BreachRow | null; onSaved: () => void; onClose: () => void }) {
  const { row, onSaved, onClose } = props;
  const now = useOfficeNow();
  const [values, setValues] = useState(() => valuesOf(row, now));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const save = useOnce(async () => {
    const parsed = breachSchema.safeParse(breachOf(values));
    if (!parsed.success) {
      setFaults(faultsOf(parsed.error));
      return;
    }
    const early = timesToCome(parsed.data, now);
    setFaults(Object.fromEntries(early.map((name) => [name, 'future'])));
    if (early.length > 0) return;
    setError(null);
    try {
      const known = row && { id: row.id, version: row.version };
      await api.breaches.save.mutate({ breach: parsed.data, known });
      onSaved();
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  });
  const lines = (name: 'what' | 'harm' | 'measures', label: string, rows: number) => (
    <TextField
      label={label}
      value={values[name]}
      onChange={({ target }) => set({ [name]: target.value })}
      error={name in faults}
      helperText={faults[name] && fieldSentence(faults[name], label)}
      multiline
      minRows={rows}
      maxRows={6}
      fullWidth
    />
  );
  return (
    <FormDialog
      title="Sự cố dữ liệu cá nhân"
      word="Lưu"
      pending={save.pending}
      error={error}
      wide
      onSubmit={() => void save.run()}
      onClose={onClose}
    >
      <Moment
        words="Phát hiện"
        day={values.foundOn}
        time={values.foundTime}
        fault={faults.foundAt}
        onChange={(foundOn, foundTime) => set({ foundOn, foundTime })}
      />
      {lines('what', 'Diễn biến: việc gì, lúc nào, vì sao', 2)}
      <div className={styles.pair}>
        <LabelledField
          label="Dữ liệu bị ảnh hưởng"
          value={values.data}
          onChange={(data) => set({ data })}
          placeholder="họ tên, số định danh, địa chỉ"
        />
        <LabelledField
          label="Số người, nhiều nhất"
          value={values.people}
          onChange={(people) => set({ people })}
          fault={faults.people}
          placeholder="chưa xác định"
          numeric
        />
      </div>
      {lines('harm', 'Hậu quả có thể xảy ra', 1)}
      {lines('measures', 'Biện pháp đã và sẽ làm', 2)}
      <LabelledField
        label="Đã báo cho"
        value={values.notifiedTo}
        onChange={(notifiedTo) => set({ notifiedTo })}
        fault={faults.notifiedTo}
        placeholder="để trống khi chưa báo"
      />
      <Moment
        words="Báo"
        day={values.toldOn}
        time={values.toldTime}
        fault={faults.notifiedAt}
        onChange={(toldOn, toldTime) => set({ toldOn, toldTime })}
      />
    </FormDialog>
  );
}

function Moment(props: {
  words: string;
  day: string;
  time: string;
  fault: string | undefined;
  onChange: (day: string, time: string) => void;
}) {
  const { words, day, time, fault, onChange } = props;
  return (
    <div className={styles.pair}>
      <LabelledField
        label={`${words} ngày`}
        value={day}
        onChange={(to) => onChange(to, time)}
        fault={fault}
        numeric
      />
      <LabelledField
        label={`${words} lúc`}
        value={time}
        onChange={(to) => onChange(day, to)}
        onBlur={() => onChange(day, tidyClock(time))}
        numeric
      />
    </div>
  );
}

function valuesOf(row: BreachRow | null, now: string) {
  const { foundAt, what, data, people, harm, measures, notifiedAt, notifiedTo } = row ?? emptyAt(now);
  return {
    foundOn: formatDay(foundAt),
    foundTime: formatHour(foundAt),
    what,
    data,
    people: people === null ? '' : String(people),
    harm,
    measures,
    toldOn: notifiedAt === null ? '' : formatDay(notifiedAt),
    toldTime: notifiedAt === null ? '' : formatHour(notifiedAt),
    notifiedTo,
  };
}
type Values = ReturnType<typeof valuesOf>;

const emptyAt = (foundAt: string): Breach => ({
  foundAt,
  what: '',
  data: '',
  people: null,
  harm: '',
  measures: '',
  notifiedAt: null,
  notifiedTo: '',
});

function breachOf({ foundOn, foundTime, toldOn, toldTime, people, ...texts }: Values): unknown {
  const moment = (day: string, time: string) => `${parseTypedDay(day) ?? ''}T${time}`;
  const count = people.replaceAll(/[.\s]/g, '');
  return {
    ...texts,
    foundAt: moment(foundOn, foundTime),
    people: count === '' ? null : Number(count),
    notifiedAt: toldOn.trim() === '' ? null : moment(toldOn, toldTime),
  };
}
