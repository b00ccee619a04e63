import { openingHoursSchema } from '../../../shared/domain/opening-hours.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { HoursFields } from '../../components/HoursFields.tsx';
import { useSession } from '../../session.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** Opening hours. */
export function HoursPart() {
  const { hours } = useSession();
  const part = useSettingsPart('hours', hours, (values) => ({
    parsed: openingHoursSchema.safeParse(values),
    input: { hours: values },
  }));
  const faults = Object.entries(part.fault ? faultsOf(part.fault) : {}).map(([path, fault]) => [
    `hours.${path}`,
    fault,
  ]);
  return (
    <SettingsPart
      {...part}
      id="gio"
      title="Giờ làm việc"
      why="Đổi giờ hẹn và thời gian còn lại của hồ sơ nhận từ hôm nay; ngày đã hẹn không đổi."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <HoursFields hours={part.values} faults={Object.fromEntries(faults)} onChange={part.change} />
    </SettingsPart>
  );
}
