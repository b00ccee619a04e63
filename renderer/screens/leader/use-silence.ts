import type { Silence } from '../../../shared/domain/paragraph.ts';
import { useSession } from '../../session.tsx';
import { useShown } from './CasesLink.tsx';

/** Why answers and payments are not told here, though they may be there: they are not split by what the cases are. */
export function useSilence(): { satisfaction: Silence | null; money: Silence | null } {
  const isWhole = Object.keys(useShown().scope).length === 0;
  const isLeader = useSession().person?.roles.includes('leader') ?? false;
  const money = isWhole ? null : 'notSplit';
  return { satisfaction: money ?? (isLeader ? null : 'withheld'), money };
}
