import { z } from 'zod';
import { caseIndicators } from './case-indicators.ts';
import { epochDayOfIso } from './epoch-day.ts';
import { daySchema, requiredText } from './person.ts';
import { percentHundredths } from './ratio.ts';
import { scopeSchema } from './statistics.ts';

/** What the office set out to reach, and how far it is (F47). */

export const targetSchema = z
  .object({
    id: z.string().min(1).max(40),
    /** A `CaseIndicatorKey`, 'cashless', 'satisfaction', or a `digitalIndicator`. */
    indicator: requiredText(60).refine(isIndicator, { error: 'choice' }),
    scope: scopeSchema.prefault({}),
    from: daySchema,
    to: daySchema,
    /** Hundredths of a percent of a share; a bare number of a count. */
    unit: z.enum(['share', 'count']),
    value: z.int().min(0).max(100_000_000),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'order' })
  .refine(({ unit, value }) => unit === 'count' || value <= 10_000, { path: ['value'], error: 'percent' });
export type Target = z.infer<typeof targetSchema>;

/** What a target of digital support is set for: the id of a measure, such as `complete`. It counts people. */
export const digitalIndicator = (measure: string): string => `digital.${measure}`;

function isIndicator(key: string): boolean {
  if (Object.hasOwn(caseIndicators, key) || key === 'cashless' || key === 'satisfaction') return true;
  return /^digital\.(step:)?[a-zA-Z0-9]{1,30}$/.test(key);
}

export const targetsSchema = z
  .array(targetSchema)
  .max(60)
  .superRefine((targets, { addIssue }) => {
    const ids = targets.map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index) addIssue({ code: 'custom', message: 'twice', path: [index, 'id'] });
  });

/** So many, of so many; without `of` a bare number. */
interface Part {
  readonly count: number;
  readonly of: number | null;
}

/** Where a figure stands within the target's period, up to today. */
export interface Standing extends Part {
  readonly better: 'high' | 'low';
  /** `of` is a number of people that stays, not what comes in by the day. */
  readonly ofStays?: boolean;
  /** Of `count` those of the target's own time, where others were there before: these alone have a pace. */
  readonly within?: number;
}

export interface Pace {
  /** Today counts as gone; 0 before the first day. */
  readonly daysGone: number;
  readonly daysAll: number;
  /** In the target's unit, a share rounded down; null where there is nothing to divide by. */
  readonly actual: number | null;
  readonly isReached: boolean;
  /** What the last day will show if it goes on as until today; null where nothing can be told. */
  readonly forecast: number | null;
  readonly willReach: boolean | null;
  /** What the days that are left must bring; null where nothing is missing or no day is left. */
  readonly rest: Rest | null;
}

export type Rest =
  /** So many more a week, rounded up. */
  | { readonly kind: 'perWeek'; readonly count: number }
  /** Of what is still to come, this share: hundredths, rounded against us. */
  | { readonly kind: 'share'; readonly hundredths: number }
  | { readonly kind: 'outOfReach' };

/** Of a period that goes on evenly. @param today `YYYY-MM-DD`. */
export function paceOf(target: Target, standing: Standing, today: string): Pace {
  const first = epochDayOfIso(target.from);
  const daysAll = epochDayOfIso(target.to) - first + 1;
  const daysGone = Math.min(daysAll, Math.max(0, epochDayOfIso(today) - first + 1));
  const forecast = daysGone === 0 ? null : forecastOf(target, standing, daysAll / daysGone);
  const isReached = meets(target, standing, standing.better) === true;
  return {
    daysGone,
    daysAll,
    actual: shownValue(target, standing),
    isReached,
    forecast: forecast && shownValue(target, forecast),
    willReach: forecast && meets(target, forecast, standing.better),
    rest: isReached || daysGone === daysAll ? null : restOf(target, standing, daysGone, daysAll),
  };
}

/** Whether a figure stands as the target wants it: exactly, not as it is shown. Null where there is nothing to divide by. */
export function meets(
  { unit, value }: Pick<Target, 'unit' | 'value'>,
  { count, of }: Part,
  better: 'high' | 'low',
): boolean | null {
  if (unit === 'share' && (of === null || of === 0)) return null;
  const [stands, wanted] =
    unit === 'count'
      ? [BigInt(count), BigInt(value)]
      : [BigInt(count) * 10_000n, BigInt(value) * BigInt(of ?? 0)];
  return better === 'high' ? stands >= wanted : stands <= wanted;
}

function shownValue({ unit }: Target, { count, of }: Part): number | null {
  if (unit === 'count') return count;
  const hundredths = of === null ? null : percentHundredths(count, of);
  return hundredths === null ? null : Number(hundredths);
}

/** How many there are at one moment, such as open cases, foretells nothing. */
const isStock = ({ better, of }: Standing): boolean => better === 'low' && of === null;

function forecastOf(target: Target, standing: Standing, times: number): Part | null {
  const { count, of, ofStays = false, within = count } = standing;
  if (isStock(standing)) return null;
  // A share of what comes in stays what it is: both parts grow alike.
  if (target.unit === 'share' && !ofStays) return { count, of };
  const most = of ?? Number.MAX_SAFE_INTEGER;
  return { count: Math.min(count - within + Math.floor(within * times), most), of };
}

function restOf(target: Target, standing: Standing, daysGone: number, daysAll: number): Rest | null {
  const { count, of, better, ofStays = false } = standing;
  const daysLeft = daysAll - daysGone;
  if (isStock(standing)) return null;
  if (target.unit === 'count' || ofStays) {
    if (better === 'low') return null;
    const wanted = target.unit === 'count' ? target.value : Math.ceil(((of ?? 0) * target.value) / 10_000);
    const missing = wanted - count;
    if (missing <= 0) return null;
    return { kind: 'perWeek', count: Math.ceil((missing * 7) / Math.max(7, daysLeft)) };
  }
  if (of === null || of === 0 || daysGone === 0) return null;
  const toCome = (of * daysLeft) / daysGone;
  const needed = ((of + toCome) * target.value) / 10_000 - count;
  const exact = (needed / toCome) * 10_000;
  const hundredths = better === 'high' ? Math.ceil(exact) : Math.floor(exact);
  return hundredths > 10_000 || hundredths < 0 ? { kind: 'outOfReach' } : { kind: 'share', hundredths };
}

/** The targets that judge a figure: set for the same cases, in a period that holds the whole of the one shown. */
export function targetsFor(
  targets: readonly Target[],
  indicator: string,
  shown: { from: string; to: string; scope: Target['scope'] },
): Target[] {
  const key = scopeKey(shown.scope);
  return targets
    .filter((one) => one.indicator === indicator && scopeKey(one.scope) === key)
    .filter(({ from, to }) => from <= shown.from && to >= shown.to)
    .sort((a, b) => spanOf(a) - spanOf(b));
}

const spanOf = ({ from, to }: Target): number => epochDayOfIso(to) - epochDayOfIso(from);

/** The same for the same cases. */
export function scopeKey(scope: Target['scope']): string {
  const known = Object.entries(scope).filter(([, value]) => value !== undefined);
  return JSON.stringify(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}
