import { z } from 'zod';
import { textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { type CaseDetail, type CasePage, caseViews } from '../../../shared/views.ts';
import { countCases, listCases, type Place } from '../../register/cases/case-list.ts';
import { searchCases } from '../../register/cases/search.ts';
import { query, seated } from '../door.ts';
import { searchSubject } from '../seen.ts';
import { detailOf } from './case-detail.ts';
import { caseQuestionSchema, viewDays } from './case-question.ts';
import { rowViewer } from './case-views.ts';

const caseId = z.int().min(1);

export const caseRoutes = {
  get: query(seated, z.object({ id: caseId }), (scope, { id }): CaseDetail => {
    const detail = detailOf(scope, id);
    scope.seen('seen.case', `case:${id}`);
    return detail;
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

const placeSchema = z.object({ key: z.union([z.string().max(300), z.number()]), id: z.int() });

function readCursor(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalidInput', { fields: { cursor: 'format' } });
  }
}
