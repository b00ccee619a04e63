import type { OneStop, Publication } from './feedback-settings.ts';
import type { EndedTimeliness } from './timeliness.ts';

/**
 * The nine indices of TT 01/2018/TT-VPCP Đ13-15 (rules §9). Whether the circular survived is unverified, so this is an
 * optional report. Pure: what events know is handed in, an index without data is left out and named.
 */

export const tt01Indices = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Tt01Index = (typeof tt01Indices)[number];
export type Points = 0 | 1 | 2;

/** Đ14.1, Đ15.3: what an officer is judged by, at most 10. */
export const officerIndices = [1, 2, 3, 4, 7] as const satisfies readonly Tt01Index[];

/** What the events of one case tell, ended with a result. */
export interface Tt01Case {
  officer: { id: number; name: string } | null;
  timeliness: EndedTimeliness;
  /** Of our own part of an inter-agency case; the same as `timeliness` where no other agency takes part. */
  ownTimeliness: EndedTimeliness;
  /** How often papers were asked for after the first filing. */
  supplements: number;
  /** Agencies that the citizen had to go to. */
  agencies: number;
  complaint: Complaint;
}

/** A complaint about attitude on the case; one found false or slanderous is not counted (Đ13.7). */
export type Complaint = 'none' | 'stands' | 'unfounded';

const byTime = { early: 2, onTime: 1, late: 0, noDeadline: null } as const;

/** Index 1, Đ13.1: the whole time against the rule: shorter 2, equal 1, longer 0; null without a date. */
export function timePoints(timeliness: EndedTimeliness): Points | null {
  return byTime[timeliness];
}

/**
 * Index 3, Đ13.3: contacts to complete the dossier: none 2, one 1, more 0. Assumed: each request for papers is one contact, and
 * whether it was the submitter's own fault, which the circular leaves out, no event tells.
 */
export function contactPoints(supplements: number): Points {
  return supplements === 0 ? 2 : supplements === 1 ? 1 : 0;
}

/** Index 4, Đ13.4: agencies that the citizen had to go to: none 2, the one-stop unit alone 1, more 0. */
export function agencyPoints(agencies: number): Points {
  return agencies === 0 ? 2 : agencies === 1 ? 1 : 0;
}

/** Index 6, Đ13.6: posted and electronic 2, one of them 1, not accurate, full or timely 0. */
export function publicationPoints(publication: Publication): Points {
  return { both: 2, one: 1, faulty: 0 }[publication] as Points;
}

/**
 * Index 7, Đ13.7: early without a complaint 2, on time without one 1, a complaint 0. Assumed: late without a complaint, which the
 * table does not name, is 0.
 */
export function attitudePoints(timeliness: EndedTimeliness, complaint: Complaint): Points | null {
  if (complaint === 'stands') return 0;
  return byTime[timeliness];
}

/**
 * Index 5, Đ13.5, of a commune: the listed procedures all appraised and settled on the spot 2, all received and returned at the
 * counter 1, fewer 0. Assumed: no event tells, a result on the same day does not say that it was appraised here, and what
 * goes past the counter is in no register; so the leader answers it.
 */
export function oneStopPoints(oneStop: OneStop): Points {
  return { onTheSpot: 2, here: 1, less: 0 }[oneStop] as Points;
}

export interface FeedbackCounts {
  /** Answered, refused, or over their date in the period. */
  due: number;
  inTime: number;
  /** Not answered though over their date: "để kéo dài". */
  prolonged: number;
}

/** Index 8, Đ13.8: none, or all in time and none prolonged 2; at least 90 % and none prolonged 1; else 0. */
export function feedbackPoints({ due, inTime, prolonged }: FeedbackCounts): Points {
  if (prolonged > 0) return 0;
  if (inTime === due) return 2;
  return inTime * 10 >= due * 9 ? 1 : 0;
}

export interface OnlineCounts {
  procedures: number;
  /** Offered online at mức 3-4: một phần, toàn trình. */
  onlineProcedures: number;
  cases: number;
  onlineCases: number;
  /** Online cases that ended late, or are late and open. */
  unresolvedOrLate: number;
}

/**
 * Index 9, Đ13.9: from 20 % of the procedures and 30 % of the cases online 2; from 15 % of the cases 1; none offered, fewer, or
 * one of them late 0. Assumed: from 30 % of the cases but fewer procedures is 1. Null without a case.
 */
export function onlinePoints(counts: OnlineCounts): Points | null {
  const { procedures, onlineProcedures, cases, onlineCases, unresolvedOrLate } = counts;
  if (onlineProcedures === 0) return 0;
  if (cases === 0) return null;
  if (unresolvedOrLate > 0 || onlineCases * 100 < cases * 15) return 0;
  return onlineProcedures * 100 >= procedures * 20 && onlineCases * 100 >= cases * 30 ? 2 : 1;
}

/** Sum of points and their number. */
export interface Tally {
  points: number;
  cases: number;
}

/** Σ points / number, in tenths, half up (Đ15.2a: rounded to one decimal); null without a case. */
export function indexTenths({ points, cases }: Tally): number | null {
  return cases === 0 ? null : Math.floor((points * 20 + cases) / (2 * cases));
}

export interface Tt01Score {
  index: Tt01Index;
  tally: Tally;
  /** Tenths of a point; null: no data, left out. */
  tenths: number | null;
}

export function scoreOf(index: Tt01Index, points: readonly (Points | null)[]): Tt01Score {
  const known = points.filter((one) => one !== null);
  const tally = { points: known.reduce<number>((sum, one) => sum + one, 0), cases: known.length };
  return { index, tally, tenths: indexTenths(tally) };
}

/** Indices 1, 2, 3, 4 and 7 of some cases. */
export function caseScores(cases: readonly Tt01Case[]): Tt01Score[] {
  return [
    scoreOf(
      1,
      cases.map(({ timeliness }) => timePoints(timeliness)),
    ),
    scoreOf(
      2,
      cases.map(({ ownTimeliness }) => timePoints(ownTimeliness)),
    ),
    scoreOf(
      3,
      cases.map(({ supplements }) => contactPoints(supplements)),
    ),
    scoreOf(
      4,
      cases.map(({ agencies }) => agencyPoints(agencies)),
    ),
    scoreOf(
      7,
      cases.map(({ timeliness, complaint }) => attitudePoints(timeliness, complaint)),
    ),
  ];
}

export type OfficerBand = 'completes' | 'mostly' | 'below';
export type AgencyBand = 'excellent' | 'good' | 'fair' | 'average' | 'weak';

/** Đ15.3: from 5 completes 100 %, from 3,5 to under 5 completes 70 to under 100 %, under 3,5 below 70 %. */
export function officerBand(tenths: number): OfficerBand {
  return tenths >= 50 ? 'completes' : tenths >= 35 ? 'mostly' : 'below';
}

/** Đ15.3: from 15 xuất sắc, from 12 tốt, from 9 khá, from 6 trung bình, under 6 yếu. */
export function agencyBand(tenths: number): AgencyBand {
  if (tenths >= 150) return 'excellent';
  if (tenths >= 120) return 'good';
  if (tenths >= 90) return 'fair';
  return tenths >= 60 ? 'average' : 'weak';
}

export interface Tt01Total {
  /** Sum of the rounded indices, in tenths. */
  tenths: number;
  /** Indices without data: they are in no sum, and without them there is no band. */
  missing: Tt01Index[];
}

export function totalOf(scores: readonly Tt01Score[]): Tt01Total {
  return {
    tenths: scores.reduce((sum, { tenths }) => sum + (tenths ?? 0), 0),
    missing: scores.filter(({ tenths }) => tenths === null).map(({ index }) => index),
  };
}
