import { useSession } from '../../session.tsx';
import type { ChipNames } from './filter-chips.ts';

/** What the chips call people and reception points. */
export function useChipNames(): ChipNames {
  const { people, points, office } = useSession();
  return { people, points, counterName: office.counterName };
}
