import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useSession } from '../../session.tsx';

const stateSchema = z.object({ device: z.object({ name: z.string() }).nullable() });

/** How this machine is called where it came in by the local network; null at the counter's own PC. */
export function useDeviceName(): string | null {
  const { isRemote } = useSession();
  const asked = useQuery({
    queryKey: ['pairing'],
    queryFn: async () => stateSchema.parse(await (await fetch('/ghep/state')).json()),
    enabled: isRemote,
  });
  return asked.data?.device?.name ?? null;
}
