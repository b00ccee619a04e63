import { useQuery } from '@tanstack/react-query';
import type { DigitalSettings } from '../../../shared/domain/digital-settings.ts';
import { useTRPC } from '../../api.ts';

/** Criteria, topics, places and areas; undefined until they are read. @param isAsked not by a team's laptop, which has none. */
export function useDigitalSetup(isAsked = true): DigitalSettings | undefined {
  const trpc = useTRPC();
  return useQuery({ ...trpc.digital.setup.queryOptions(), staleTime: 60_000, enabled: isAsked }).data;
}
