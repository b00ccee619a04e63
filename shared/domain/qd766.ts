import { z } from 'zod';
import type { Silence } from './paragraph.ts';
import { daySchema, requiredText } from './person.ts';
import { formatPercent } from './ratio.ts';

/**
 * An estimate of the index of QĐ 766/QĐ-TTg from what the counter knows (rules §10). The score of record is computed by the
 * national portal. The weights are told second-hand; each item is capped at its maximum.
 */

export const qd766Groups = [
  'publication',
  'progress',
  'online',
  'payment',
  'satisfaction',
  'digital',
] as const;
export type Qd766Group = (typeof qd766Groups)[number];

interface Qd766Rule {
  readonly group: Qd766Group;
  /** Points. */
  readonly most: number;
  /** Hundredths of a percent at which all points are given; all of it without. */
  readonly fullAt?: number;
  /** The counter counts it; all else is typed in. */
  readonly isCounted?: true;
  /** Nothing to judge gives all points: no feedback came. */
  readonly fullWithout?: true;
  /** A commune is not judged by it. */
  readonly notForCommunes?: true;
}

/**
 * Assumed: the items are numbered in this order, so that STT 6, 8, 9, 16 and 17 of the text are the ones marked; the twelve
 * points of online services are split in halves.
 */
export const qd766Items = {
  publishedInTime: { group: 'publication', most: 6 },
  updatedInTime: { group: 'publication', most: 4 },
  publishedInFull: { group: 'publication', most: 2 },
  casesSynchronised: { group: 'publication', most: 6 },
  progress: { group: 'progress', most: 20, isCounted: true },
  onlineProcedures: { group: 'online', most: 6, fullAt: 8000, notForCommunes: true },
  onlineCases: { group: 'online', most: 6, fullAt: 5000, isCounted: true },
  payableProcedures: { group: 'payment', most: 2, fullAt: 8000, notForCommunes: true },
  paidProcedures: { group: 'payment', most: 2, fullAt: 8000, notForCommunes: true },
  // What is paid at the counter without cash is not paid on the national portal.
  paidOnline: { group: 'payment', most: 6 },
  feedbackInTime: { group: 'satisfaction', most: 6, fullWithout: true },
  feedbackSatisfied: { group: 'satisfaction', most: 6, fullWithout: true },
  reception: { group: 'satisfaction', most: 6, fullAt: 9000, isCounted: true },
  digitalResults: { group: 'digital', most: 6, isCounted: true },
  digitised: { group: 'digital', most: 4, fullAt: 8000, isCounted: true },
  certifiedDigitally: { group: 'digital', most: 2, notForCommunes: true },
  reused: { group: 'digital', most: 2, fullAt: 8000, notForCommunes: true },
  shared: { group: 'digital', most: 4 },
  populationMatched: { group: 'digital', most: 2, notForCommunes: true },
  populationUsed: { group: 'digital', most: 2, notForCommunes: true },
} as const satisfies Record<string, Qd766Rule>;
export type Qd766Item = keyof typeof qd766Items;
export const qd766ItemNames = Object.keys(qd766Items) as [Qd766Item, ...Qd766Item[]];

const count = z.int().min(0).max(100_000_000);

/** What the counter cannot know, with where it was read and when. */
export const qd766EntrySchema = z
  .object({ count, of: count, source: requiredText(200), on: daySchema })
  .refine((entry) => entry.count <= entry.of, { path: ['count'], error: 'order' });

export const qd766SettingsSchema = z.object({
  entries: z.partialRecord(z.enum(qd766ItemNames), qd766EntrySchema).default({}),
  /** Items that do not judge this office. */
  without: z
    .array(z.enum(qd766ItemNames))
    .max(qd766ItemNames.length)
    .default(() => qd766ItemNames.filter((item) => isNotForCommunes(item))),
});
export type Qd766Settings = z.infer<typeof qd766SettingsSchema>;

const ruleOf = (item: Qd766Item): Qd766Rule => qd766Items[item];
const isNotForCommunes = (item: Qd766Item): boolean => ruleOf(item).notForCommunes === true;

/** A share; of the reception, what is left after what was late and what was disliked. */
export interface Qd766Ratio {
  readonly count: number;
  readonly of: number;
  /** So many more of which nobody said it. */
  readonly unknown?: number;
}

/** What the counter counts in a period. */
export interface Qd766Counts {
  /** Early, on time and open in time, of all with a date. Null: not read yet. */
  readonly progress: Qd766Ratio | null;
  readonly onlineCases: Qd766Ratio;
  readonly digitalResults: Qd766Ratio;
  readonly digitised: Qd766Ratio;
  /** Late of the ended. */
  readonly late: Qd766Ratio;
  /** Low marks of the answers; null: too few to tell. */
  readonly disliked: Qd766Ratio | Silence | null;
}

export interface Qd766Score {
  readonly item: Qd766Item;
  readonly group: Qd766Group;
  readonly most: number;
  readonly from: 'counted' | 'typed' | 'without' | 'missing' | Silence;
  /** Hundredths of a point, rounded down; null where nothing is known or nothing applies. */
  readonly points: number | null;
  /** What the points rest on, where it is one share. */
  readonly ratio: Qd766Ratio | null;
}

export interface Qd766Estimate {
  readonly scores: readonly Qd766Score[];
  /** Hundredths of a point of what is known. */
  readonly points: number;
  /** Points that could be had: of what is known, of what applies, of all. */
  readonly mostKnown: number;
  readonly mostApplying: number;
  readonly missing: readonly Qd766Item[];
}

export function qd766Estimate(counts: Qd766Counts, { entries, without }: Qd766Settings): Qd766Estimate {
  const scores = qd766ItemNames.map((item): Qd766Score => {
    const { group, most, isCounted = false } = ruleOf(item);
    if (without.includes(item)) return { item, group, most, from: 'without', points: null, ratio: null };
    const entry = entries[item] ?? null;
    // What was read at its source goes before what the counter counts.
    if (!isCounted || entry !== null) {
      const points = entry === null ? null : pointsOf(item, entry);
      return { item, group, most, from: points === null ? 'missing' : 'typed', points, ratio: entry };
    }
    if (item === 'reception' && typeof counts.disliked === 'string')
      return { item, group, most, from: counts.disliked, points: null, ratio: null };
    const { points, ratio } = countedOf(item, counts);
    return { item, group, most, from: points === null ? 'missing' : 'counted', points, ratio };
  });
  const known = scores.filter(({ points }) => points !== null);
  const sum = (some: readonly Qd766Score[]) => some.reduce((total, { most }) => total + most, 0);
  return {
    scores,
    points: known.reduce((total, { points }) => total + (points ?? 0), 0),
    mostKnown: sum(known),
    mostApplying: sum(scores.filter(({ from }) => from !== 'without')),
    missing: scores.flatMap(({ item, from }) => (from === 'missing' ? [item] : [])),
  };
}

function countedOf(
  item: Qd766Item,
  counts: Qd766Counts,
): { points: number | null; ratio: Qd766Ratio | null } {
  if (item === 'reception') return { points: receptionPoints(counts), ratio: null };
  const ratio = item in counts ? counts[item as Exclude<keyof Qd766Counts, 'disliked'>] : null;
  // A few of whom it was said are no measure of the many of whom it was not.
  const isKnown = ratio !== null && (ratio.unknown ?? 0) <= ratio.of;
  return { points: isKnown ? pointsOf(item, ratio) : null, ratio };
}

/** max × share, or × share / full share; never over the maximum. Null of nothing, unless nothing is all that is asked. */
function pointsOf(item: Qd766Item, ratio: Qd766Ratio): number | null {
  const { most, fullAt = 10_000, fullWithout = false } = ruleOf(item);
  if (ratio.of === 0) return fullWithout ? most * 100 : null;
  const points = (BigInt(most) * 100n * BigInt(ratio.count) * 10_000n) / (BigInt(ratio.of) * BigInt(fullAt));
  return Math.min(Number(points), most * 100);
}

/** s = 100 % − (late % + disliked %); 6 points from 90 % on, else s / 90 % × 6. */
function receptionPoints({ late, disliked }: Qd766Counts): number | null {
  if (disliked === null || typeof disliked === 'string' || late.of === 0 || disliked.of === 0) return null;
  const whole = BigInt(late.of) * BigInt(disliked.of);
  const bad = BigInt(late.count) * BigInt(disliked.of) + BigInt(disliked.count) * BigInt(late.of);
  const points = bad >= whole ? 0n : (600n * (whole - bad) * 10n) / (whole * 9n);
  return Math.min(Number(points), 600);
}

/** 1234 → "12,34". */
export const formatPoints = (hundredths: number): string =>
  formatPercent(BigInt(hundredths)).replace(' %', '');
