import { intoHours } from '../../../shared/domain/opening-hours.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { addOutOfHours, savePulse } from '../../register/voice/ratings.ts';
import { type CommandScope, requireSettings } from '../door.ts';

/**
 * Counts one answer given on the office's own screen. Of a minute that makes a burst all answers are stored, and those of a
 * clerk only where they make a burst by themselves; what came out of hours is counted by day.
 */
export function countPulse({ tx, now, context, after }: CommandScope, clerkId: number | null): void {
  const { hours, rating } = requireSettings(tx, now);
  const { officeTime: minute } = now;
  const { bursts } = context;
  const isOpen =
    loadCalendar(tx).isWorkingDay(now.office.toPlainDate()) &&
    intoHours(now.office, hours).equals(now.office);
  if (!isOpen) addOutOfHours(tx, now.today);
  const clerk = clerkId ?? 0;
  // In memory it is counted once it is on disk: what is rolled back was never answered.
  after(() => bursts.add(minute, clerk));
  const before = bursts.of(minute);
  const ofClerk = (before.get(clerk) ?? 0) + 1;
  const all = [...before.values()].reduce((sum, count) => sum + count, 1);
  const save = (id: number, answers: number) => {
    if (answers >= rating.burstAtMinute) savePulse(tx, { minute, clerkId: id, answers, outOfHours: !isOpen });
  };
  save(0, all);
  if (clerk !== 0) save(clerk, ofClerk);
}
