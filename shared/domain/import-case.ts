import type { Status } from './case-flow.ts';
import type { Outcome } from './case-state.ts';
import type { ImportField } from './import-fields.ts';
import type { Applicant, ReturnChannel } from './intake.ts';
import type { Channel } from './procedure.ts';

/** One row of somebody's register, understood. Times are office times; events of a day without an hour get one. */
export interface ImportedCase {
  /** Line in the file. */
  row: number;
  caseCode: string;
  /** As the book numbered it; null when the file does not say. */
  serial: number | null;
  /** Code '' keeps the name as the book has it. */
  procedure: { code: string; name: string };
  applicant: Applicant;
  sets: number;
  channel: Channel;
  returnChannel: ReturnChannel;
  feeVnd: number | null;
  receivedAt: string;
  dueAt: string | null;
  /** The agency outside that decides. */
  agency: string | null;
  status: Status;
  outcome: Outcome;
  handedOverAt: string | null;
  /** When the result was there, or the case ended without one. */
  endedAt: string | null;
  returnedAt: string | null;
  recipient: string;
  nationalCode: string | null;
  /** Null where the file does not say. */
  digitised: boolean | null;
  electronicResult: boolean | null;
  fullOnline: boolean | null;
  note: string;
}

export const rowFaultKinds = [
  'required',
  'day',
  'future',
  'order',
  'phone',
  'idNumber',
  'personName',
  'status',
  'needsDay',
  'caseCode',
  'count',
  'procedure',
  'codeTwice',
  'serialTwice',
  'serialTaken',
  'serialFar',
  'codeTaken',
  'tooLong',
] as const;
export type RowFaultKind = (typeof rowFaultKinds)[number];

/** Why a row cannot be taken as it is. */
export interface RowFault {
  field: ImportField;
  kind: RowFaultKind;
  /** What the cell says. */
  text: string;
  /** The step it must not come before, for `order`. */
  after?: { field: ImportField; text: string };
  /** The other line, for `codeTwice` and `serialTwice`. */
  otherRow?: number;
}
