import type { SlipForm } from '../../shared/domain/intake.ts';

/** Copies of each form (forms §1): of the acknowledgement one stays with the dossier, one goes with the citizen. */
export const copiesOf: Record<SlipForm, number> = { acknowledgement: 2, controlSlip: 1, trackingSlip: 1 };
