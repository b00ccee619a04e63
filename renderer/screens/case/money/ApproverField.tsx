import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { PaymentView } from '../../../../shared/views-money.ts';
import { fieldSentence } from '../../../error-sentences.ts';

/** The second person where money goes back. Nobody stands there beforehand: whoever it is was asked. */
export function ApproverField(props: {
  approvers: PaymentView['approvers'];
  value: number | null;
  fault: string | undefined;
  onChange: (id: number) => void;
}) {
  const { approvers, value, fault, onChange } = props;
  if (approvers.length === 0) return null;
  return (
    <TextField
      select
      label="Người duyệt"
      value={value ?? ''}
      error={fault !== undefined}
      helperText={fault === undefined ? undefined : fieldSentence('choice')}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {approvers.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
