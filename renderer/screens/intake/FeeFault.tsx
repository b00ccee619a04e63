import { get, useFormState } from 'react-hook-form';
import type { TextPath } from './FormField.tsx';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';

/** The sentence of a field of the fee, under its line. */
export function FeeFault({ name, words }: { name: TextPath; words?: string }) {
  const { errors } = useFormState<IntakeValues>({ name });
  const fault: unknown = get(errors, name);
  if (typeof fault !== 'object' || fault === null || !('message' in fault)) return null;
  return (
    <p className={styles.fieldError} role="alert">
      {words ?? String(fault.message)}
    </p>
  );
}
