import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeaderSettings } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { describeError } from '../../error-sentences.ts';
import { useLeaderSettings } from './use-leader-settings.ts';

type Part = Partial<Pick<LeaderSettings, 'targets' | 'paragraphs' | 'qd766'>>;

/**
 * Saves one of the leader's settings as it was when the dialog opened. Saved by somebody else meanwhile it is refused:
 * then `base` is what stands now and `overtaken` what it was begun from, to show the difference and save again.
 */
export function useSaveSettings(onSaved: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [opened] = useState(useLeaderSettings());
  const [newer, setNewer] = useState<LeaderSettings | null>(null);
  const base = newer ?? opened;
  const saving = useMutation(
    trpc.setup.save.mutationOptions({
      onSuccess: onSaved,
      onError: async (error) => {
        if (describeError(error).code !== 'stale') return;
        setNewer(await client.fetchQuery({ ...trpc.leader.settings.queryOptions(), staleTime: 0 }));
      },
      onSettled: () => void client.invalidateQueries({ queryKey: trpc.leader.pathKey() }),
    }),
  );
  const isTold = newer !== null && describeError(saving.error).code === 'stale';
  return {
    isPending: saving.isPending,
    error: isTold ? null : saving.error,
    base,
    overtaken: newer && opened,
    save: (part: Part) => saving.mutate({ ...part, was: pick(base, part) }),
  };
}

/** What was there of the parts that change. */
function pick({ targets, paragraphs, qd766 }: LeaderSettings, part: Part): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ targets, paragraphs, qd766 }).filter(([name]) => name in part));
}
