import type {
  FeedbackActKind,
  FeedbackChannel,
  FeedbackEventKind,
  FeedbackNature,
  FeedbackSender,
  FeedbackStatus,
  FeedbackTimes,
  FeedbackTopic,
} from './domain/feedback.ts';
import type { NoticeText } from './domain/notice.ts';
import type { NoticeChannel, NoticeOccasion } from './domain/notice-settings.ts';
import type {
  AgencyBand,
  FeedbackCounts,
  OfficerBand,
  OnlineCounts,
  Tt01Score,
  Tt01Total,
} from './domain/tt01-scoring.ts';

/** Read models of what citizens are told and what they say. Times are office time `YYYY-MM-DDTHH:mm`. */

export interface SentNotice {
  id: number;
  occasion: NoticeOccasion;
  channel: NoticeChannel;
  at: string;
  personName: string;
}

export interface CaseNotices {
  /** Ready to paste, the most pressing first; empty when there is nothing to tell. */
  texts: NoticeText[];
  /** Newest first. */
  sent: SentNotice[];
  /** The applicant had the use of his data restricted: he is told by word of mouth alone. */
  isRestricted: boolean;
}

/** Feedback as its list shows it; `content` is null for whoever may not read it. */
export interface FeedbackRow {
  id: number;
  code: string;
  status: FeedbackStatus;
  nature: FeedbackNature;
  channel: FeedbackChannel;
  topic: FeedbackTopic;
  content: string | null;
  about: { caseId: number; caseCode: string } | null;
  receivedAt: string;
  receivedBy: string;
  acknowledgeDueAt: string;
  acknowledgedAt: string | null;
  /** Null while the sender is asked for details. */
  answerDueAt: string | null;
  endedAt: string | null;
  isFounded: boolean | null;
  times: FeedbackTimes;
}

export interface FeedbackDetail extends FeedbackRow {
  version: number;
  sender: FeedbackSender | null;
  refuseDueAt: string;
  askDetailDueAt: string;
  /** What whoever asks may do now. */
  acts: FeedbackActKind[];
  /** Oldest first; words only for whoever may read them. */
  timeline: { kind: FeedbackEventKind; at: string; by: string; words: string | null; isFounded?: boolean }[];
}

/** Of what was received in a period. */
export interface FeedbackFigures {
  received: number;
  open: number;
  openLate: number;
  answered: number;
  answeredInTime: number;
  acknowledgedLate: number;
  founded: number;
  unfounded: number;
}

export interface Tt01Officer {
  /** Null: everybody with fewer cases than `leastToSplit`, together. */
  name: string | null;
  cases: number;
  scores: Tt01Score[];
  total: Tt01Total;
  /** Null where an index has no data, and for several people together. */
  band: OfficerBand | null;
}

/** The optional report of TT 01/2018/TT-VPCP over the cases that ended with a result in a period. */
export interface Tt01Report {
  cases: number;
  /** Cases without a due date: in no index of time. */
  withoutDate: number;
  /** All nine, in order. */
  scores: Tt01Score[];
  total: Tt01Total;
  band: AgencyBand | null;
  /** Cases that ended on the day they came in. */
  sameDay: number;
  feedback: FeedbackCounts;
  online: OnlineCounts;
  complaints: { standing: number; unfounded: number; withoutCase: number };
  /** Everybody who settled at least one case; the last line may be all who settled few. */
  officers: Tt01Officer[];
  leastToSplit: number;
}
