import type { PrintState } from '../../../shared/print-states.ts';
import type { Outbox, PrintJobRow } from '../../../shared/views.ts';
import { isSuperseded } from '../../components/print-states.ts';

/** What a person may do with slips here; the door decides again. */
export type OutboxAct = 'retry' | 'confirm' | 'skip' | 'notOut';

const allowed: Record<OutboxAct, readonly PrintState[]> = {
  retry: ['queued', 'ready', 'sent', 'failed', 'unknown', 'skipped'],
  confirm: ['ready', 'sent', 'failed', 'unknown'],
  skip: ['queued', 'ready', 'sent', 'failed', 'unknown'],
  notOut: ['sent', 'unknown', 'failed'],
};

/** Those of the slips that an act may be done with. */
export function jobsFor(act: OutboxAct, jobs: readonly PrintJobRow[]): PrintJobRow[] {
  return jobs.filter((job) => allowed[act].includes(job.state) && !isSuperseded(job));
}

export type OutboxGroupKey = keyof Outbox;

export type OutboxItem =
  | { kind: 'group'; key: OutboxGroupKey; total: number; shown: number }
  | { kind: 'job'; key: OutboxGroupKey; job: PrintJobRow };

const order: readonly OutboxGroupKey[] = ['attention', 'waiting', 'recent'];

/** Groups that hold something, each followed by its slips. */
export function itemsOf(outbox: Outbox): OutboxItem[] {
  return order.flatMap((key): OutboxItem[] => {
    const { rows, total } = outbox[key];
    if (rows.length === 0) return [];
    return [
      { kind: 'group', key, total, shown: rows.length },
      ...rows.map((job) => ({ kind: 'job' as const, key, job })),
    ];
  });
}

/** Pixels of a line: a slip that needs a hand has a second line that says why. */
export function heightOf(item: OutboxItem): number {
  if (item.kind === 'group') return 34;
  return item.key === 'attention' ? 58 : 40;
}

export interface Span {
  /** Indices of the lines to draw, `to` excluded. */
  from: number;
  to: number;
  /** Pixels above the first of them. */
  above: number;
  /** Pixels of all lines. */
  total: number;
}

/** Which lines a window of a long list shows, with a few more on both sides so that scrolling finds them drawn. */
export function spanInView(heights: readonly number[], scrollTop: number, viewHeight: number): Span {
  const margin = 240;
  let from = heights.length;
  let to = heights.length;
  let above = 0;
  let top = 0;
  for (const [index, height] of heights.entries()) {
    if (from === heights.length && top + height > scrollTop - margin) {
      from = index;
      above = top;
    }
    if (to === heights.length && top >= scrollTop + viewHeight + margin) to = index;
    top += height;
  }
  return { from, to: Math.max(from, to), above, total: top };
}
