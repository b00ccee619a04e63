import type { Status } from './domain/case-flow.ts';
import type { Kin } from './domain/household.ts';
import type { Applicant } from './domain/intake.ts';
import type { CitizenHint } from './views.ts';

/** What the queries about people answer. Identity numbers are masked; only a form that takes somebody is told his whole. */

/** Somebody whom a half-filled form may mean, and what of it says so. */
export interface KnownPerson extends CitizenHint {
  matched: 'idNumber' | 'phone' | 'name';
}

/** A person as lists show him. */
export interface CitizenRow {
  id: number;
  kind: Applicant['kind'];
  name: string;
  maskedIdNumber: string | null;
  birthOn: string | null;
  sex: Applicant['sex'];
  phone: string | null;
  email: string | null;
  address: string;
  caseCount: number;
  lastCaseAt: string;
  /** He had the use of his data restricted: no form is filled with them, nothing optional is done with them. */
  isRestricted: boolean;
}

/** Somebody of the household. `citizenId` is null when he was never an applicant himself. */
export interface Relative {
  citizenId: number | null;
  kin: Kin;
  name: string;
  birthOn: string | null;
  maskedIdNumber: string | null;
  phone: string | null;
  /** The case that told it; null: entered by hand. */
  caseCode: string | null;
  isConfirmed: boolean;
  /** Names the link to the commands. */
  linkId: number;
}

export interface CitizenDetail extends CitizenRow {
  /** The id that was asked for belongs to a record merged into this one. */
  wasMerged: boolean;
  cases: {
    id: number;
    caseCode: string;
    procedureShortName: string;
    status: Status;
    receivedAt: string;
    applicantName: string;
  }[];
  household: Relative[];
  /** Records merged into this one, newest first; only the newest can be taken apart again. */
  merges: { id: number; mergedAt: string; person: CitizenRow }[];
}

/** Two records that may be of one person, and why. */
export interface DuplicatePair {
  why: 'idNumber' | 'phone' | 'birth';
  first: CitizenRow;
  second: CitizenRow;
}
