import { defaultCodePattern, formatCaseCode } from '../../../shared/domain/codes.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './FirstRun.module.css';
import type { StepProps } from './OfficeStep.tsx';
import { suggestedCode } from './setup-values.ts';

/** The agency code, with the case code it makes. */
export function CodeStep({ values, faults, change, today }: StepProps & { today: string }) {
  const { office } = values;
  const set = (agencyCode: string) =>
    change({ office: { ...office, agencyCode: agencyCode.toUpperCase().trim() } });
  const suggestion = suggestedCode(office.province);
  return (
    <>
      <LabelledField
        label="Mã cơ quan"
        value={office.agencyCode}
        onChange={set}
        fault={faults['office.agencyCode']}
        faultText={faults['office.agencyCode'] && 'Viết chưa đúng dạng. Ví dụ H52.09.01 hoặc 000.00.06.H56.'}
        hint="Do tỉnh cấp, đứng đầu mọi mã hồ sơ. Dạng H52.09.01 hoặc 000.00.06.H56."
        placeholder={suggestion ? `${suggestion.code}.…` : 'H52.09.01'}
        autoFocus
      />
      {suggestion && !office.agencyCode.includes(suggestion.code) && (
        <p className={styles.offers} data-enter="skip">
          <button type="button" className={styles.offer} onClick={() => set(`${suggestion.code}.`)}>
            Bắt đầu bằng {suggestion.code} của {office.province}
          </button>
          {!suggestion.isSeen && <span className={styles.quiet}>mã gợi ý, hãy đối chiếu với tỉnh</span>}
        </p>
      )}
      <div className={styles.sample}>
        <span>Hồ sơ đầu tiên hôm nay sẽ mang mã</span>
        <b>{formatCaseCode(defaultCodePattern, office.agencyCode || '…', today, 1)}</b>
      </div>
    </>
  );
}
