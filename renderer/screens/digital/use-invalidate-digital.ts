import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';

/** Done or refused, what is shown is asked for again. */
export function useInvalidateDigital(): () => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: trpc.digital.pathKey() });
}
