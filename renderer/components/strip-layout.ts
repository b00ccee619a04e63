import type { TraceDay } from '../../shared/domain/appointment.ts';

/** How a strip of days fills a given width. Pure, so that folding can be tested without a screen. */

export type StripItem = { type: 'day'; day: TraceDay } | { type: 'fold'; days: readonly TraceDay[] };

/** A folded run takes the room of this many cells: its dates must stay legible. */
export const foldColumns = 3;

/** How many cells of at least `cell` px fit beside each other. */
export function capacityOf(width: number, cell: number, gap: number): number {
  return Math.max(7, Math.floor((width + gap) / (cell + gap)));
}

/**
 * Every day when they fit; else the first days, the last days and the days around today stay, and the runs
 * between them fold. The start, the appointment and today are never folded.
 */
export function layoutStrip(trace: readonly TraceDay[], capacity: number, today?: string): StripItem[] {
  if (trace.length <= capacity) return trace.map((day) => ({ type: 'day', day }));
  const withoutRests = foldRests(trace, today);
  if (columnsOf(withoutRests) <= capacity) return withoutRests;
  const last = trace.length - 1;
  const marker = trace.findIndex((day) => day.date === today);
  const isInside = marker > 0 && marker < last;
  const anchors = isInside ? [0, marker, last] : [0, last];
  let best = new Set(anchors);
  for (let reach = 1; reach < trace.length; reach++) {
    for (const candidate of growths(anchors, reach, last)) {
      const grown = new Set([...best, candidate]);
      if (columnsOf(toItems(trace, grown)) > capacity) continue;
      best = grown;
    }
  }
  return toItems(trace, best);
}

/** A long holiday first: its days have nothing to count. */
function foldRests(trace: readonly TraceDay[], today: string | undefined): StripItem[] {
  const kept = new Set<number>();
  for (const [index, day] of trace.entries()) {
    if (day.mark !== 'rest' || day.isDue || day.date === today) kept.add(index);
  }
  return toItems(trace, kept);
}

/** The columns a row of items takes. */
export function columnsOf(items: readonly StripItem[]): number {
  return items.reduce((sum, item) => sum + (item.type === 'fold' ? foldColumns : 1), 0);
}

/** Days one step further from each anchor; the end grows first, it explains the date. */
function growths(anchors: readonly number[], reach: number, last: number): number[] {
  return [...anchors]
    .reverse()
    .flatMap((anchor) => [anchor - reach, anchor + reach])
    .filter((index) => index > 0 && index < last);
}

/** Folds what is not kept; a run shorter than its own fold would be is shown. */
function toItems(trace: readonly TraceDay[], kept: ReadonlySet<number>): StripItem[] {
  const items: StripItem[] = [];
  let run: TraceDay[] = [];
  const flush = () => {
    if (run.length > foldColumns) items.push({ type: 'fold', days: run });
    else for (const day of run) items.push({ type: 'day', day });
    run = [];
  };
  for (const [index, day] of trace.entries()) {
    if (!kept.has(index)) {
      run.push(day);
      continue;
    }
    flush();
    items.push({ type: 'day', day });
  }
  flush();
  return items;
}

/** Captions of one row, equal neighbours joined over their columns; `start` counts grid columns from 1. */
export interface Caption {
  text: string;
  start: number;
  span: number;
}

export function joinCaptions(texts: readonly { text: string; columns: number; joins: boolean }[]): Caption[] {
  const captions: (Caption & { joins: boolean })[] = [];
  let column = 1;
  for (const { text, columns, joins } of texts) {
    const before = captions.at(-1);
    const touches = before && before.start + before.span === column;
    if (joins && before?.joins && touches && before.text === text) before.span += columns;
    else if (text) captions.push({ text, start: column, span: columns, joins });
    column += columns;
  }
  return captions.map(({ text, start, span }) => ({ text, start, span }));
}

const letterWidth = 6.4;

/**
 * Gives every caption room: it may spread over empty neighbours. One that would still touch another is left
 * out, the least telling first; the block and the sentence below still say it.
 */
export function fitCaptions(
  captions: readonly Caption[],
  columnWidth: number,
  rank: (text: string) => number,
): Caption[] {
  const placed: (Caption & { from: number; to: number })[] = [];
  for (const caption of [...captions].sort((a, b) => rank(a.text) - rank(b.text))) {
    const middle = (caption.start - 1 + caption.span / 2) * columnWidth;
    const half = (caption.text.length * letterWidth) / 2;
    const box = { from: middle - half, to: middle + half };
    if (placed.some((other) => box.from < other.to + 4 && other.from - 4 < box.to)) continue;
    placed.push({ ...caption, ...box });
  }
  return placed.sort((a, b) => a.start - b.start).map(({ text, start, span }) => ({ text, start, span }));
}
