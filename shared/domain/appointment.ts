import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DayKind, WorkCalendar } from './calendar.ts';
import { type OpeningHours, outOfHoursSchema } from './opening-hours.ts';
import type { NoAppointmentDay } from './promise.ts';
import type { LimitChannel, LimitRule, TimeLimit } from './time-limit.ts';

/** What the law leaves open: reception out of hours, and the clock after a supplement (NĐ 118 Đ19.5; pause is practice). */
export const policiesSchema = z.strictObject({
  outOfHours: outOfHoursSchema,
  supplement: z.enum(['restart', 'pause']),
});
export type Policies = z.infer<typeof policiesSchema>;
export const defaultPolicies: Policies = { outOfHours: 'shift', supplement: 'restart' };

/** A request for supplement and, once complete, its completion. */
export interface SupplementTimes {
  readonly requestedAt: Temporal.PlainDateTime;
  readonly completedAt?: Temporal.PlainDateTime | undefined;
  /** A wait for a financial duty, where the procedure excludes it: it pauses under either policy (rules §4.4). */
  readonly isPayment?: boolean | undefined;
}

/** Everything a due date depends on. Times are office times; each is truncated to the minute inside. */
export interface DeadlineQuestion {
  readonly receivedAt: Temporal.PlainDateTime;
  readonly limit: TimeLimit | null | undefined;
  readonly calendar: WorkCalendar;
  readonly hours: OpeningHours;
  readonly policies: Policies;
  /** Name of one of the limit's variants. */
  readonly variant?: string | undefined;
  readonly channel?: LimitChannel | undefined;
  /** Online: acceptance by an officer, where it is later than `receivedAt`. */
  readonly acceptedAt?: Temporal.PlainDateTime | undefined;
  /** Non-territorial: receipt by the competent agency (NĐ 118 Đ17.3). */
  readonly competentAgencyReceivedAt?: Temporal.PlainDateTime | undefined;
  /** True, or when it was opened: then it must not be later than the base limit. */
  readonly verification?: boolean | { readonly openedAt: Temporal.PlainDateTime } | undefined;
  /** In order; at most one unless a leader overrides. */
  readonly supplements?: readonly SupplementTimes[] | undefined;
  /** At most 2 working days unless an agreement is signed. */
  readonly extra?: { readonly workingDays: number; readonly signedAgreement?: boolean } | undefined;
  /** `sameDay` only: an hour 'HH:MM' promised by the clerk, earlier than closing. */
  readonly promisedClock?: string | undefined;
  readonly noAppointment?:
    | {
        readonly days: readonly NoAppointmentDay[];
        readonly procedureCode: string;
        readonly receptionPoint?: string | undefined;
      }
    | undefined;
  readonly ruleVersion?: number | undefined;
}

export const traceMarks = ['start', 'counted', 'rest', 'paused', 'cancelled', 'notCounted'] as const;
/**
 * `start`: reception or a (re)start of the clock, with `time`. `counted`: one of 1…N. `rest`: a day off that is not counted.
 * `paused`: a working day of waiting for papers. `cancelled`: counted before a restart. `notCounted`: a working day that no rule counts.
 */
export type TraceMark = (typeof traceMarks)[number];

export const traceEvents = [
  'received',
  'accepted',
  'competentAgencyReceived',
  'effectiveStart',
  'supplementRequested',
  'supplementCompleted',
  'paymentRequested',
  'paymentConfirmed',
  'restarted',
  'reappointed',
  'ownDue',
  'due',
] as const;
export type TraceEvent = (typeof traceEvents)[number];

/** One cell of "Vì sao hẹn ngày này?". */
export interface TraceDay {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly kind: DayKind;
  readonly mark: TraceMark;
  /** 1…N on counted days of day rules; on cancelled days the number they had. */
  readonly number?: number;
  /** Name of the holiday. */
  readonly name?: string;
  /** The date this day is exchanged with, or the holiday it makes up for. */
  readonly swapFor?: string;
  /** HH:mm of the last event of the day: reception, start, completion, appointment. */
  readonly time?: string;
  /** Working minutes counted on this day, `hours` rules only. */
  readonly minutes?: number;
  readonly isDue?: boolean;
  readonly isOwnDue?: boolean;
  readonly events?: readonly TraceEvent[];
}

/**
 * Why the date is what it is. Codes with data; the labels turn them into sentences. Dates YYYY-MM-DD, times
 * YYYY-MM-DDTHH:mm, clocks HH:mm.
 */
export type Reason =
  | { readonly code: 'noRule' | 'notAccepted' | 'imported' }
  | { readonly code: 'onTheSpot' }
  | { readonly code: 'outOfHoursShift' | 'outOfHoursKeep'; readonly from: string; readonly to: string }
  | { readonly code: 'onlineAcceptance' | 'competentAgencyReceipt'; readonly at: string }
  | { readonly code: 'afterCutoff'; readonly cutoff: string; readonly at: string }
  | { readonly code: 'offDaysNotCounted'; readonly dates: readonly string[] }
  | {
      readonly code: 'workingSaturdayCounted' | 'workingSaturdayKept';
      readonly date: string;
      readonly inPlaceOf: string;
    }
  | { readonly code: 'restDayMoved'; readonly from: string; readonly to: string }
  | { readonly code: 'variant'; readonly name: string }
  | { readonly code: 'verificationCap'; readonly base: LimitRule; readonly applied: LimitRule }
  | {
      readonly code: 'channelFactor';
      readonly channel: LimitChannel;
      readonly factor: number;
      readonly base: LimitRule;
      readonly applied: LimitRule;
    }
  | {
      readonly code: 'channelRule';
      readonly channel: LimitChannel;
      readonly base: LimitRule;
      readonly applied: LimitRule;
    }
  | {
      readonly code: 'localShortening';
      readonly base: LimitRule;
      readonly applied: LimitRule;
      readonly decisionNo?: string;
    }
  | { readonly code: 'phases'; readonly agencies: readonly string[] }
  | { readonly code: 'supplementRestart'; readonly requestedAt: string; readonly completedAt: string }
  | {
      readonly code: 'supplementPause';
      readonly requestedAt: string;
      readonly completedAt: string;
      /** Counted before the request and still to count: days, or working minutes for `hours`. */
      readonly used: number;
      readonly left: number;
      readonly unit: 'workingDays' | 'days' | 'minutes';
      readonly isPayment?: true;
    }
  | {
      readonly code: 'supplementSameDay';
      readonly requestedAt: string;
      readonly completedAt: string;
      readonly isPayment?: true;
    }
  | { readonly code: 'extraByAgreement'; readonly workingDays: number; readonly signedAgreement: boolean }
  | { readonly code: 'promisedHour'; readonly at: string }
  | { readonly code: 'noAppointmentDay'; readonly promisedAt: string }
  | { readonly code: 'reappointed'; readonly from: string; readonly to: string };

/** What a person should see beside the date. */
export type Warning =
  | { readonly code: 'provisionalYear'; readonly years: readonly number[] }
  | {
      readonly code: 'channelFactorUnconfirmed';
      readonly channel: LimitChannel;
      readonly proposed: LimitRule;
    }
  | { readonly code: 'longerThanStatutory'; readonly statutoryDueAt: string }
  | { readonly code: 'supplementOpen'; readonly requestedAt: string }
  | { readonly code: 'supplementAfterDue'; readonly requestedAt: string; readonly dueAt: string }
  | { readonly code: 'supplementNoticeLate'; readonly requestedAt: string; readonly latestOn: string }
  | { readonly code: 'secondSupplement'; readonly count: number };

/** The answer. Times are 'YYYY-MM-DDTHH:mm', office time (Asia/Ho_Chi_Minh wall clock). */
export interface Appointment {
  /** Null: no due date, never to be classified. */
  readonly dueAt: string | null;
  /** Our unit's part of an inter-agency case. */
  readonly ownDueAt?: string;
  /** The date before any supplement moved it. */
  readonly originalDueAt?: string;
  /** Earlier promise of a no-appointment day; timeliness stays with `dueAt`. */
  readonly promisedAt?: string;
  /** Under the statutory rule, where a local or channel rule was applied. */
  readonly statutoryDueAt?: string;
  /** Saved against the statutory rule when both have the same unit. */
  readonly saved?: { readonly kind: 'workingDays' | 'days' | 'hours'; readonly value: number };
  readonly effectiveStartAt: string;
  /** The rule actually applied. */
  readonly limit: LimitRule;
  readonly trace: readonly TraceDay[];
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
  readonly calendarVersion: number;
  readonly ruleVersion?: number;
  readonly policies: Policies;
}
