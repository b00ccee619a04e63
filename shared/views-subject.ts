import type {
  LinkedCorrection,
  RequestActKind,
  RequestEventKind,
  RequestState,
  RequestTimes,
} from './domain/subject-request.ts';
import type { CitizenRow } from './views-people.ts';

/** Read models of what people ask of data about themselves. Times are office time `YYYY-MM-DDTHH:mm`. */

/** A request as its list shows it. */
export interface RequestRow
  extends Pick<
    RequestState,
    | 'code'
    | 'status'
    | 'wish'
    | 'receivedAt'
    | 'acknowledgeDueAt'
    | 'acknowledgedAt'
    | 'answerDueAt'
    | 'handedOverAt'
    | 'endedAt'
    | 'result'
  > {
  id: number;
  personName: string;
  times: RequestTimes;
}

export interface RequestDetail
  extends RequestRow,
    Pick<RequestState, 'asker' | 'words' | 'ground' | 'version'> {
  /** The person as he is now; null when his data were deleted. */
  person: CitizenRow | null;
  isRestricted: boolean;
  receivedBy: string;
  answer: string | null;
  extension: string | null;
  /** Corrections of his cases since the request came in; of an ended one those before its end. */
  corrections: LinkedCorrection[];
  /** What was erased for this request; null while nothing was. */
  erased: { at: string; cases: number; citizens: number } | null;
  /** Days more by the one extension, where the law knows one. */
  extensionDays: number;
  /** What whoever asks may do now. */
  acts: RequestActKind[];
  /** Whether he may take out what the register holds of the person. */
  mayExport: boolean;
  /** Oldest first. */
  timeline: { kind: RequestEventKind; at: string; by: string; words: string }[];
}

/** What left the register of one person. `text` of the form that a machine reads, else a path on this counter. */
export interface PersonFile {
  fileName: string;
  path: string | null;
  text: string | null;
  count: number;
}
