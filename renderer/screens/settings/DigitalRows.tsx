import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type DigitalSettings, stillOffered } from '../../../shared/domain/digital-settings.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { NamedRows } from './NamedRows.tsx';

/** What is counted, and how it is called: criteria, topics, places, populations, the funnel. */
export function DigitalRows(props: {
  values: DigitalSettings;
  saved: DigitalSettings;
  /** By `list.index.field`. */
  faults: Readonly<Record<string, string>>;
  onChange: (part: Partial<DigitalSettings>) => void;
}) {
  const { values, saved, faults, onChange } = props;
  const criteria = stillOffered(values.criteria);
  const faultsIn = (list: string) =>
    Object.fromEntries(
      Object.entries(faults)
        .filter(([path]) => path.startsWith(`${list}.`))
        .map(([path, fault]) => [path.slice(list.length + 1), fault]),
    );
  return (
    <>
      <NamedRows<DigitalSettings['criteria'][number]>
        title="Tiêu chí"
        hint="Tiêu chí bắt buộc tính là công dân số. Đổi là tính lại ngay mọi con số; ngày đạt của từng người giữ nguyên."
        name="Tên tiêu chí"
        rows={values.criteria}
        saved={saved.criteria}
        faults={faultsIn('criteria')}
        most={20}
        fresh={(id) => ({ id, label: '', required: false })}
        onChange={(rows) => onChange({ criteria: rows })}
      >
        {(row, set) => (
          <>
            <Choice
              label="Mẫu số"
              value={row.population}
              none="Riêng, hoặc chưa có"
              choices={values.populations}
              onChange={(population) => set({ population })}
            />
            <TickChip checked={row.required} onChange={(required) => set({ required })}>
              Bắt buộc
            </TickChip>
          </>
        )}
      </NamedRows>
      <NamedRows<DigitalSettings['topics'][number]>
        title="Việc đã giúp"
        hint="Thứ tự ở đây là thứ tự nút khi ghi lượt. Cụm từ dùng trong câu báo cáo của đợt: “25 lượt mở tài khoản ngân hàng”."
        name="Tên việc"
        rows={values.topics}
        saved={saved.topics}
        faults={faultsIn('topics')}
        most={40}
        fresh={(id) => ({ id, label: '' })}
        onChange={(rows) => onChange({ topics: rows })}
      >
        {(row, set) => (
          <>
            <Choice
              label="Để đạt"
              value={row.criterion}
              none="Không gắn tiêu chí"
              choices={criteria}
              onChange={(criterion) => set({ criterion })}
            />
            <LabelledField
              label="Cụm từ trong câu"
              value={row.phrase ?? ''}
              onChange={(phrase) => set({ phrase })}
            />
          </>
        )}
      </NamedRows>
      <NamedRows<DigitalSettings['places'][number]>
        title="Nơi giúp"
        name="Tên nơi"
        rows={values.places}
        saved={saved.places}
        faults={faultsIn('places')}
        most={20}
        fresh={(id) => ({ id, label: '' })}
        onChange={(rows) => onChange({ places: rows })}
      />
      <NamedRows<DigitalSettings['populations'][number]>
        title="Nhóm dân số"
        hint="Để nhiều tiêu chí dùng chung một mẫu số."
        name="Tên nhóm"
        rows={values.populations}
        saved={saved.populations}
        leaves="never"
        faults={faultsIn('populations')}
        most={20}
        fresh={(id) => ({ id, label: '' })}
        onChange={(rows) => onChange({ populations: rows })}
      />
      <NamedRows<DigitalSettings['funnel'][number]>
        title="Các bước"
        hint="Bước sau là những người của bước trước có thêm các tiêu chí này. Mẫu số của mỗi bước là số người của bước trước; của bước đầu là nhóm dân số chọn ở trên."
        name="Tên bước"
        rows={values.funnel}
        saved={saved.funnel}
        leaves="goes"
        faults={faultsIn('funnel')}
        most={8}
        foot={
          <Choice
            label="Mẫu số của bước đầu"
            value={values.funnelPopulation}
            choices={values.populations}
            onChange={(funnelPopulation) => funnelPopulation && onChange({ funnelPopulation })}
          />
        }
        fresh={(id) => ({ id, label: '', criteria: [] })}
        onChange={(rows) => onChange({ funnel: rows })}
      >
        {(row, set) => (
          <TextField
            select
            label="Thêm tiêu chí"
            value={row.criteria}
            error={row.criteria.length === 0}
            onChange={({ target }) => set({ criteria: [target.value].flat() })}
            slotProps={{ select: { multiple: true } }}
          >
            {values.criteria
              .filter(({ id, isEnded }) => !isEnded || row.criteria.includes(id))
              .map(({ id, label }) => (
                <MenuItem key={id} value={id}>
                  {label}
                </MenuItem>
              ))}
          </TextField>
        )}
      </NamedRows>
    </>
  );
}

/** One of the named rows, or (where `none` says so) none of them. */
function Choice(props: {
  label: string;
  value: string | undefined;
  none?: string;
  choices: readonly { id: string; label: string }[];
  onChange: (id: string | undefined) => void;
}) {
  const { label, value = '', none, choices, onChange } = props;
  return (
    <TextField
      select
      label={label}
      value={choices.some(({ id }) => id === value) ? value : ''}
      onChange={({ target }) => onChange(target.value || undefined)}
      slotProps={{ select: { displayEmpty: none !== undefined } }}
    >
      {none !== undefined && <MenuItem value="">{none}</MenuItem>}
      {choices.map((choice) => (
        <MenuItem key={choice.id} value={choice.id}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
