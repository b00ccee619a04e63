import { defaultCodePattern, formatCaseCode } from '../../../shared/domain/codes.ts';
import { officeSchema } from '../../../shared/domain/settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { SlipHead } from '../../components/SlipHead.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** Names and codes of the office, with the head of a slip beside them. */
export function OfficePart() {
  const { office, codePattern } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const saved = { ...office, phone: office.phone ?? '' };
  const part = useSettingsPart('office', saved, (values) => {
    const input = { ...values, phone: values.phone.trim() === '' ? null : values.phone };
    return { parsed: officeSchema.safeParse(input), input: { office: input } };
  });
  const { values } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const set = (change: Partial<typeof values>) => part.change({ ...values, ...change });
  const field = (name: keyof typeof values, label: string, hint?: string) => (
    <LabelledField
      label={label}
      value={values[name]}
      onChange={(value) => set({ [name]: value })}
      fault={name === 'agencyCode' ? faults[name] && 'agencyCode' : faults[name]}
      hint={hint}
    />
  );
  return (
    <SettingsPart
      {...part}
      id="don-vi"
      title="Đơn vị"
      why="Đổi phần đầu mọi phiếu in từ nay và tên ở góc trái màn hình."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
      sample={
        <SlipHead
          {...values}
          caseCode={formatCaseCode(codePattern ?? defaultCodePattern, values.agencyCode || '…', today, 1)}
          day={today}
        />
      }
    >
      {field('unit', 'Đơn vị')}
      {field('parentAgency', 'Cơ quan cấp trên')}
      {field('name', 'Tên bộ phận')}
      <div className={styles.pair}>
        {field('place', 'Địa danh')}
        {field('province', 'Tỉnh, thành phố')}
        {field('agencyCode', 'Mã cơ quan', 'Chỉ đổi mã của hồ sơ nhận từ nay.')}
        {field('counterName', 'Tên quầy này')}
        {field('phone', 'Điện thoại')}
      </div>
    </SettingsPart>
  );
}
