import TextField from '@mui/material/TextField';
import type { FormText } from '../../../shared/domain/forms.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { fieldSentence } from '../../error-sentences.ts';
import styles from './Settings.module.css';

/** Notes, text, signature and the second language of a form. */
export function LetterFields(props: {
  text: FormText;
  /** What the national form tells of data; undefined where a form tells nothing. */
  nationalNotice: string | undefined;
  faults: Record<string, string>;
  onChange: (part: Partial<FormText>) => void;
}) {
  const { text, nationalNotice, faults, onChange } = props;
  const { signer, second } = text;
  const setSigner = (part: Partial<FormText['signer']>) => onChange({ signer: { ...signer, ...part } });
  const setSecond = (part: Partial<FormText['second']>) => onChange({ second: { ...second, ...part } });
  return (
    <>
      <Lines
        label="Ghi chú cuối giấy"
        value={text.notes}
        fault={faults.notes}
        onChange={(notes) => onChange({ notes })}
      />
      {nationalNotice !== undefined && (
        <Lines
          label="Thông báo về dữ liệu cá nhân"
          value={text.dataNotice ?? nationalNotice}
          fault={faults.dataNotice}
          hint="In cuối giấy, sau ghi chú; xóa trống thì không in. Giấy đầy trang thì bỏ dòng này trước."
          onChange={(dataNotice) => onChange({ dataNotice })}
        />
      )}
      <details className={styles.more} open={text.body !== '' || text.subject !== ''}>
        <summary>Lời thư và nơi nhận</summary>
        <div>
          <LabelledField
            label="Về việc"
            value={text.subject}
            onChange={(subject) => onChange({ subject })}
            fault={faults.subject}
          />
          <Lines
            label="Lời thư"
            value={text.body}
            fault={faults.body}
            hint="Mỗi dòng một đoạn (Shift+Enter xuống dòng); chỗ trong ngoặc nhọn như {applicant} được điền theo hồ sơ."
            onChange={(body) => onChange({ body })}
          />
          <Lines
            label="Nơi nhận"
            value={text.recipients}
            fault={faults.recipients}
            onChange={(recipients) => onChange({ recipients })}
          />
        </div>
      </details>
      <details className={styles.more} open={signer.title !== ''}>
        <summary>Người ký</summary>
        <div>
          <LabelledField
            label="Thẩm quyền"
            value={signer.authority}
            onChange={(authority) => setSigner({ authority })}
            placeholder="TM. ỦY BAN NHÂN DÂN"
          />
          <div className={styles.pair}>
            <LabelledField
              label="Chức vụ"
              value={signer.title}
              onChange={(title) => setSigner({ title })}
              placeholder="KT. GIÁM ĐỐC"
            />
            <LabelledField label="Họ và tên" value={signer.name} onChange={(name) => setSigner({ name })} />
          </div>
        </div>
      </details>
      <details className={styles.more} open={second.title !== '' || second.notes !== ''}>
        <summary>Dòng chữ thứ hai (tiếng dân tộc, tiếng Anh)</summary>
        <div>
          <LabelledField
            label="Tên giấy, chữ thứ hai"
            value={second.title}
            onChange={(title) => setSecond({ title })}
          />
          <Lines
            label="Ghi chú, chữ thứ hai"
            value={second.notes}
            onChange={(notes) => setSecond({ notes })}
          />
        </div>
      </details>
    </>
  );
}

function Lines(props: {
  label: string;
  value: string;
  fault?: string | undefined;
  hint?: string;
  onChange: (value: string) => void;
}) {
  const { label, value, fault, hint, onChange } = props;
  return (
    <TextField
      multiline
      minRows={2}
      maxRows={8}
      label={label}
      value={value}
      error={fault !== undefined}
      helperText={fault === undefined ? hint : fieldSentence(fault)}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 4000, spellCheck: false } }}
    />
  );
}
