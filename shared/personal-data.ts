import type { Status } from './domain/case-flow.ts';
import type { FormName } from './domain/forms.ts';
import type { Kin } from './domain/household.ts';
import type { Applicant } from './domain/intake.ts';
import type { Role } from './domain/person.ts';

/** All that a register holds of one person, as the file that a machine reads has it. */

/** What the journal keeps of one happening; `data` without what describes anybody else. */
export interface ToldEntry {
  /** Office time at which it was written down. */
  at: string;
  kind: string;
  subject: string;
  data: unknown;
}

export interface PersonalCase {
  id: number;
  caseCode: string;
  procedureShortName: string;
  status: Status;
  receivedAt: string;
  dueAt: string | null;
  endedAt: string | null;
  events: ToldEntry[];
  payments: ToldEntry[];
  notices: ToldEntry[];
  prints: { form: FormName; state: string; copies: number; createdAt: string }[];
  lists: { kind: string; year: number; number: number; at: string }[];
  ratingCodes: { stage: string; issuedOn: string }[];
}

export interface PersonalData {
  /** Each record as its own forms said, and as the person stands after merging. */
  records: {
    id: number;
    own: Applicant;
    details: Applicant;
    lastCaseAt: string;
    mergedInto: number | null;
  }[];
  relatives: { name: string; kin: Kin; caseCode: string | null }[];
  /** Merges, links and restrictions of him. */
  ofPerson: ToldEntry[];
  cases: PersonalCase[];
  digital: ToldEntry[];
  feedback: ToldEntry[];
  requests: ToldEntry[];
  restrictedSince: string | null;
  /** His own part of matters of others. */
  elsewhere: ToldEntry[];
  /** How much may be his or another's, as only a name or the telephone of a house points to it: nothing of it is in here. */
  unsure: { cards: number; feedback: number; visits: number };
  seen: { at: string; kind: string; subject: string; name: string; roles: Role[] }[];
}
