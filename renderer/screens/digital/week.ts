import { epochDayOfIso, fromEpochDay } from '../../../shared/domain/epoch-day.ts';
import type { Period } from '../../../shared/domain/statistics.ts';

/** From the Monday of the week of a day to that day. */
export function weekOf(today: string): Period {
  const day = epochDayOfIso(today);
  // Day 0 of the epoch was a Thursday.
  return { from: fromEpochDay(day - ((day + 3) % 7)).toString(), to: today };
}
