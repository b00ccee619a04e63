import type { CaseState } from '../../shared/domain/case-flow.ts';
import type { Applicant } from '../../shared/domain/intake.ts';
import { findByIdNumber, getLiving, rememberCitizen } from './citizens.ts';
import type { Writer } from './connection.ts';
import { prepared } from './connection.ts';

/**
 * The person behind a case whose applicant was put right. What this case had told wrong is put right in the person's
 * record, what a later form told stays. Another number is another person, unless the record was of this case alone.
 * @returns the record that the case belongs to now.
 */
export function correctCitizen(
  tx: Writer,
  citizenId: number | null,
  before: Applicant,
  after: Applicant,
  at: string,
): number {
  if (citizenId === null) return rememberCitizen(tx, after, at);
  const living = getLiving(tx, citizenId);
  const owner = after.idNumber === null ? undefined : findByIdNumber(tx, after.idNumber);
  const isSamePerson = owner === undefined ? living.caseCount <= 1 : owner.id === living.id;
  if (!isSamePerson && before.idNumber !== after.idNumber) {
    forgetCase(tx, citizenId);
    return rememberCitizen(tx, after, at);
  }
  const told = Object.entries(after).filter(([field, value]) => {
    const key = field as keyof Applicant;
    return value !== before[key] && (living.details[key] ?? null) === (before[key] ?? null);
  });
  const details = JSON.stringify({ ...living.details, ...Object.fromEntries(told) });
  prepared(tx, 'UPDATE citizens SET details = ? WHERE id = ?').run(details, living.id);
  return citizenId;
}

/** The record keeps what it knows; it has one case less, if another is left. */
function forgetCase(tx: Writer, citizenId: number): void {
  prepared(tx, 'UPDATE citizens SET caseCount = max(1, caseCount - 1) WHERE id = ?').run(citizenId);
}

/**
 * After the correction is written: whoever stood at the counter for this person is noticed as the case says now, and a
 * record that only the mistake had made goes away. What a clerk decided by hand stays.
 */
export function correctRelatives(tx: Writer, before: CaseState, after: CaseState): void {
  const { caseCode, citizenId, submitter } = after;
  prepared(tx, "DELETE FROM relatives WHERE caseCode = ? AND state = 'noticed'").run(caseCode);
  if (citizenId !== null && submitter !== null && submitter.relation !== '') {
    const { relation, name, idNumber, phone } = submitter;
    prepared(
      tx,
      `INSERT INTO relatives (citizenId, relation, name, idNumber, phone, caseCode)
       VALUES (@citizenId, @relation, @name, @idNumber, @phone, @caseCode)`,
    ).run({ citizenId, relation, name, idNumber, phone, caseCode });
  }
  if (before.citizenId === citizenId) return;
  prepared(
    tx,
    `DELETE FROM citizens WHERE id = @id
     AND NOT EXISTS (SELECT 1 FROM cases WHERE citizenId = @id)
     AND NOT EXISTS (SELECT 1 FROM citizens AS other WHERE other.mergedInto = @id)
     AND NOT EXISTS (SELECT 1 FROM merges WHERE survivorId = @id OR mergedId = @id)
     AND NOT EXISTS (SELECT 1 FROM toldApart WHERE firstId = @id OR secondId = @id)
     AND NOT EXISTS (SELECT 1 FROM relatives WHERE citizenId = @id)`,
  ).run({ id: before.citizenId });
}
