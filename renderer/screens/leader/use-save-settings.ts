import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LeaderSettings } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { useLeaderSettings } from './use-leader-settings.ts';

type Part = Partial<Pick<LeaderSettings, 'targets' | 'paragraphs' | 'qd766'>>;

/** Saves one of the leader's settings, unless somebody else did meanwhile. */
export function useSaveSettings(onSaved: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { targets, paragraphs, qd766 } = useLeaderSettings();
  const saving = useMutation(
    trpc.setup.save.mutationOptions({
      onSuccess: onSaved,
      onSettled: () => client.invalidateQueries({ queryKey: trpc.leader.pathKey() }),
    }),
  );
  return {
    ...saving,
    save: (part: Part) => saving.mutate({ ...part, was: pick({ targets, paragraphs, qd766 }, part) }),
  };
}

/** What was there of the parts that change. */
function pick(was: Part, part: Part): Record<string, unknown> {
  return Object.fromEntries(Object.entries(was).filter(([name]) => name in part));
}
