import type { Status } from './case-status.ts';
import { dayPlus } from './epoch-day.ts';
import type { Channel } from './procedure.ts';
import type { CaseSet, CaseTraits, CountedPeriod, Told } from './statistics.ts';
import { type CaseTimes, type EndedTimeliness, timelinessOfCase } from './timeliness.ts';

/** What the sets of `statistics.ts` mean of one case. The register's queries and tallies are tested against this. */

/** What is asked of a case; office times, and null what nobody said. */
export interface CountedCase extends CaseTimes {
  readonly acceptedAt: string | null;
  readonly status: Status;
  readonly channel: Channel;
  /** The dossier was made digital. */
  readonly digitised: boolean | null;
  /** The result was given in electronic form. */
  readonly digitalResult: boolean | null;
  /** Its procedure could be done online from end to end when it came. */
  readonly fullOnline: boolean | null;
}

/** Class of an ended case in reports: early needs a result. */
export function reportedTimeliness({
  timeliness,
  status,
}: Pick<CountedCase, 'timeliness' | 'status'>): EndedTimeliness | null {
  return timeliness === 'early' && outcomeOf(status) !== 'result' ? 'onTime' : timeliness;
}

export function outcomeOf(status: Status): 'result' | 'withdrawn' | 'stopped' {
  return status === 'withdrawn' || status === 'stopped' ? status : 'result';
}

/**
 * Whether a case is in the set; the meaning that the register's queries are tested against.
 * @param now office time: a period that still runs ends now.
 */
export function isInSet(set: CaseSet, one: CountedCase, period: CountedPeriod, now: string): boolean {
  const [start, end] = [`${period.from}T00:00`, `${period.to}T24:00`];
  const { acceptedAt, endedAt } = one;
  if (acceptedAt === null) return false;
  const openAt = (instant: string) => acceptedAt < instant && (endedAt === null || endedAt >= instant);
  const lies = {
    received: acceptedAt >= start && acceptedAt < end,
    ended: endedAt !== null && endedAt >= start && endedAt < end,
    openAtStart: openAt(start),
    openAtEnd: openAt(end),
    handled: acceptedAt < end && (endedAt === null || endedAt >= start),
  };
  if (!lies[set.when] || !hasTraits(set, one)) return false;
  const instant = now < end ? now : end.replace('T24:00', 'T23:59');
  if (set.stands && standsAt(one, instant) !== set.stands) return false;
  if (set.dueWithin !== undefined && !isDueWithin(one, instant.slice(0, 10), set.dueWithin)) return false;
  const isSettled = endedAt !== null && endedAt < `${period.until ?? period.to}T24:00`;
  return set.settledByEnd === undefined || set.settledByEnd === isSettled;
}

/** Whether all that is named is so of the case. */
export function hasTraits(traits: CaseTraits, one: CountedCase): boolean {
  const { acceptedAt, endedAt, status, channel } = one;
  const ends = reportedTimeliness(one);
  if (traits.channels && !traits.channels.includes(channel)) return false;
  if (traits.ends && (ends === null || !traits.ends.includes(ends))) return false;
  if (traits.outcome && (endedAt === null || outcomeOf(status) !== traits.outcome)) return false;
  if (traits.sameDay && (endedAt === null || endedAt.slice(0, 10) !== acceptedAt?.slice(0, 10))) return false;
  if (traits.hasDeadline !== undefined && hasDeadline(one) !== traits.hasDeadline) return false;
  return (
    (!traits.awaiting || status === 'awaitingSupplement') &&
    isTold(traits.digitised, one.digitised) &&
    isTold(traits.digitalResult, one.digitalResult) &&
    isTold(traits.fullOnline, one.fullOnline)
  );
}

function isTold(asked: Told | undefined, fact: boolean | null): boolean {
  if (asked === undefined) return true;
  return asked === 'yes' ? fact === true : (fact === null) === (asked === 'unknown');
}

/** Class of a case that is open at an instant; waiting counts as in time, and so does what ended while it waited (rules §11). */
function standsAt(one: CountedCase, instant: string): 'inTime' | 'late' | 'noDeadline' {
  const timeliness = timelinessOfCase({ ...one, endedAt: null, timeliness: null }, instant);
  if (timeliness === 'noDeadline') return 'noDeadline';
  return timeliness === 'pendingLate' ? 'late' : 'inTime';
}

function isDueWithin(one: CountedCase, day: string, days: number): boolean {
  const dueOn = one.measuredDueAt?.slice(0, 10);
  return dueOn !== undefined && dueOn >= day && dueOn <= dayPlus(day, days);
}

function hasDeadline(one: CountedCase): boolean {
  const { endedAt, timeliness, dueAt, measuredDueAt, limitKind } = one;
  if (endedAt !== null) return timeliness !== 'noDeadline';
  return measuredDueAt === null ? dueAt !== null : limitKind !== 'none';
}
