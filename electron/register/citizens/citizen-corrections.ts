import type { CaseState } from '../../../shared/domain/case-flow.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { getCase } from '../cases/cases.ts';
import type { Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import {
  type Citizen,
  findRecord,
  getCitizen,
  insertCitizen,
  layersOf,
  rememberCitizen,
  setLastCase,
  setLayer,
  setOwn,
  told,
} from './citizens.ts';

/**
 * The record that a case belongs to once its applicant is put right. Another number or kind is another person, unless the record
 * was of this case alone and stands in no merge: then its number was the mistake.
 */
export function recordAfter(
  tx: Writer,
  { citizenId, applicant, registeredAt }: CaseState,
  after: Applicant,
): number {
  if (citizenId === null) return rememberCitizen(tx, after, registeredAt);
  if (applicant.idNumber === after.idNumber && applicant.kind === after.kind) return citizenId;
  const owner = findRecord(tx, after);
  if (owner !== undefined) return owner;
  const { caseCount, mergedInto } = getCitizen(tx, citizenId);
  const isAlone = caseCount === 1 && mergedInto === null && layersOf(tx, citizenId).length === 0;
  if (!isAlone) return insertCitizen(tx, after, registeredAt);
  setOwn(tx, citizenId, after);
  return citizenId;
}

/**
 * After the correction is written. What this case had told wrong is put right in its record and in the people laid over it; what a
 * later form told stays. A case that went to another record is told there, and its old record says what its other cases say.
 */
export function correctCitizen(tx: Writer, before: CaseState, after: CaseState): void {
  const [from, to] = [before.citizenId, after.citizenId];
  if (from === null || to === null) return;
  const isMoved = from !== to;
  if (isMoved) retell(tx, getCitizen(tx, from));
  const record = getCitizen(tx, to);
  const isOlder = after.registeredAt < record.lastCaseAt;
  const { kind, idNumber } = record.own;
  const say = (known: Applicant) =>
    isMoved ? told(known, after.applicant, isOlder) : putRight(known, before.applicant, after.applicant);
  const own = record.caseCount === 1 ? after.applicant : say(record.own);
  setOwn(tx, to, { ...own, kind, idNumber } as Applicant);
  if (isMoved && (record.caseCount === 1 || !isOlder)) setLastCase(tx, to, after.registeredAt);
  const left = isMoved ? new Set(layersOf(tx, from).map(({ id }) => id)) : undefined;
  const isGone = isMoved && getCitizen(tx, from).caseCount === 0;
  for (const layer of layersOf(tx, to)) {
    if (left !== undefined && !left.has(layer.id)) {
      setLayer(tx, layer.id, told(layer.details, after.applicant, isOlder));
      continue;
    }
    const right = putRight(layer.details, before.applicant, after.applicant);
    // The number goes with the last case that bore it.
    setLayer(tx, layer.id, { ...right, ...(!isGone && { idNumber: layer.details.idNumber }) } as Applicant);
  }
}

/** What is known, where it still is what the form had said wrong. */
function putRight(known: Applicant, before: Applicant, after: Applicant): Applicant {
  const changed = Object.entries(after).filter(([field, value]) => {
    const key = field as keyof Applicant;
    return value !== before[key] && (known[key] ?? null) === (before[key] ?? null);
  });
  return { ...known, ...Object.fromEntries(changed) } as Applicant;
}

/** The record says what its cases say, the newest over the older; without any it stays as it was known. */
function retell(tx: Writer, { id, own }: Citizen): void {
  const rows = prepared<{ id: number; registeredAt: string }>(
    tx,
    'SELECT id, registeredAt FROM cases WHERE citizenId = ? ORDER BY registeredAt, id',
  ).all(id);
  const [first, ...later] = rows.map((row) => getCase(tx, row.id).applicant);
  if (first === undefined) return;
  const said = later.reduce((known, applicant) => told(known, applicant, false), first);
  setOwn(tx, id, { ...said, kind: own.kind, idNumber: own.idNumber } as Applicant);
  setLastCase(tx, id, rows.at(-1)?.registeredAt ?? '');
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
