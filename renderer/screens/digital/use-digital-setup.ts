import { useQuery } from '@tanstack/react-query';
import type { DigitalSettings } from '../../../shared/domain/digital-settings.ts';
import { useTRPC } from '../../api.ts';

/** Criteria, topics, places and areas; undefined until they are read. */
export function useDigitalSetup(): DigitalSettings | undefined {
  const trpc = useTRPC();
  return useQuery({ ...trpc.digital.setup.queryOptions(), staleTime: 60_000 }).data;
}
