import { officeTimeAt } from '../../../shared/domain/clock-time.ts';
import { type OwnMarks, withoutOthers } from '../../../shared/domain/own-data.ts';
import type { PersonalCase, ToldEntry } from '../../../shared/personal-data.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { entriesOf } from '../journal.ts';

/** The cases of one record with all that was said and made of them; `subjects` is what the journal calls them. */
export function casesOfPerson(
  db: Reader,
  citizenId: number,
  marks: OwnMarks,
): (PersonalCase & { subjects: string[] })[] {
  return prepared<
    Pick<
      PersonalCase,
      'id' | 'caseCode' | 'procedureShortName' | 'status' | 'receivedAt' | 'dueAt' | 'endedAt'
    >
  >(
    db,
    `SELECT id, caseCode, procedureShortName, status, receivedAt, dueAt, endedAt FROM cases
     WHERE citizenId = ? ORDER BY id`,
  )
    .all(citizenId)
    .map((row) => {
      const payments = idsOf(db, 'payments', row.id).map((id) => `payment:${id}`);
      const notices = idsOf(db, 'notices', row.id).map((id) => `notice:${id}`);
      const lists = listsOf(db, row.id);
      const tell = (subject: string) => told(db, subject, marks);
      return {
        ...row,
        subjects: [`case:${row.id}`, ...payments, ...notices],
        events: tell(`case:${row.id}`),
        payments: payments.flatMap(tell),
        notices: notices.flatMap(tell),
        prints: printsOf(db, row.id),
        lists,
        ratingCodes: prepared<PersonalCase['ratingCodes'][number]>(
          db,
          'SELECT stage, issuedOn FROM ratingCodes WHERE caseId = ?',
        ).all(row.id),
      };
    });
}

/** What the journal says under one subject, cleaned; who looked at it is told apart. */
export function told(db: Reader, subject: string, marks: OwnMarks): ToldEntry[] {
  return entriesOf(db, subject)
    .filter(({ kind }) => !isSeen(kind))
    .map(({ at, kind, data }) => {
      return { at: officeTimeAt(at), kind, subject, data: withoutOthers(data, marks) };
    });
}

const isSeen = (kind: string): boolean => kind.startsWith('seen.') || kind === 'citizen.idNumberShown';

function idsOf(db: Reader, table: 'payments' | 'notices', caseId: number): number[] {
  return prepared<{ id: number }>(db, `SELECT id FROM ${table} WHERE caseId = ? ORDER BY id`)
    .all(caseId)
    .map(({ id }) => id);
}

function printsOf(db: Reader, caseId: number): PersonalCase['prints'] {
  return prepared<PersonalCase['prints'][number]>(
    db,
    'SELECT form, state, copies, createdAt FROM printJobs WHERE caseId = ? ORDER BY id',
  ).all(caseId);
}

/** Lists that the case went on; who else stands there is not his. */
function listsOf(db: Reader, caseId: number): PersonalCase['lists'] {
  return prepared<PersonalCase['lists'][number]>(
    db,
    `SELECT kind, year, number, at FROM batches
     WHERE EXISTS (SELECT 1 FROM json_each(data, '$.caseIds') WHERE value = ?) ORDER BY id`,
  ).all(caseId);
}
