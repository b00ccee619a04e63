import { measuresOf } from '../../../shared/domain/digital-settings.ts';
import { digitalIndicator } from '../../../shared/domain/target.ts';
import { useDigitalSetup } from '../digital/use-digital-setup.ts';
import { caseTargetIndicators, type TargetIndicator } from './indicator-words.ts';

/** A figure of digital support, and what it measures there. */
interface DigitalIndicator extends TargetIndicator {
  measure: string;
}

/** Every figure that may have a target: of cases, and how many people reached each measure of digital support. */
export function useTargetIndicators(): { all: readonly TargetIndicator[]; digital: DigitalIndicator[] } {
  const setup = useDigitalSetup();
  const digital = (setup ? measuresOf(setup) : []).map(({ id, label }) => ({
    key: digitalIndicator(id),
    measure: id,
    label,
    unit: 'count' as const,
    counted: 'người' as const,
    better: 'high' as const,
  }));
  return { all: [...caseTargetIndicators, ...digital], digital };
}
