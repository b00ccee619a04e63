import type { Status } from '../../shared/domain/case-flow.ts';
import type { Channel } from '../../shared/domain/procedure.ts';
import type { LimitKind } from '../../shared/domain/time-limit.ts';
import type { EndedTimeliness } from '../../shared/domain/timeliness.ts';

/** The columns of a line in a list, as SQL text and as a type. */
export const caseRowColumns = `id, caseCode, applicantName, procedureCode, procedureShortName, status, channel,
  receivedAt, dueAt, promisedAt, endedAt, timeliness, holderId, holderName, limitKind`;

export interface CaseRowColumns {
  id: number;
  caseCode: string;
  applicantName: string;
  procedureCode: string;
  procedureShortName: string;
  status: Status;
  channel: Channel;
  receivedAt: string;
  dueAt: string | null;
  promisedAt: string | null;
  endedAt: string | null;
  timeliness: EndedTimeliness | null;
  holderId: number;
  holderName: string;
  limitKind: LimitKind;
}
