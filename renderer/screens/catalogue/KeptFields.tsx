import TextField from '@mui/material/TextField';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './Catalogue.module.css';
import type { EditValues } from './edit-values.ts';

type Values = Pick<EditValues, 'keepCount' | 'keepUnit' | 'keepSource'>;

/** How long what names people is kept after the end of a case, and the text that says so. */
export function KeptFields(props: {
  values: Values;
  faults: Record<string, string>;
  onChange: (part: Partial<Values>) => void;
}) {
  const { values, faults, onChange } = props;
  return (
    <>
      <div className={styles.pair}>
        <LabelledField
          label="Giữ sau khi hồ sơ kết thúc"
          value={values.keepCount}
          onChange={(keepCount) => onChange({ keepCount })}
          fault={faults.keepCount}
          hint="Để trống là giữ không kỳ hạn."
          numeric
        />
        <TextField
          select
          label="Tính theo"
          value={values.keepUnit}
          onChange={(event) => onChange({ keepUnit: event.target.value === 'months' ? 'months' : 'years' })}
          slotProps={{ select: { native: true } }}
        >
          <option value="years">Năm</option>
          <option value="months">Tháng</option>
        </TextField>
      </div>
      <LabelledField
        label="Văn bản quy định thời hạn"
        value={values.keepSource}
        onChange={(keepSource) => onChange({ keepSource })}
        fault={faults.keepSource}
        hint="Hết hạn không tự xóa: quản trị xóa ở mục Hết hạn lưu, có người thứ hai xác nhận."
      />
    </>
  );
}
