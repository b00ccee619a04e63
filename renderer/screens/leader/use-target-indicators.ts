import { completeMeasure, denominatorOn, measuresOf } from '../../../shared/domain/digital-settings.ts';
import { digitalIndicator } from '../../../shared/domain/target.ts';
import { useOfficeNow } from '../../session.tsx';
import { useDigitalSetup } from '../digital/use-digital-setup.ts';
import { caseTargetIndicators, type TargetIndicator } from './indicator-words.ts';

/** What may have a target: figures of cases, and how many people reached a measure of digital support. */
export function useTargetIndicators(): {
  /** To choose from: the steps of the funnel make sense only beside each other. */
  offered: readonly TargetIndicator[];
  digital: readonly TargetIndicator[];
} {
  const setup = useDigitalSetup();
  const today = useOfficeNow().slice(0, 10);
  const digital = (setup ? measuresOf(setup) : []).map(
    ({ id, label }): TargetIndicator => ({
      key: digitalIndicator(id),
      label,
      // Of so many where the office has said how many.
      unit: setup && denominatorOn(setup, id, '', today) ? 'share' : 'count',
      counted: 'người',
      better: 'high',
    }),
  );
  const keys = [completeMeasure, ...(setup?.criteria.map(({ id }) => id) ?? [])].map(digitalIndicator);
  return {
    offered: [...caseTargetIndicators, ...digital.filter(({ key }) => keys.includes(key))],
    digital,
  };
}
