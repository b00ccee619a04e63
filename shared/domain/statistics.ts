import { z } from 'zod';
import { daySchema } from './person.ts';
import { type Channel, channels } from './procedure.ts';
import type { EndedTimeliness } from './timeliness.ts';

/**
 * Which cases the figures count, said once: tile, table, list, report and export name these sets, so a number and the list behind
 * it are the same cases (rules §6, §11). What a name means of one case says `case-membership.ts`; which of them make a share,
 * `case-indicators.ts`. The work of today (`conditions.ts` of the register) counts something else: also what is not accepted yet.
 */

/** Days `YYYY-MM-DD`, both within. */
export const periodSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'order' });
export type Period = z.infer<typeof periodSchema>;

/** The days of a set. */
export interface CountedPeriod extends Period {
  /** At the end of this day it is asked what became of those received, where that is not their own last day. */
  readonly until?: string | undefined;
}

/** Whose cases: of all of these at once. */
export const scopeSchema = z.object({
  procedureCode: z.string().max(40).optional(),
  field: z.string().max(120).optional(),
  channel: z.enum(channels).optional(),
  /** Id of a reception point of the settings; '' is the counter itself. */
  point: z.string().max(40).optional(),
  holderId: z.int().min(1).optional(),
  /** First part of the applicant's address; '' is without one. */
  area: z.string().max(200).optional(),
});
export type StatisticsScope = z.infer<typeof scopeSchema>;

/** Of what nobody may have said: that it is so, that it is told at all, that it is not told. Not told is never "no". */
export type Told = 'yes' | 'known' | 'unknown';

/** What is so of a case itself, whatever the period; everything named must hold. */
export interface CaseTraits {
  readonly channels?: readonly Channel[] | undefined;
  /** Class of an ended case as reports count it: withdrawn and stopped are never early (II.06a, rules §11). */
  readonly ends?: readonly EndedTimeliness[] | undefined;
  /** Whether it ended with a result, or was withdrawn or stopped. */
  readonly outcome?: 'result' | 'withdrawn' | 'stopped' | undefined;
  readonly sameDay?: true | undefined;
  readonly digitised?: Told | undefined;
  readonly digitalResult?: Told | undefined;
  readonly fullOnline?: Told | undefined;
  /** Whether a date is counted against; what has none is in no column of a report (rules §11). */
  readonly hasDeadline?: boolean | undefined;
  /** Waits for the citizen's papers now. */
  readonly awaiting?: true | undefined;
}

/** A set of cases in words that a query can be made of; everything named must hold. */
export interface CaseSet extends CaseTraits {
  /**
   * `received`: accepted within the period. `ended`: its end lies within. `openAtStart`, `openAtEnd`: accepted before that
   * instant and not ended before it. `handled`: received within the period or open at its start. What never was accepted is in
   * no set.
   */
  readonly when: 'received' | 'ended' | 'openAtStart' | 'openAtEnd' | 'handled';
  /** Of `openAtEnd`: its class at the end of the period, or as it is now while the period runs. */
  readonly stands?: 'inTime' | 'late' | 'noDeadline' | undefined;
  /** Of `openAtEnd`: its date is that of the end (or of now), or at most so many days after. */
  readonly dueWithin?: number | undefined;
  /** Of `received`: whether it ended before the end of the period, or of the day `until`. */
  readonly settledByEnd?: boolean | undefined;
}

export const caseSets = {
  received: { when: 'received' },
  receivedDirect: { when: 'received', channels: ['direct'] },
  receivedOnline: { when: 'received', channels: ['online'] },
  receivedPostal: { when: 'received', channels: ['postal'] },
  receivedAtCounter: { when: 'received', channels: ['direct', 'postal'] },
  receivedSettled: { when: 'received', settledByEnd: true },
  receivedEarly: { when: 'received', settledByEnd: true, ends: ['early'] },
  receivedOnTime: { when: 'received', settledByEnd: true, ends: ['onTime'] },
  receivedLate: { when: 'received', settledByEnd: true, ends: ['late'] },
  receivedNoDeadline: { when: 'received', settledByEnd: true, ends: ['noDeadline'] },
  receivedUnsettled: { when: 'received', settledByEnd: false },
  receivedDigitised: { when: 'received', digitised: 'yes' },
  receivedDigitisedKnown: { when: 'received', digitised: 'known' },
  receivedDigitisedUnknown: { when: 'received', digitised: 'unknown' },
  receivedFullOnline: { when: 'received', fullOnline: 'yes' },
  receivedFullOnlineKnown: { when: 'received', fullOnline: 'known' },
  receivedFullOnlineUnknown: { when: 'received', fullOnline: 'unknown' },
  settled: { when: 'ended' },
  settledEarly: { when: 'ended', ends: ['early'] },
  settledOnTime: { when: 'ended', ends: ['onTime'] },
  settledInTime: { when: 'ended', ends: ['early', 'onTime'] },
  settledLate: { when: 'ended', ends: ['late'] },
  settledWithDeadline: { when: 'ended', ends: ['early', 'onTime', 'late'] },
  settledNoDeadline: { when: 'ended', ends: ['noDeadline'] },
  settledSameDay: { when: 'ended', outcome: 'result', sameDay: true },
  withResult: { when: 'ended', outcome: 'result' },
  withDigitalResult: { when: 'ended', outcome: 'result', digitalResult: 'yes' },
  withDigitalResultKnown: { when: 'ended', outcome: 'result', digitalResult: 'known' },
  withDigitalResultUnknown: { when: 'ended', outcome: 'result', digitalResult: 'unknown' },
  withdrawn: { when: 'ended', outcome: 'withdrawn' },
  stopped: { when: 'ended', outcome: 'stopped' },
  carriedOver: { when: 'openAtStart' },
  open: { when: 'openAtEnd' },
  openInTime: { when: 'openAtEnd', stands: 'inTime' },
  openLate: { when: 'openAtEnd', stands: 'late' },
  openNoDeadline: { when: 'openAtEnd', stands: 'noDeadline' },
  openAwaiting: { when: 'openAtEnd', awaiting: true },
  openDueToday: { when: 'openAtEnd', stands: 'inTime', dueWithin: 0 },
  openDueSoon: { when: 'openAtEnd', stands: 'inTime', dueWithin: 2 },
  handled: { when: 'handled' },
  handledWithDeadline: { when: 'handled', hasDeadline: true },
  handledNoDeadline: { when: 'handled', hasDeadline: false },
  receivedOnlineWithDeadline: { when: 'received', channels: ['online'], hasDeadline: true },
  receivedAtCounterWithDeadline: { when: 'received', channels: ['direct', 'postal'], hasDeadline: true },
  carriedOverWithDeadline: { when: 'openAtStart', hasDeadline: true },
  openWithDeadline: { when: 'openAtEnd', hasDeadline: true },
} as const satisfies Record<string, CaseSet>;
export type CaseSetName = keyof typeof caseSets;
export const caseSetNames = Object.keys(caseSets) as [CaseSetName, ...CaseSetName[]];
