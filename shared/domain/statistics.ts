import { z } from 'zod';
import type { Status } from './case-status.ts';
import { dayPlus } from './epoch-day.ts';
import { daySchema } from './person.ts';
import { type Channel, channels } from './procedure.ts';
import { type CaseTimes, type EndedTimeliness, timelinessOfCase } from './timeliness.ts';

/**
 * What the figures of the leader count, said once: tile, table, list, report and export all read it from here, so a number
 * and the list behind it are the same cases (rules §6, §11).
 */

/** Days `YYYY-MM-DD`, both within. */
export const periodSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'order' });
export type Period = z.infer<typeof periodSchema>;

/** Whose cases: of all of these at once. */
export const scopeSchema = z.object({
  procedureCode: z.string().max(40).optional(),
  field: z.string().max(120).optional(),
  channel: z.enum(channels).optional(),
  /** Id of a reception point of the settings; '' is the counter itself. */
  point: z.string().max(40).optional(),
  holderId: z.int().min(1).optional(),
  /** First part of the applicant's address, as `areaOf`; '' is without one. */
  area: z.string().max(200).optional(),
});
export type StatisticsScope = z.infer<typeof scopeSchema>;

/** What is asked of a case; office times. */
export interface CountedCase extends CaseTimes {
  readonly acceptedAt: string | null;
  readonly status: Status;
  readonly channel: Channel;
  /** The dossier was made digital. */
  readonly digitised: boolean;
  /** The result was given in electronic form. */
  readonly digitalResult: boolean;
  /** Its procedure could be done online from end to end when it came. */
  readonly fullOnline: boolean;
}

/** What is so of a case itself, whatever the period; everything named must hold. */
export interface CaseTraits {
  readonly channels?: readonly Channel[] | undefined;
  /** Class of an ended case as reports count it: withdrawn and stopped are never early (II.06a, rules §11). */
  readonly ends?: readonly EndedTimeliness[] | undefined;
  /** Whether it ended with a result, or was withdrawn or stopped. */
  readonly outcome?: 'result' | 'withdrawn' | 'stopped' | undefined;
  readonly sameDay?: true | undefined;
  readonly digitised?: true | undefined;
  readonly digitalResult?: true | undefined;
  readonly fullOnline?: true | undefined;
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
  /** Of `openAtEnd`: its class at the end of the period, or now while the period runs. */
  readonly stands?: 'inTime' | 'late' | 'noDeadline' | undefined;
  /** Of `openAtEnd`: its date is that of the end (or of now), or at most so many days after. */
  readonly dueWithin?: number | undefined;
  /** Ended before the end of the period. */
  readonly settledByEnd?: true | undefined;
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
  receivedDigitised: { when: 'received', digitised: true },
  receivedFullOnline: { when: 'received', fullOnline: true },
  settled: { when: 'ended' },
  settledEarly: { when: 'ended', ends: ['early'] },
  settledOnTime: { when: 'ended', ends: ['onTime'] },
  settledInTime: { when: 'ended', ends: ['early', 'onTime'] },
  settledLate: { when: 'ended', ends: ['late'] },
  settledWithDeadline: { when: 'ended', ends: ['early', 'onTime', 'late'] },
  settledNoDeadline: { when: 'ended', ends: ['noDeadline'] },
  settledSameDay: { when: 'ended', outcome: 'result', sameDay: true },
  withResult: { when: 'ended', outcome: 'result' },
  withDigitalResult: { when: 'ended', outcome: 'result', digitalResult: true },
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

/** First instant of the period, and the first after it. */
export function instantsOf({ from, to }: Period): { start: string; end: string } {
  return { start: `${from}T00:00`, end: `${to}T24:00` };
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
export function isInSet(set: CaseSet, one: CountedCase, period: Period, now: string): boolean {
  const { start, end } = instantsOf(period);
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
  return !set.settledByEnd || (endedAt !== null && endedAt < end);
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
  return !(
    (traits.awaiting && status !== 'awaitingSupplement') ||
    (traits.digitised && !one.digitised) ||
    (traits.digitalResult && !one.digitalResult) ||
    (traits.fullOnline && !one.fullOnline)
  );
}

/** Class of a case that is open at an instant; waiting for papers counts as in time (rules §11). */
function standsAt(one: CountedCase, instant: string): 'inTime' | 'late' | 'noDeadline' {
  const open = { ...one, measuredDueAt: countedDueAt(one), endedAt: null, timeliness: null };
  const timeliness = timelinessOfCase(open, instant);
  if (timeliness === 'noDeadline') return 'noDeadline';
  return timeliness === 'pendingLate' ? 'late' : 'inTime';
}

/** What ended since is measured as it was while it was open; where it waited then, by its date. */
function countedDueAt({ dueAt, measuredDueAt, endedAt }: CountedCase): string | null {
  return endedAt === null ? measuredDueAt : (measuredDueAt ?? dueAt);
}

function isDueWithin(one: CountedCase, day: string, days: number): boolean {
  const dueOn = countedDueAt(one)?.slice(0, 10);
  return dueOn !== undefined && dueOn >= day && dueOn <= dayPlus(day, days);
}

function hasDeadline(one: CountedCase): boolean {
  const { endedAt, timeliness, dueAt, measuredDueAt, limitKind } = one;
  if (endedAt !== null) return timeliness !== 'noDeadline';
  return measuredDueAt === null ? dueAt !== null : limitKind !== 'none';
}

/** A share of cases, or a bare number of them where there is no `of`. */
export interface CaseIndicator {
  readonly count: CaseSetName;
  readonly of: CaseSetName | null;
  readonly better: 'high' | 'low';
  readonly label: string;
  /** What it counts, in words for who asks, with its source. */
  readonly meaning: string;
  readonly source: string;
}

export const caseIndicators = {
  received: {
    count: 'received',
    of: null,
    better: 'high',
    label: 'Đã tiếp nhận',
    meaning: 'Hồ sơ đủ, đúng được tiếp nhận trong kỳ, từ 00:00 ngày đầu đến hết ngày cuối.',
    source: 'Biểu 06/VPCP/KSTT, cột (4) và (5)',
  },
  settled: {
    count: 'receivedSettled',
    of: 'received',
    better: 'high',
    label: 'Đã giải quyết',
    meaning:
      'Trong số hồ sơ tiếp nhận trong kỳ, số đã giải quyết xong đến hết kỳ (đã có kết quả, đã rút hoặc đã dừng).',
    source: 'TT 01/2020/TT-VPCP; quy ước của phần mềm',
  },
  inTime: {
    count: 'settledInTime',
    of: 'settledWithDeadline',
    better: 'high',
    label: 'Trước và đúng hạn',
    meaning:
      'Hồ sơ giải quyết xong trong kỳ không muộn hơn ngày hẹn. So sánh theo ngày; kết quả đã có là mốc kết thúc. Hồ sơ không có thời hạn không tính và được liệt kê riêng.',
    source: 'Biểu 06/VPCP/KSTT, cột (8) và (9)',
  },
  online: {
    count: 'receivedOnline',
    of: 'received',
    better: 'high',
    label: 'Nộp trực tuyến',
    meaning: 'Hồ sơ nộp trực tuyến trong số hồ sơ tiếp nhận trong kỳ.',
    source: 'Biểu 06/VPCP/KSTT, cột (4)',
  },
  sameDay: {
    count: 'settledSameDay',
    of: 'withResult',
    better: 'high',
    label: 'Xong trong ngày',
    meaning: 'Hồ sơ có kết quả ngay trong ngày tiếp nhận, trong số hồ sơ có kết quả trong kỳ.',
    source: 'Quy ước của phần mềm',
  },
  digitised: {
    count: 'receivedDigitised',
    of: 'received',
    better: 'high',
    label: 'Số hóa hồ sơ',
    meaning: 'Hồ sơ được số hóa khi tiếp nhận, trong số hồ sơ tiếp nhận trong kỳ.',
    source: 'QĐ 766/QĐ-TTg, nhóm số hóa hồ sơ',
  },
  digitalResult: {
    count: 'withDigitalResult',
    of: 'withResult',
    better: 'high',
    label: 'Kết quả điện tử',
    meaning: 'Hồ sơ được cấp kết quả bản điện tử, trong số hồ sơ có kết quả trong kỳ.',
    source: 'QĐ 766/QĐ-TTg, nhóm số hóa hồ sơ',
  },
  fullOnline: {
    count: 'receivedFullOnline',
    of: 'received',
    better: 'high',
    label: 'Thủ tục toàn trình',
    meaning:
      'Hồ sơ của thủ tục làm được toàn trình trực tuyến lúc tiếp nhận, trong số hồ sơ tiếp nhận trong kỳ.',
    source: 'Danh mục thủ tục của đơn vị',
  },
  open: {
    count: 'open',
    of: null,
    better: 'low',
    label: 'Đang giải quyết',
    meaning: 'Hồ sơ đã tiếp nhận, chưa xong khi hết kỳ (hoặc đến lúc này nếu kỳ chưa hết).',
    source: 'Biểu 06/VPCP/KSTT, cột (11)',
  },
  openLate: {
    count: 'openLate',
    of: 'open',
    better: 'low',
    label: 'Đang quá hạn',
    meaning: 'Hồ sơ chưa xong đã quá ngày hẹn khi hết kỳ. Hồ sơ chờ bổ sung tính là trong hạn.',
    source: 'Biểu 06/VPCP/KSTT, cột (13)',
  },
} as const satisfies Record<string, CaseIndicator>;
export type CaseIndicatorKey = keyof typeof caseIndicators;
