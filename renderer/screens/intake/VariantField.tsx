import TextField from '@mui/material/TextField';
import { useController } from 'react-hook-form';
import { limitText } from '../../../shared/appointment-words.ts';
import { bareRule } from '../../../shared/domain/time-limit.ts';
import type { IntakeValues } from './intake-values.ts';
import { useChosenProcedure } from './use-procedure.ts';

/** A procedure with sub-cases of its own limit asks which one it is. */
export function VariantField() {
  const procedure = useChosenProcedure();
  const { field } = useController<IntakeValues, 'variant'>({ name: 'variant' });
  const variants = procedure?.timeLimit.variants ?? [];
  if (!procedure || variants.length === 0) return null;
  return (
    <TextField
      select
      label="Trường hợp"
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.target.value || null)}
      slotProps={{ select: { native: true }, htmlInput: { 'data-after-procedure': '' } }}
    >
      <option value="">{`Thông thường, ${limitText(bareRule(procedure.timeLimit)).toLowerCase()}`}</option>
      {variants.map((variant) => (
        <option key={variant.name} value={variant.name}>
          {`${variant.name}, ${limitText(bareRule(variant)).toLowerCase()}`}
        </option>
      ))}
    </TextField>
  );
}
