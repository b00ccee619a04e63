import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { ProcedureSearch } from '../../components/ProcedureSearch.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { tidyClock } from '../../components/typed-clock.ts';
import { CounterChips } from './CounterChips.tsx';
import type { NoAppointmentValues } from './no-appointment-values.ts';
import styles from './Settings.module.css';

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** One "ngày không hẹn": weekdays × procedures × hours × dates in force × reception point. */
export function NoAppointmentFields(props: {
  number: number;
  values: NoAppointmentValues;
  faultOf: (field: string) => string | undefined;
  onChange: (values: NoAppointmentValues) => void;
  onRemove: () => void;
}) {
  const { number, values, faultOf, onChange, onRemove } = props;
  const trpc = useTRPC();
  const { data: rows = [] } = useQuery(trpc.catalogue.list.queryOptions());
  const [picks, setPicks] = useState(0);
  const lacks = faultOf('procedures') === undefined ? undefined : 'Chọn ít nhất một thủ tục.';
  const set = (part: Partial<NoAppointmentValues>) => onChange({ ...values, ...part });
  const toggle = (weekday: number, isOn: boolean) =>
    set({ weekdays: values.weekdays.filter((one) => one !== weekday).concat(isOn ? [weekday] : []) });
  const nameOf = (code: string) => rows.find((row) => row.code === code)?.shortName ?? code;
  return (
    <section className={styles.dayCard} aria-label={`Ngày không hẹn ${number}`}>
      <div className={styles.chips}>
        {weekdays.map((words, index) => (
          <TickChip
            key={words}
            checked={values.weekdays.includes(index + 1)}
            onChange={(isOn) => toggle(index + 1, isOn)}
          >
            {words}
          </TickChip>
        ))}
        <span className="grow" />
        <Button size="small" variant="text" onClick={onRemove}>
          Bỏ
        </Button>
      </div>
      {faultOf('weekdays') && (
        <p className={styles.fault} role="alert">
          Chọn ít nhất một ngày trong tuần.
        </p>
      )}
      <ProcedureSearch
        key={picks}
        autoFocus={picks > 0}
        rows={rows.filter(({ code }) => !values.procedures.includes(code))}
        onPick={({ code }) => {
          set({ procedures: [...values.procedures, code] });
          // The field begins empty again for the next one.
          setPicks((count) => count + 1);
        }}
        // A day that was only just added is not wrong yet.
        {...(lacks !== undefined && (picks > 0 ? { error: lacks } : { hint: lacks }))}
      />
      {values.procedures.length > 0 && (
        <div className={styles.chips}>
          {values.procedures.map((code) => (
            <Chip
              key={code}
              size="small"
              label={nameOf(code)}
              onDelete={() => set({ procedures: values.procedures.filter((one) => one !== code) })}
            />
          ))}
        </div>
      )}
      <div className={styles.quarters}>
        <LabelledField
          label="Từ giờ"
          value={values.opensAt}
          onChange={(opensAt) => set({ opensAt })}
          onBlur={() => set({ opensAt: tidyClock(values.opensAt) })}
          fault={faultOf('opensAt')}
          numeric
        />
        <LabelledField
          label="Đến giờ"
          value={values.closesAt}
          onChange={(closesAt) => set({ closesAt })}
          onBlur={() => set({ closesAt: tidyClock(values.closesAt) })}
          fault={faultOf('closesAt')}
          faultText="Giờ sau phải muộn hơn giờ trước."
          numeric
        />
        <LabelledField
          label="Áp dụng từ ngày"
          value={values.from}
          onChange={(from) => set({ from })}
          fault={faultOf('from') && 'day'}
          numeric
        />
        <LabelledField
          label="Đến hết ngày"
          value={values.to}
          onChange={(to) => set({ to })}
          fault={faultOf('to') && 'day'}
          placeholder="không hạn"
          numeric
        />
      </div>
      <CounterChips chosen={values.points} onChange={(points) => set({ points })} />
    </section>
  );
}
