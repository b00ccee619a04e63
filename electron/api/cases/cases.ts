import { z } from 'zod';
import { textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { type CaseDetail, type CasePage, caseViews } from '../../../shared/views.ts';
import { countCases, listCases, type Place } from '../../register/cases/case-list.ts';
import { getCase } from '../../register/cases/cases.ts';
import { searchCases } from '../../register/cases/search.ts';
import { getLiving } from '../../register/citizens/citizens.ts';
import { command, query, seated } from '../door.ts';
import { searchSubject } from '../seen.ts';
import { detailOf, wholeDetailOf } from './case-detail.ts';
import { caseQuestionSchema, viewDays } from './case-question.ts';
import { rowViewer } from './case-views.ts';

const caseId = z.int().min(1);

export const caseRoutes = {
  /** Identity numbers are masked. Throws notFound. */
  get: query(seated, z.object({ id: caseId }), (scope, { id }): CaseDetail => {
    const detail = detailOf(scope, id);
    scope.seen('seen.case', `case:${id}`);
    return detail;
  }),

  /** The same with whole identity numbers, for a form that takes them over: a correction, a copy, a return. Throws notFound. */
  whole: query(seated, z.object({ id: caseId }), (scope, { id }): CaseDetail => {
    const detail = wholeDetailOf(scope, id);
    scope.seen('seen.case', `case:${id}`, { whole: true });
    return detail;
  }),

  /** The applicant's whole identity number as the case wrote it, on an explicit wish that the journal keeps. Throws notFound. */
  showIdNumber: command(seated, [], z.object({ id: caseId }), ({ tx, record }, { id }) => {
    const { citizenId, applicant } = getCase(tx, id);
    if (citizenId === null) throw new AppError('notFound', { what: 'citizen' });
    record('citizen.idNumberShown', `citizen:${getLiving(tx, citizenId).id}`, { caseId: id });
    return { idNumber: applicant.idNumber };
  }),

  list: query(
    seated,
    caseQuestionSchema.extend({
      cursor: z.string().max(400).nullable().default(null),
      limit: z.int().min(1).max(100).default(100),
    }),
    (scope, { cursor, ...question }): CasePage => {
      const days = viewDays(scope);
      const { rows, next } = listCases(
        scope.db,
        { ...question, after: cursor ? readCursor(cursor) : null },
        days,
      );
      if (isChosen(question, cursor))
        scope.seen('seen.list', 'cases', { by: Object.keys(question.filter), found: rows.length });
      return {
        rows: rows.map(rowViewer(scope)),
        nextCursor: next && JSON.stringify(next),
        total: countCases(scope.db, question.view, question.filter, days),
      };
    },
  ),

  viewCounts: query(seated, z.void(), (scope) => {
    const days = viewDays(scope);
    return Object.fromEntries(
      caseViews.map((view) => [view, countCases(scope.db, view, {}, days)]),
    ) as Record<(typeof caseViews)[number], number>;
  }),

  search: query(
    seated,
    z.object({ text: textField(240), limit: z.int().min(1).max(50).default(20) }),
    (scope, { text, limit }) => {
      const view = rowViewer(scope);
      const found = searchCases(scope.db, text, limit);
      if (text !== '') scope.seen('seen.search', searchSubject('cases', text), { found: found.length });
      return found.map(({ phone, matched, ...row }) => ({ ...view(row), phone, matched }));
    },
  ),
};

/**
 * A view is the work of the day before whoever sits here. A part that he chose, or a further page, is a look at people; one row is
 * asked for its count, unless it is of a place.
 */
function isChosen(
  { filter, limit }: { filter: { area?: string | undefined }; limit: number },
  cursor: string | null,
): boolean {
  return cursor !== null || filter.area !== undefined || (limit > 1 && Object.keys(filter).length > 0);
}

const placeSchema = z.object({ key: z.union([z.string().max(300), z.number()]), id: z.int() });

function readCursor(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalidInput', { fields: { cursor: 'format' } });
  }
}
