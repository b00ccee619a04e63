import { completeMeasure, measuresOf, stillOffered } from '../../../shared/domain/digital-settings.ts';
import { digitalIndicator } from '../../../shared/domain/target.ts';
import { useDigitalSetup } from '../digital/use-digital-setup.ts';
import { caseTargetIndicators, type TargetIndicator } from './indicator-words.ts';

/** A figure of digital support, and what it measures there. */
interface DigitalIndicator extends TargetIndicator {
  measure: string;
}

/** What may have a target: figures of cases, and how many people reached a measure of digital support. */
export function useTargetIndicators(): {
  /** To choose from: the steps of the funnel make sense only beside each other. */
  offered: readonly TargetIndicator[];
  digital: DigitalIndicator[];
} {
  const setup = useDigitalSetup();
  const digital = (setup ? measuresOf(setup) : []).map(({ id, label }) => ({
    key: digitalIndicator(id),
    measure: id,
    label,
    unit: 'count' as const,
    counted: 'người' as const,
    better: 'high' as const,
  }));
  const ids = [completeMeasure, ...stillOffered(setup?.criteria ?? []).map(({ id }) => id)];
  return {
    offered: [...caseTargetIndicators, ...digital.filter(({ measure }) => ids.includes(measure))],
    digital,
  };
}
