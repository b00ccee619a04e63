import { type Correction, type EnteredFacts, realChanges } from '../../../../shared/domain/correction.ts';
import { type IntakeValues, parseIntake } from '../../intake/intake-values.ts';

/** What the form holds otherwise than when it was opened; null while a field is wrong. */
export function changesOf(opened: IntakeValues, now: IntakeValues): Correction | null {
  const before = enteredOf(opened);
  const wanted = enteredOf(now);
  return before && wanted && realChanges(before, wanted);
}

/** What the door would be told; null while a field is wrong. */
export function enteredOf(values: IntakeValues): EnteredFacts | null {
  const parsed = parseIntake(values);
  if (!parsed.success) return null;
  const { formKey: _, promisedAt: __, slips: ___, ...entered } = parsed.data;
  return entered;
}
