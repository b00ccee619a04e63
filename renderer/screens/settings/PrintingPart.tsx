import { printingSchema } from '../../../shared/domain/settings.ts';
import { PrintingFields } from '../../components/PrintingFields.tsx';
import { useSession } from '../../session.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** Paper, printers and the slips ticked at intake. */
export function PrintingPart() {
  const session = useSession();
  const part = useSettingsPart('printing', session.printing ?? printingSchema.parse({}), (values) => ({
    parsed: printingSchema.safeParse(values),
    input: { printing: values },
  }));
  return (
    <SettingsPart
      {...part}
      id="in"
      title="In phiếu"
      why="Đổi khổ giấy, máy in và các phiếu chọn sẵn khi tiếp nhận."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <PrintingFields printing={part.values} session={session} onChange={part.change} />
    </SettingsPart>
  );
}
