import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Receive } from '../../../shared/domain/intake.ts';
import { api, lastWords, useTRPC } from '../../api.ts';
import { type IntakeValues, intakeValuesSchema, isTouched } from './intake-values.ts';

export type IntakeForm = UseFormReturn<IntakeValues, unknown, Receive>;

export type DraftState =
  | { kind: 'none' }
  /** Instant of this computer, for "3 giây trước". */
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved' };

const quiet = 400;

/**
 * Keeps the half-filled form in the register, so that a reload or a killed process loses nothing. Saves 400 ms
 * after the last change, and at once when the page goes away. Answers what was found on opening.
 */
export function useDraft(form: IntakeForm) {
  const trpc = useTRPC();
  const found = useQuery({
    ...trpc.drafts.get.queryOptions(),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { mutateAsync: save } = useMutation(trpc.drafts.save.mutationOptions());
  const { mutateAsync: clear } = useMutation(trpc.drafts.clear.mutationOptions());
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isReady = useRef(false);

  const write = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const values = form.getValues();
    try {
      if (isTouched(values)) {
        await save({ content: values });
        setState({ kind: 'saved', at: Date.now() });
      } else {
        await clear();
        setState({ kind: 'none' });
      }
    } catch {
      setState({ kind: 'unsaved' });
    }
  }, [form, save, clear]);

  useEffect(() => {
    if (isReady.current || found.data === undefined) return;
    isReady.current = true;
    const content = intakeValuesSchema.safeParse(found.data?.content);
    if (!content.success || isTouched(form.getValues()) || !isTouched(content.data)) return;
    form.reset(content.data);
    setRestoredAt(found.data?.savedAt ?? null);
  }, [found.data, form]);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: () => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void write(), quiet);
        },
      }),
    [form, write],
  );

  useEffect(() => {
    const flush = () => {
      if (timer.current !== undefined) void write();
    };
    const flushForGood = () => {
      const values = form.getValues();
      if (timer.current === undefined || !isTouched(values)) return;
      api.drafts.save.mutate({ content: values }, lastWords).catch(() => undefined);
    };
    window.addEventListener('pagehide', flushForGood);
    return () => {
      window.removeEventListener('pagehide', flushForGood);
      flush();
    };
  }, [form, write]);

  /** After reception: the draft has become a case. */
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRestoredAt(null);
    setState({ kind: 'none' });
    await clear().catch(() => undefined);
  }, [clear]);

  return { state, restoredAt, drop, dismiss: () => setRestoredAt(null) };
}
