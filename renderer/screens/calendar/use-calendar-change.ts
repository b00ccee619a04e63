import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarEdit } from '../../../shared/domain/calendar-change-edits.ts';
import type { CalendarApplied, CalendarPreview, MovedCase } from '../../../shared/views-calendar.ts';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { keyOf, withEdit } from './day-edits.ts';

/** What was applied, with the cases it moved: slips and a phone list may still be wanted. */
export interface Applied extends CalendarApplied {
  rows: MovedCase[];
}

/** Edits that are not saved yet wait here while another page is open. */
let waiting: readonly CalendarEdit[] = [];

/** A change of the calendar in the making: its edits, what they would move, and applying them. */
export function useCalendarChange(version: number | undefined) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [edits, setEdits] = useState<readonly CalendarEdit[]>(waiting);
  const [applied, setApplied] = useState<Applied | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { mutateAsync } = useMutation(trpc.calendar.change.mutationOptions());
  const set = (next: readonly CalendarEdit[]) => {
    waiting = next;
    setEdits(next);
    setError(null);
    if (next.length > 0) setApplied(null);
  };
  const preview = useQuery({
    ...trpc.calendar.preview.queryOptions({ version: version ?? 0, edits: [...edits] }),
    enabled: version !== undefined && edits.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const apply = useOnce(async (seen: CalendarPreview, keep: readonly number[], print: boolean) => {
    setError(null);
    try {
      const { digest, moved } = seen;
      const done = await mutateAsync({
        version: seen.version,
        edits: [...edits],
        seen: { digest, count: moved.length },
        keep: [...keep],
        print,
      });
      const kept = new Set(keep);
      set([]);
      setApplied({ ...done, rows: moved.filter((row) => !kept.has(row.id) && row.from !== row.to) });
    } catch (refusal) {
      setError(refusal);
    }
    await client.invalidateQueries({ queryKey: trpc.calendar.pathKey() });
  });
  return {
    edits,
    add: (...added: CalendarEdit[]) => set(added.reduce<readonly CalendarEdit[]>(withEdit, edits)),
    remove: (edit: CalendarEdit) => set(edits.filter((one) => keyOf(one) !== keyOf(edit))),
    clear: () => set([]),
    preview: edits.length > 0 ? preview.data : undefined,
    isReading: preview.isFetching,
    previewError: edits.length > 0 ? preview.error : null,
    apply: apply.run,
    pending: apply.pending,
    error,
    applied,
    forget: () => setApplied(null),
  };
}

export type CalendarChange = ReturnType<typeof useCalendarChange>;
