import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FormName, type FormText, formNames, formTextSchema } from '../../../shared/domain/forms.ts';
import { slipLabels } from '../../../shared/labels.ts';
import type { FormTextsView } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { FormWording } from './FormWording.tsx';

/** The wording of each form on paper, with the paper beside it. */
export function FormsPart() {
  const trpc = useTRPC();
  const [form, setForm] = useState<FormName>('acknowledgement');
  const { data } = useQuery({ ...trpc.forms.texts.queryOptions({}), placeholderData: keepPreviousData });
  if (!data) return null;
  const saved = savedOf(data, form);
  return (
    <FormWording
      key={form}
      form={form}
      saved={saved}
      texts={data}
      picker={
        <TextField
          select
          label="Mẫu giấy"
          value={form}
          onChange={({ target }) => setForm(target.value as FormName)}
          slotProps={{ select: { native: true }, htmlInput: { 'data-enter': 'skip' } }}
        >
          {formNames.map((name) => (
            <option key={name} value={name}>
              {slipLabels[name]}
              {data.own[name] ? ' (đã sửa)' : ''}
            </option>
          ))}
        </TextField>
      }
    />
  );
}

function savedOf({ own, national }: FormTextsView, form: FormName): FormText {
  return formTextSchema.parse(own[form] ?? national[form]);
}
