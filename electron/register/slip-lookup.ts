import type { CaseState } from '../../shared/domain/case-flow.ts';
import { getCase } from './cases.ts';
import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';

/** The case whose slip bears this code. */
export function findCaseBySlip(db: Reader, slipCode: string): CaseState | undefined {
  const row = prepared<{ id: number }>(db, 'SELECT id FROM cases WHERE slipCode = ?').get(slipCode);
  return row && getCase(db, row.id);
}
