import type { CaseState } from '../../../shared/domain/case-flow.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { getCase } from './cases.ts';

/** The case whose slip bears this code. */
export function findCaseBySlip(db: Reader, slipCode: string): CaseState | undefined {
  const id = findCaseIdBySlip(db, slipCode);
  return id === undefined ? undefined : getCase(db, id);
}

export function findCaseIdBySlip(db: Reader, slipCode: string): number | undefined {
  return prepared<{ id: number }>(db, 'SELECT id FROM cases WHERE slipCode = ?').get(slipCode)?.id;
}
