import { useMemo, useState } from 'react';
import type { PrintJobRow } from '../../../shared/views.ts';

/**
 * Which slip the keyboard stands on and which are ticked. Slips come and go by themselves: the place is kept by the
 * slip, and by its neighbour once it has left the list.
 */
export function useChoice(jobs: readonly PrintJobRow[]) {
  const [active, setActive] = useState<{ id: number; index: number } | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const at = jobs.findIndex(({ id }) => id === active?.id);
  const index = at >= 0 ? at : Math.min(active?.index ?? 0, jobs.length - 1);
  const chosen = useMemo(() => jobs.filter(({ id }) => ticked.has(id)), [jobs, ticked]);
  const activeJob = jobs[index];
  const goTo = (next: number) => {
    const place = Math.max(0, Math.min(next, jobs.length - 1));
    const job = jobs[place];
    if (job) setActive({ id: job.id, index: place });
  };
  const toggle = (ids: readonly number[]) => {
    const next = new Set(ticked);
    const isOn = ids.every((id) => next.has(id));
    for (const id of ids) isOn ? next.delete(id) : next.add(id);
    setTicked(next);
  };
  return {
    index,
    activeJob,
    chosen,
    /** What an act is about: the ticked ones, else the one the keyboard stands on. */
    targets: chosen.length > 0 ? chosen : activeJob ? [activeJob] : [],
    goTo,
    toggle,
    /** Ticks everything between the place and another one. */
    extendTo: (next: number) => {
      const place = Math.max(0, Math.min(next, jobs.length - 1));
      const [from, to] = [Math.min(index, place), Math.max(index, place)];
      setTicked(new Set([...ticked, ...jobs.slice(from, to + 1).map(({ id }) => id)]));
      goTo(place);
    },
    clear: () => setTicked(new Set()),
    /** After an act: nothing is ticked, and the place stays where it is while its slip moves on. */
    settle: () => {
      setTicked(new Set());
      setActive({ id: 0, index });
    },
  };
}

export type Choice = ReturnType<typeof useChoice>;
