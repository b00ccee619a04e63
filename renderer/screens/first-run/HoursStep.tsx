import { HoursFields } from '../../components/HoursFields.tsx';
import type { StepProps } from './OfficeStep.tsx';

/** Opening hours: every limit by the hour and every appointed hour rest on them. */
export function HoursStep({ values, faults, change }: StepProps) {
  return (
    <HoursFields hours={values.hours} faults={faults} onChange={(hours) => change({ hours })} autoFocus />
  );
}
