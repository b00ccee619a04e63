import { codePatternSchema, defaultCodePattern, formatCaseCode } from '../../../shared/domain/codes.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** The pattern of case codes, with the code it makes. */
export function CodePart() {
  const { codePattern, office } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const part = useSettingsPart('code', codePattern ?? defaultCodePattern, (values) => ({
    parsed: codePatternSchema.safeParse(values),
    input: { codePattern: values },
  }));
  return (
    <SettingsPart
      {...part}
      id="ma"
      title="Mã hồ sơ"
      why="Đổi dạng mã của hồ sơ nhận từ nay. Mã đã cấp không đổi và không dùng lại."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <LabelledField
        label="Mẫu mã"
        value={part.values}
        onChange={part.change}
        fault={part.fault ? 'format' : undefined}
        hint="{agencyCode} mã cơ quan · {yyMMdd} hoặc {yyyyMMdd} ngày nhận · {0001} số thứ tự trong ngày"
      />
      <p className={styles.sample}>
        Hồ sơ thứ 12 hôm nay:{' '}
        <b>{part.fault ? '…' : formatCaseCode(part.values, office.agencyCode, today, 12)}</b>
      </p>
    </SettingsPart>
  );
}
