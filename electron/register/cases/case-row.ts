import type { LimitKind } from '../../../shared/domain/time-limit.ts';
import type { EndedTimeliness } from '../../../shared/domain/timeliness.ts';
import type { CaseRow } from '../../../shared/views.ts';

/** The columns of a line in a list, as SQL text and as a type. */
export const caseRowColumns = `id, caseCode, applicantName, procedureCode, procedureShortName, status, channel,
  receivedAt, dueAt, measuredDueAt, workDueAt, promisedAt, endedAt, timeliness, holderId, holderName, limitKind`;

/** A row as the register has it: what depends on the moment it is looked at is added by the api. */
export interface CaseRowColumns extends Omit<CaseRow, 'holder' | 'timeliness' | 'minutesLeft'> {
  timeliness: EndedTimeliness | null;
  measuredDueAt: string | null;
  holderId: number;
  holderName: string;
  limitKind: LimitKind;
}
