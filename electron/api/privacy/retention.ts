import { z } from 'zod';
import { managers, requiredText } from '../../../shared/domain/person.ts';
import { lastDueDay } from '../../../shared/domain/retention.ts';
import { mayEraseFor } from '../../../shared/domain/subject-request.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  cardShownSchema,
  casesShownSchema,
  personShown,
  personShownSchema,
} from '../../../shared/shown-erasure.ts';
import type {
  CardErasure,
  ErasureCounts,
  PersonErasure,
  RetentionRow,
  RetentionView,
} from '../../../shared/views-retention.ts';
import { type Now, nowAt } from '../../now.ts';
import { findPerson } from '../../register/accounts/people.ts';
import { listProcedureVersions } from '../../register/catalogue.ts';
import { getLiving, recordsOf } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { entriesOf } from '../../register/journal.ts';
import { isErased } from '../../register/privacy/erased-citizens.ts';
import { hasRemains } from '../../register/privacy/erased-remains.ts';
import { casesOfRecords, countBeside, countDue, listDue } from '../../register/privacy/retention.ts';
import { getRequest, listRequestsOf } from '../../register/privacy/subject-requests.ts';
import { approvedLong } from '../approved.ts';
import { type QueryScope, query } from '../door.ts';
import { eraseCard, eraseCases, erasureSubject, requireAlone } from './erasing.ts';
import { rehearseCard, rehearsePerson, requireAnswered, requireShown } from './rehearsals.ts';

const asked = z.object({ codes: z.array(z.string().min(1).max(40)).min(1).max(1000) });
const why = { reason: requiredText(500), ground: requiredText(300) };

/** What is over its time, and what is erased: asked by an administrator, with a second manager's password. */
export const retentionRoutes = {
  due: query(managers, z.void(), ({ db, now }): RetentionView => {
    const versions = listProcedureVersions(db, now.today);
    return {
      rows: rowsOf(db, now),
      unset: versions.filter(({ procedure }) => procedure.retention === undefined).length,
      acts: actsOf(db),
      hasRemains: hasRemains(db),
    };
  }),

  /** What an erasure of these procedures would take now. Nothing is written. */
  rehearse: query(
    managers,
    asked,
    ({ db, now }, { codes }): ErasureCounts => countBeside(db, dueIds(db, now, codes)),
  ),

  /**
   * Erases what is over its time under some procedures; all of it or nothing. `shown` is what the rehearsal said: more or less
   * meanwhile is `stale`. Throws wrongPassword, tooManyTries, approverNotAllowed, busy, cancelled.
   */
  erase: approvedLong(
    ['administrator'],
    ['cases', 'slips', 'money', 'feedback', 'rights'],
    asked.extend({ ...why, shown: casesShownSchema.extend({ cases: z.int().min(1) }) }),
    (scope, { codes, shown, reason, ground }) =>
      eraseCases(scope, {
        about: { reason, ground },
        kind: 'retention.erased',
        details: { codes },
        total: shown.cases,
        idsOf: (db) => {
          const ids = dueIds(db, scope.now, codes);
          requireShown(shown, countBeside(db, ids));
          return ids;
        },
      }),
  ),

  /** What an erasure of one person's data would take, and which cases it has to leave. Throws notFound. */
  rehearsePerson: query(
    managers,
    z.object({ citizenId: z.int().min(1) }),
    ({ db, seen }, { citizenId }): PersonErasure => {
      const erasure = rehearsePerson(db, citizenId);
      seenUnsure(seen, erasure);
      return erasure;
    },
  ),

  /** The same of somebody whom digital support alone knows. Throws notFound, actNotAllowed as `eraseCard` does. */
  rehearseCard: query(
    managers,
    z.object({ personId: z.int().min(1) }),
    ({ db, seen }, { personId }): CardErasure => {
      requireAlone(db, personId);
      const erasure = rehearseCard(db, personId);
      seenUnsure(seen, erasure);
      return erasure;
    },
  ),

  /**
   * Erases what digital support has of somebody whom no record of the directory names, on his wish. `shown` is what the rehearsal said.
   * Throws as `erase`; notFound; actNotAllowed where he has a record, with which he is erased, where a phản ánh of his waits for an
   * answer, or he is nobody any more.
   */
  eraseCard: approvedLong(
    ['administrator'],
    ['rights', 'digital', 'feedback'],
    z.object({ personId: z.int().min(1), ...why, shown: cardShownSchema }),
    (scope, { personId, shown, ...about }) => eraseCard(scope, { personId, about, shown }),
  ),

  /**
   * Erases one person's data on his wish, whatever the time of his cases; what is held stays. `shown` is what the rehearsal said.
   * Throws as `erase`; notFound, also where the request is none of his; actNotAllowed where it asks for something else or has come to
   * its end, and where nothing of his may go: it names the cases that are held, or the phản ánh that wait for an answer.
   */
  erasePerson: approvedLong(
    ['administrator'],
    ['cases', 'slips', 'money', 'feedback', 'rights', 'digital'],
    z.object({
      citizenId: z.int().min(1),
      ...why,
      shown: personShownSchema,
      /** His request that this is done for. */
      requestId: z.int().min(1).nullable().default(null),
    }),
    (scope, { citizenId, shown, reason, ground, requestId }) =>
      eraseCases(scope, {
        about: { reason, ground },
        kind: 'retention.personErased',
        details: { requestId },
        citizenId,
        total: shown.cases,
        idsOf: (db) => {
          const { id } = getLiving(db, citizenId);
          if (requestId !== null) requireWish(db, id, requestId);
          const rehearsed = rehearsePerson(db, id);
          requireShown(shown, personShown(rehearsed));
          const { ids, held } = casesOfRecords(db, recordsOf(db, id));
          if (ids.length === 0 && (held.length > 0 || isErased(db, id)))
            throw new AppError('actNotAllowed', {
              erasure: 'nothing',
              held: held.map(({ caseCode }) => caseCode),
            });
          // With the last of his cases he would go himself.
          if (held.length === 0) requireAnswered(rehearsed);
          return ids;
        },
      }),
  ),
};

/** Cards of people who may be others are named. */
function seenUnsure(seen: QueryScope['seen'], { unsure }: CardErasure): void {
  for (const { personId } of unsure) seen('seen.digital', `digital:${personId}`);
}

function requireWish(db: Reader, livingId: number, requestId: number): void {
  if (!listRequestsOf(db, livingId).includes(requestId))
    throw new AppError('notFound', { what: 'subjectRequest' });
  if (!mayEraseFor(getRequest(db, requestId))) throw new AppError('actNotAllowed');
}

function rowsOf(db: Reader, { today }: Pick<Now, 'today'>): RetentionRow[] {
  return listProcedureVersions(db, today).flatMap(({ procedure: { code, shortName, retention } }) => {
    if (retention === undefined) return [];
    const lastDay = lastDueDay(today, retention);
    return [{ code, shortName, ...retention, lastDay, ...countDue(db, { procedureCode: code, lastDay }) }];
  });
}

function dueIds(db: Reader, { today }: Pick<Now, 'today'>, codes: readonly string[]): number[] {
  return listProcedureVersions(db, today).flatMap(({ procedure: { code, retention } }) =>
    retention === undefined || !codes.includes(code)
      ? []
      : listDue(db, { procedureCode: code, lastDay: lastDueDay(today, retention) }),
  );
}

function actsOf(db: Reader): RetentionView['acts'] {
  return entriesOf(db, erasureSubject)
    .reverse()
    .map(({ at, personId, data }) => {
      const told = data as { reason: string; cases: number; citizens: number; approver: number | null };
      const nameOf = (id: number | null) => (id === null ? '' : (findPerson(db, id)?.name ?? ''));
      const { reason, cases, citizens } = told;
      return {
        at: nowAt(Date.parse(at)).officeTime,
        by: nameOf(personId),
        approver: told.approver === null ? 'Mã khôi phục' : nameOf(told.approver),
        reason,
        cases,
        citizens,
      };
    });
}
