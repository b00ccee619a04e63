import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { statuses } from '../../../shared/domain/case-flow.ts';
import { type Channel, channels } from '../../../shared/domain/procedure.ts';
import { channelLabels, statusLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { DayField } from '../../components/DayField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import type { CaseListFilter } from '../../list-state.ts';
import styles from './CaseList.module.css';

interface FilterEditorProps {
  filter: CaseListFilter;
  onChange: (filter: CaseListFilter) => void;
}

/** All conditions in one small sheet; each takes effect at once. */
export function FilterEditor({ filter, onChange }: FilterEditorProps) {
  const set = <Key extends keyof CaseListFilter>(key: Key, value: CaseListFilter[Key] | undefined) => {
    const next = { ...filter };
    delete next[key];
    if (value !== undefined) next[key] = value;
    onChange(next);
  };
  return (
    <div className={styles.editor}>
      <div className={styles.days}>
        <DayField
          label="Nhận từ ngày"
          day={filter.receivedFrom}
          onChange={(day) => set('receivedFrom', day)}
        />
        <DayField label="Đến hết ngày" day={filter.receivedTo} onChange={(day) => set('receivedTo', day)} />
      </div>
      <div>
        <h3>Kênh nộp</h3>
        <Segmented<Channel | 'any'>
          label="Kênh nộp"
          wide
          value={filter.channel ?? 'any'}
          options={[
            { value: 'any', label: 'Tất cả' },
            ...channels.map((value) => ({ value, label: channelLabels[value] })),
          ]}
          onChange={(channel) => set('channel', channel === 'any' ? undefined : channel)}
        />
      </div>
      <TextField
        select
        label="Trạng thái"
        value={filter.status ?? ''}
        onChange={({ target }) =>
          set(
            'status',
            statuses.find((status) => status === target.value),
          )
        }
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">Tất cả</MenuItem>
        {statuses.map((status) => (
          <MenuItem key={status} value={status}>
            {statusLabels[status]}
          </MenuItem>
        ))}
      </TextField>
      <FieldChoice chosen={filter.fields ?? []} onChange={(fields) => set('fields', fields)} />
    </div>
  );
}

/** The fields of the catalogue, several at once. */
function FieldChoice(props: { chosen: string[]; onChange: (fields: string[] | undefined) => void }) {
  const { chosen, onChange } = props;
  const trpc = useTRPC();
  const catalogue = useQuery(trpc.catalogue.list.queryOptions());
  const fields = [...new Set(catalogue.data?.map(({ field }) => field))].sort((a, b) =>
    a.localeCompare(b, 'vi'),
  );
  const toggle = (field: string) => {
    const next = chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field];
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>Lĩnh vực</legend>
      <div className={styles.fields}>
        {fields.map((field) => (
          <FormControlLabel
            key={field}
            label={field}
            control={<Checkbox checked={chosen.includes(field)} onChange={() => toggle(field)} />}
          />
        ))}
      </div>
    </fieldset>
  );
}
