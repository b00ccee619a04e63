import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { DayField } from '../../components/DayField.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useOfficeNow } from '../../session.tsx';
import { AreaField } from './AreaField.tsx';
import { rowOf, type ThingField, valuesOf } from './thing-fields.ts';
import type { Thing, ThingRow } from './things.tsx';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** A plain row, new or stored, in one form. */
export function ThingDialog<Row extends ThingRow>(props: {
  thing: Thing<Row>;
  row: Row | null;
  /** Said by where the form was opened, not asked. */
  fixed?: Partial<Row>;
  onClose: () => void;
}) {
  const { thing, row, fixed, onClose } = props;
  const today = useOfficeNow().slice(0, 10);
  const invalidate = useInvalidateDigital();
  const [id] = useState(() => row?.id ?? crypto.randomUUID());
  const [values, setValues] = useState(() => valuesOf(thing.fields, row, today));
  const [isSent, setSent] = useState(false);
  const saving = useMutation({ mutationFn: thing.save, onSuccess: onClose, onSettled: invalidate });
  const removing = useMutation({ mutationFn: thing.remove, onSuccess: onClose, onSettled: invalidate });
  const parsed = thing.schema.safeParse({
    ...row,
    ...fixed,
    ...rowOf(thing.fields, values),
    id,
    version: row?.version ?? 0,
  });
  const faultOf = (name: string) =>
    isSent ? parsed.error?.issues.find(({ path }) => path[0] === name)?.message : undefined;
  return (
    <FormDialog
      title={row ? thing.one : `Thêm ${thing.one.toLowerCase()}`}
      word="Lưu"
      wide
      pending={saving.isPending || removing.isPending}
      error={saving.error ?? removing.error}
      second={
        row
          ? { word: 'Bỏ dòng này', onPress: () => removing.mutate({ id: row.id, version: row.version }) }
          : undefined
      }
      onSubmit={() => {
        setSent(true);
        if (parsed.success) saving.mutate(parsed.data);
      }}
      onClose={onClose}
    >
      {thing.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          fault={faultOf(field.name)}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
    </FormDialog>
  );
}

function Field(props: {
  field: ThingField;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const { field, value, fault, onChange } = props;
  const { kind, label, hint, options = {} } = field;
  switch (kind) {
    case 'day':
      return (
        <DayField
          label={hint ? `${label} (${hint})` : label}
          day={value || undefined}
          onChange={(day) => onChange(day ?? '')}
        />
      );
    case 'area':
      return <AreaField value={value} onChange={onChange} />;
    case 'team':
      return <TeamField label={label} value={value} onChange={onChange} />;
    case 'tick':
      return (
        <TickChip checked={value !== ''} onChange={(isOn) => onChange(isOn ? 'yes' : '')}>
          {label}
        </TickChip>
      );
    case 'choice':
      return (
        <TextField select label={label} value={value} onChange={({ target }) => onChange(target.value)}>
          {Object.entries(options).map(([id, words]) => (
            <MenuItem key={id} value={id}>
              {words}
            </MenuItem>
          ))}
        </TextField>
      );
    default:
      return (
        <LabelledField
          label={label}
          value={value}
          onChange={onChange}
          fault={fault}
          hint={hint}
          numeric={kind === 'count'}
        />
      );
  }
}

function TeamField(props: { label: string; value: string; onChange: (teamId: string) => void }) {
  const { label, value, onChange } = props;
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.digital.teams.list.queryOptions());
  return (
    <TextField
      select
      label={label}
      value={data.some(({ id }) => id === value) ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: true } }}
    >
      <MenuItem value="">Không của tổ nào</MenuItem>
      {data.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
