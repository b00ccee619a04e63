import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';

type SaveInput = NonNullable<Parameters<ReturnType<typeof useSaver>>[0]>;

function useSaver() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const save = useMutation(trpc.setup.save.mutationOptions());
  return async (input: Parameters<typeof save.mutateAsync>[0]) => {
    try {
      const session = await save.mutateAsync(input);
      client.setQueryData(trpc.session.current.queryKey(), session);
    } finally {
      // Refused or not, what is shown beside the fields must be what is stored.
      for (const queryKey of [
        trpc.session.pathKey(),
        trpc.setup.pathKey(),
        trpc.queue.pathKey(),
        trpc.forms.texts.pathKey(),
        trpc.leader.pathKey(),
      ])
        void client.invalidateQueries({ queryKey });
    }
  };
}

/** What was changed and not saved yet, and the values it was begun from, wait here while another page is open. */
const unsaved = new Map<string, { draft: unknown; base: unknown }>();

/** One part of the settings as a form: its values, whether they differ, and saving them with their faults. */
export function useSettingsPart<Values>(
  /** Under it the unsaved changes of the part outlive a visit to another page. */
  key: string,
  saved: Values,
  schemaOf: (values: Values) => { parsed: z.ZodSafeParseResult<unknown>; input: SaveInput },
) {
  const saver = useSaver();
  const [draft, setDraft] = useState<Values | null>(
    () => (unsaved.get(key)?.draft as Values | undefined) ?? null,
  );
  const [error, setError] = useState<unknown>(null);
  const [savedOnce, setSavedOnce] = useState(false);
  /** Looks at what is stored without letting go of what was typed. */
  const [isPeeking, setPeeking] = useState(false);
  const values = isPeeking ? saved : (draft ?? saved);
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved);
  const { parsed, input } = schemaOf(draft ?? saved);
  const keep = (next: Values | null) => {
    if (next === null) unsaved.delete(key);
    else unsaved.set(key, { draft: next, base: unsaved.get(key)?.base ?? saved });
    setPeeking(false);
    setDraft(next);
  };
  const save = useOnce(async () => {
    setError(null);
    if (!parsed.success) return;
    try {
      const base = (unsaved.get(key)?.base as Values | undefined) ?? saved;
      const { was: _, from: __, ...was } = schemaOf(base).input;
      await saver({ ...input, was });
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
    /** Somebody else saved it meanwhile: what is stored can be looked at, and what was typed put in its place. */
    overtaken:
      error !== null && isChanged && describeError(error).code === 'stale'
        ? {
            isPeeking,
            peek: () => setPeeking(!isPeeking),
            keep: () => {
              unsaved.set(key, { draft, base: saved });
              setPeeking(false);
              setError(null);
            },
          }
        : null,
    savedOnce,
    save: save.run,
    pending: save.pending,
    discard: () => {
      setError(null);
      keep(null);
    },
  };
}
