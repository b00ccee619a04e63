import { NewPasswordFields } from '../../components/NewPasswordFields.tsx';
import type { StepProps } from './OfficeStep.tsx';
import { passwordOwner } from './setup-values.ts';

/** The first password. It is kept in memory alone: after a reload it is asked for again. */
export function PasswordStep({ values, faults, password, setPassword }: StepProps) {
  return (
    <>
      <p>
        Của <b>{passwordOwner(values)}</b>
      </p>
      <NewPasswordFields value={password} onChange={setPassword} faults={faults} autoFocus />
    </>
  );
}
