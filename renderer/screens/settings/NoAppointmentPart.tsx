import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { noAppointmentDaySchema } from '../../../shared/domain/promise.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { formatDay } from '../../../shared/format.ts';
import type { RulesView } from '../../../shared/views-calendar.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { NoAppointmentFields } from './NoAppointmentFields.tsx';
import { toDay, toValues } from './no-appointment-values.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

const listSchema = z.array(noAppointmentDaySchema).max(60);

/** Ngày không hẹn: what is given back on the day it is asked for, on which weekdays, from when. */
export function NoAppointmentPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.rules.queryOptions());
  return data ? <NoAppointmentDays saved={data.noAppointmentDays} /> : null;
}

function NoAppointmentDays({ saved }: { saved: RulesView['noAppointmentDays'] }) {
  const { hours } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const part = useSettingsPart('noAppointmentDays', saved.map(toValues), (typed) => {
    const noAppointmentDays = typed.map(toDay);
    return { parsed: listSchema.safeParse(noAppointmentDays), input: { noAppointmentDays } };
  });
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const add = () =>
    change([
      ...values,
      {
        weekdays: [4],
        procedures: [],
        opensAt: hours.morning.opensAt,
        closesAt: hours.afternoon.closesAt,
        points: [],
        from: formatDay(today),
        to: '',
      },
    ]);
  return (
    <SettingsPart
      {...part}
      id="khong-hen"
      title="Ngày không hẹn"
      why="Nhận trong các ngày giờ này thì hứa trả trong ngày; ngày hẹn theo luật vẫn ghi bên cạnh và vẫn dùng để tính đúng hạn."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      {values.map((day, index) => (
        <NoAppointmentFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other name, and its fields hold no state of their own
          key={index}
          number={index + 1}
          values={day}
          faultOf={(field) => faults[`${index}.${field}`]}
          onChange={(next) => change(values.with(index, next))}
          onRemove={() => change(values.toSpliced(index, 1))}
        />
      ))}
      {values.length === 0 && <p className={styles.why}>Chưa có ngày không hẹn nào.</p>}
      <div>
        <Button onClick={add}>Thêm ngày không hẹn</Button>
      </div>
    </SettingsPart>
  );
}
