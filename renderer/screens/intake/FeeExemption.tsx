import TextField from '@mui/material/TextField';
import { useController, useFormContext } from 'react-hook-form';
import type { FeeQuestion } from '../../../shared/domain/fee.ts';
import { quoteFee } from '../../../shared/domain/fee-quote.ts';
import styles from './Fee.module.css';
import { FeeFault } from './FeeFault.tsx';
import { HandlingLine } from './HandlingLine.tsx';
import type { IntakeValues } from './intake-values.ts';

/** Why nothing is paid: a group of the rule, and the paper that shows it. */
export function FeeExemption(question: FeeQuestion) {
  const { rule, settings, facts } = question;
  const { setValue, getValues } = useFormContext<IntakeValues>();
  const group = useController<IntakeValues, 'fee.group'>({ name: 'fee.group' });
  const proof = useController<IntakeValues, 'fee.proof'>({ name: 'fee.proof' }).field;
  const groups = rule.exemptGroups.map(
    (code) => settings.exemptGroups.find((known) => known.code === code) ?? { code, name: code, proof: '' },
  );
  const choose = (code: string) => {
    const usual = groups.map((each) => each.proof);
    // What was typed stays; a proof that only came with another group goes with it.
    if (['', ...usual].includes(getValues('fee.proof')))
      setValue('fee.proof', groups.find((each) => each.code === code)?.proof ?? '');
    setValue('fee.isTyped', false);
    group.field.onChange(code);
    const exempted = { ...facts, exemption: code === '' ? null : { group: code, proof: '' } };
    const { totalVnd } = quoteFee({ ...question, facts: exempted });
    // Something is left to pay that the exemption does not reach.
    if (code !== '' && totalVnd !== 0 && getValues('fee.method') === 'exempt') setValue('fee.method', 'cash');
  };
  return (
    <>
      <HandlingLine label="Diện miễn">
        <span className={styles.exemption}>
          <TextField
            select
            value={group.field.value}
            inputRef={group.field.ref}
            autoFocus={group.field.value === ''}
            onChange={({ target }) => choose(target.value)}
            error={group.fieldState.invalid}
            slotProps={{ select: { native: true }, htmlInput: { 'aria-label': 'Diện miễn' } }}
          >
            <option value="">chọn diện</option>
            {groups.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </TextField>
          <TextField
            value={proof.value}
            onChange={proof.onChange}
            onBlur={proof.onBlur}
            inputRef={proof.ref}
            placeholder="giấy tờ chứng minh, số"
            slotProps={{ htmlInput: { 'aria-label': 'Giấy tờ chứng minh diện miễn', maxLength: 200 } }}
          />
        </span>
      </HandlingLine>
      <FeeFault name="fee.group" words="Chọn diện được miễn, hoặc chọn cách thu khác." />
    </>
  );
}
