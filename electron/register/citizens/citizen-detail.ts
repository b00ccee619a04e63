import type { CitizenDetail } from '../../../shared/views-people.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { mergesOf } from './citizen-merges.ts';
import { getCitizen, getLiving, recordsOf, rowOf } from './citizens.ts';
import { householdOf } from './relatives.ts';

const mostCases = 50;

/** A person with the newest cases of all his records, his household and what was merged. Throws notFound. */
export function citizenDetail(db: Reader, id: number): CitizenDetail {
  const living = getLiving(db, id);
  return {
    ...rowOf(db, living),
    wasMerged: living.id !== id,
    cases: casesOf(db, living.id),
    household: householdOf(db, living),
    merges: mergesOf(db, living.id).map(({ id: mergeId, mergedAt, mergedId }) => ({
      id: mergeId,
      mergedAt,
      person: rowOf(db, getCitizen(db, mergedId)),
    })),
  };
}

function casesOf(db: Reader, livingId: number): CitizenDetail['cases'] {
  const statement = prepared<CitizenDetail['cases'][number]>(
    db,
    `SELECT id, caseCode, procedureShortName, status, receivedAt, applicantName FROM cases
     WHERE citizenId = ? ORDER BY id DESC LIMIT ${mostCases}`,
  );
  return recordsOf(db, livingId)
    .flatMap((id) => statement.all(id))
    .sort((a, b) => b.id - a.id)
    .slice(0, mostCases);
}
