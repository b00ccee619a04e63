import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Receive } from '../../../shared/domain/intake.ts';
import { api, lastWords, useTRPC } from '../../api.ts';
import { type IntakeValues, intakeValuesSchema, isTouched, withFreshKey } from './intake-values.ts';

export type IntakeForm = UseFormReturn<IntakeValues, unknown, Receive>;

export type DraftState =
  | { kind: 'none' }
  /** Instant of this computer, for "3 giây trước". */
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved' };

/** What was in the register when the page opened. */
export interface FoundDraft {
  values: IntakeValues;
  savedAt: string;
}

const quiet = 400;

/**
 * Keeps the half-filled form in the register, so that a reload or a killed process loses nothing. Saves 400 ms
 * after the last change, and at once when the page goes away; never before it is known what the register holds already.
 * That fills the empty form; where the clerk was quicker, it is `earlier`, for the clerk to choose.
 */
export function useDraft(form: IntakeForm) {
  const trpc = useTRPC();
  const found = useQuery({
    ...trpc.drafts.get.queryOptions(),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { refetch } = found;
  const { mutateAsync: save } = useMutation(trpc.drafts.save.mutationOptions());
  const { mutateAsync: clear } = useMutation(trpc.drafts.clear.mutationOptions());
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<FoundDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What the register is known to hold; undefined until it has answered. */
  const isKept = useRef<boolean>(undefined);
  const isHeld = useRef(false);
  const writing = useRef<Promise<void>>(undefined);

  const store = useCallback(async () => {
    const values = form.getValues();
    try {
      if (isTouched(values)) {
        await save({ content: values });
        isKept.current = true;
        setState({ kind: 'saved', at: Date.now() });
      } else {
        if (isKept.current) await clear();
        isKept.current = false;
        setState({ kind: 'none' });
      }
    } catch {
      setState({ kind: 'unsaved' });
    }
  }, [form, save, clear]);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (isHeld.current) return;
    if (isKept.current !== undefined) {
      writing.current = store();
      return;
    }
    // The answer, when it comes, writes what was typed meanwhile.
    void refetch({ cancelRefetch: false }).then(({ isError }) => isError && setState({ kind: 'unsaved' }));
  }, [store, refetch]);

  const writeSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(write, quiet);
  }, [write]);

  useEffect(() => {
    if (isKept.current !== undefined || found.data === undefined) return;
    isKept.current = found.data !== null;
    const content = intakeValuesSchema.safeParse(found.data?.content);
    const isTyping = isTouched(form.getValues());
    if (content.success && found.data && isTouched(content.data)) {
      // With a key of its own: its old key may have made a case whose answer never came.
      const values = withFreshKey(content.data);
      if (isTyping) setEarlier({ values, savedAt: found.data.savedAt });
      else {
        form.reset(values);
        setRestoredAt(found.data.savedAt);
      }
    }
    if (isTyping) writeSoon();
  }, [found.data, form, writeSoon]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: writeSoon }), [form, writeSoon]);

  useEffect(() => {
    const flush = () => {
      if (timer.current !== undefined) write();
    };
    const flushForGood = () => {
      const values = form.getValues();
      if (timer.current === undefined || !isTouched(values)) return;
      if (isKept.current === undefined || isHeld.current) return;
      api.drafts.save.mutate({ content: values }, lastWords).catch(() => undefined);
    };
    window.addEventListener('pagehide', flushForGood);
    return () => {
      window.removeEventListener('pagehide', flushForGood);
      flush();
    };
  }, [form, write]);

  /** Nothing is written from here to `release`: the form is on its way to become a case. */
  const hold = useCallback(async () => {
    isHeld.current = true;
    await writing.current;
  }, []);

  /** `becameCase`: the door has put the draft away with the same stroke. */
  const release = useCallback(
    (becameCase: boolean) => {
      isHeld.current = false;
      if (!becameCase) return writeSoon();
      isKept.current = false;
      setRestoredAt(null);
      setState({ kind: 'none' });
    },
    [writeSoon],
  );

  /** The form was emptied or exchanged: nothing of it is the restored one any more. */
  const startOver = useCallback(() => {
    setRestoredAt(null);
    write();
  }, [write]);

  return { state, restoredAt, earlier, hold, release, startOver, dropEarlier: () => setEarlier(null) };
}
