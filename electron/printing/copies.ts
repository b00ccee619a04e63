import type { SlipForm } from '../../shared/domain/intake.ts';
import type { Printing } from '../../shared/domain/settings.ts';

/** Copies of each form (forms §1): of the acknowledgement one stays with the dossier, one goes with the citizen. */
export const copiesOf: Record<SlipForm, number> = { acknowledgement: 2, controlSlip: 1, trackingSlip: 1 };

/** How many copies of a form go to which printer; null is the system's own. */
export function sheetsOf(
  form: SlipForm,
  { printer, rollPrinter }: Printing,
): { form: SlipForm; copies: number; printer: string | null } {
  return { form, copies: copiesOf[form], printer: form === 'trackingSlip' ? rollPrinter : printer };
}
