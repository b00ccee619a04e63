import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  completeMeasure,
  type Denominator,
  type DigitalSettings,
  stillOffered,
} from '../../../shared/domain/digital-settings.ts';
import { DayField } from '../../components/DayField.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import own from './DenominatorFields.module.css';
import styles from './Settings.module.css';

/** The office's own numbers of people, each from a day on, with where it comes from. */
export function DenominatorFields(props: {
  settings: DigitalSettings;
  today: string;
  onChange: (denominators: Denominator[]) => void;
}) {
  const { settings, today, onChange } = props;
  const { denominators, populations, criteria, areas } = settings;
  const choices = [
    ...populations,
    { id: completeMeasure, label: 'Công dân số' },
    ...stillOffered(criteria).map(({ id, label }) => ({ id, label })),
  ];
  const change = (id: string, part: Partial<Denominator>) =>
    onChange(denominators.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const fresh = (): Denominator => ({
    id: crypto.randomUUID(),
    of: populations[0]?.id ?? completeMeasure,
    area: '',
    on: today,
    value: 0,
    source: '',
  });
  return (
    <div className={styles.rule}>
      <span className={styles.ruleTitle}>Mẫu số của đơn vị</span>
      <div className={own.rows}>
        <ul className={own.rows}>
          {denominators.map(({ id, of, area, on, value, source }) => (
            <li key={id} className={own.row}>
              <TextField
                select
                label="Của"
                value={choices.some((one) => one.id === of) ? of : ''}
                onChange={({ target }) => change(id, { of: target.value })}
              >
                {choices.map((one) => (
                  <MenuItem key={one.id} value={one.id}>
                    {one.label}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                select
                label="Địa bàn"
                value={area}
                onChange={({ target }) => change(id, { area: target.value })}
                slotProps={{ select: { displayEmpty: true } }}
              >
                <MenuItem value="">Cả đơn vị</MenuItem>
                {[...new Set([...areas, area])].filter(Boolean).map((name) => (
                  <MenuItem key={name} value={name}>
                    {name}
                  </MenuItem>
                ))}
              </TextField>
              <DayField label="Từ ngày" day={on} onChange={(day) => day && change(id, { on: day })} />
              <LabelledField
                label="Số người"
                value={value === 0 ? '' : String(value)}
                onChange={(text) => change(id, { value: Number(text.replaceAll(/\D/g, '')) })}
                numeric
              />
              <LabelledField
                label="Nguồn"
                value={source}
                onChange={(text) => change(id, { source: text })}
                placeholder="Công an thị trấn"
              />
              <IconButton
                aria-label="Bỏ mẫu số này"
                onClick={() => onChange(denominators.filter((one) => one.id !== id))}
              >
                <DeleteOutlined />
              </IconButton>
            </li>
          ))}
        </ul>
        <div>
          <Button
            size="small"
            startIcon={<AddOutlined />}
            onClick={() => onChange([...denominators, fresh()])}
          >
            Thêm mẫu số
          </Button>
        </div>
      </div>
      <small>Mỗi dòng cần số người và nguồn. Số của ngày sau thay số của ngày trước, kỳ cũ giữ số cũ.</small>
    </div>
  );
}
