import { intoHours } from '../../shared/domain/opening-hours.ts';
import { loadCalendar } from '../register/calendar.ts';
import { addOutOfHours, savePulse } from '../register/ratings.ts';
import type { Register } from '../register/register.ts';
import { type CommandScope, requireSettings } from './door.ts';

/**
 * Bursts of answers. A minute is counted in memory and stored only once it makes a burst: a stored minute with a single
 * answer would lead to the case that was at the counter then. What came out of hours is counted by day.
 */
const runningMinute = new WeakMap<Register, { minute: string; byClerk: Map<number, number> }>();

/** Counts one answer given on the office's own screen. */
export function countPulse({ tx, now, context }: CommandScope, clerkId: number | null): void {
  const { hours, rating } = requireSettings(tx, now);
  const { officeTime: minute } = now;
  const known = runningMinute.get(context.register);
  const running = known?.minute === minute ? known : { minute, byClerk: new Map<number, number>() };
  runningMinute.set(context.register, running);
  const key = clerkId ?? 0;
  running.byClerk.set(key, (running.byClerk.get(key) ?? 0) + 1);
  const isOpen =
    loadCalendar(tx).isWorkingDay(now.office.toPlainDate()) &&
    intoHours(now.office, hours).equals(now.office);
  if (!isOpen) addOutOfHours(tx, now.today);
  const total = [...running.byClerk.values()].reduce((sum, count) => sum + count, 0);
  if (total < rating.burstAtMinute) return;
  for (const [clerk, answers] of running.byClerk)
    savePulse(tx, { minute, clerkId: clerk, answers, outOfHours: !isOpen });
}
