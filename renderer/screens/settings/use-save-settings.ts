import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

type SaveInput = NonNullable<Parameters<ReturnType<typeof useSaver>>[0]>;

function useSaver() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const save = useMutation(trpc.setup.save.mutationOptions());
  return async (input: Parameters<typeof save.mutateAsync>[0]) => {
    const session = await save.mutateAsync(input);
    client.setQueryData(trpc.session.current.queryKey(), session);
  };
}

/** What was changed and not saved yet waits here while another page is open. */
const unsaved = new Map<string, unknown>();

/** One part of the settings as a form: its values, whether they differ, and saving them with their faults. */
export function useSettingsPart<Values>(
  /** Under it the unsaved changes of the part outlive a visit to another page. */
  key: 'office' | 'hours' | 'printing' | 'code',
  saved: Values,
  schemaOf: (values: Values) => { parsed: z.ZodSafeParseResult<unknown>; input: SaveInput },
) {
  const saver = useSaver();
  const [draft, setDraft] = useState<Values | null>(() => (unsaved.get(key) as Values | undefined) ?? null);
  const [error, setError] = useState<unknown>(null);
  const [savedOnce, setSavedOnce] = useState(false);
  const values = draft ?? saved;
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved);
  const { parsed, input } = schemaOf(values);
  const keep = (next: Values | null) => {
    if (next === null) unsaved.delete(key);
    else unsaved.set(key, next);
    setDraft(next);
  };
  const save = useOnce(async () => {
    setError(null);
    if (!parsed.success) return;
    try {
      await saver(input);
      keep(null);
      setSavedOnce(true);
    } catch (refusal) {
      setError(refusal);
    }
  });
  return {
    values,
    change: (next: Values) => {
      keep(next);
      setSavedOnce(false);
    },
    isChanged,
    fault: isChanged && !parsed.success ? parsed.error : null,
    error,
    savedOnce,
    save: save.run,
    pending: save.pending,
    discard: () => keep(null),
  };
}
