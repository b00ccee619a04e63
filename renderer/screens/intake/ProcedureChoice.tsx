import { useController, useFormState } from 'react-hook-form';
import type { CatalogueRow } from '../../../shared/views.ts';
import { ProcedureSearch } from '../../components/ProcedureSearch.tsx';
import type { IntakeValues } from './intake-values.ts';
import { PickedProcedure } from './PickedProcedure.tsx';
import { useForgetProcedure } from './use-procedure.ts';

/** The procedure of the form: looked for, or as it was picked, until somebody types over it. */
export function ProcedureChoice(props: {
  rows: readonly CatalogueRow[];
  /** What is looked for; null while what was picked stands. */
  text: string | null;
  onText: (text: string) => void;
  onPick: (row: CatalogueRow) => void;
}) {
  const { rows, text, onText, onPick } = props;
  const forget = useForgetProcedure();
  const { field } = useController<IntakeValues, 'procedureCode'>({ name: 'procedureCode' });
  const { errors } = useFormState<IntakeValues>({ name: 'procedureCode' });
  const picked = rows.find((row) => row.code === field.value);
  if (picked && text === null)
    return (
      <PickedProcedure
        row={picked}
        buttonRef={field.ref}
        onType={onText}
        onClear={() => {
          forget();
          onText('');
        }}
      />
    );
  return (
    <ProcedureSearch
      key={text ?? 'empty'}
      rows={rows}
      onPick={onPick}
      inputRef={field.ref}
      initialText={text ?? ''}
      autoFocus={text !== null}
      error={errors.procedureCode?.message}
    />
  );
}
