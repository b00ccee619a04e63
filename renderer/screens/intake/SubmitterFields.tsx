import { FormField } from './FormField.tsx';
import styles from './PersonColumn.module.css';
import { spacedPhone } from './person.ts';

/** Who stands at the counter for somebody else. */
export function SubmitterFields() {
  return (
    <fieldset className={styles.submitter}>
      <legend>Người đi nộp</legend>
      <FormField name="submitter.name" label="Họ và tên" strong />
      <div className={styles.pairBirthPhone}>
        <FormField name="submitter.relation" label="Quan hệ" placeholder="con, vợ" />
        <FormField name="submitter.phone" label="Điện thoại" inputMode="tel" tidy={spacedPhone} />
      </div>
      <FormField name="submitter.idNumber" label="Số định danh" inputMode="numeric" />
    </fieldset>
  );
}
