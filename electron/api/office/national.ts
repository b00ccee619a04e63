import { z } from 'zod';
import { type CopyField, copyCardSchema, copyText } from '../../../shared/domain/copy-card.ts';
import { nationalCodeSchema } from '../../../shared/domain/national-code.ts';
import { managers } from '../../../shared/domain/person.ts';
import type { CaseDetail, CaseRow } from '../../../shared/views.ts';
import { getCase } from '../../register/cases/cases.ts';
import { countWithoutNationalCode, listWithoutNationalCode } from '../../register/national.ts';
import { saveSetting } from '../../register/settings.ts';
import { detailOf } from '../cases/case-detail.ts';
import { rowViewer } from '../cases/case-views.ts';
import { readCase, refuseStale, writeEvent } from '../cases/case-writing.ts';
import { command, query, requirePerson, requireSettings, seated } from '../door.ts';

const caseId = z.int().min(1);
const which = z.enum(['open', 'all']);

export interface NationalQueue {
  rows: CaseRow[];
  total: number;
}

export interface CopyCard {
  id: number;
  version: number;
  caseCode: string;
  nationalCode: string | null;
  /** In the order of the national form; a field the case says nothing about is left out. */
  fields: { field: CopyField; text: string }[];
}

export const nationalRoutes = {
  /** Cases not yet entered in the national system, oldest first. */
  queue: query(
    seated,
    z.object({
      which: which.default('open'),
      after: z
        .object({ receivedAt: z.string().max(16), id: caseId })
        .nullable()
        .default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    (scope, { which: asked, after, limit }): NationalQueue => ({
      rows: listWithoutNationalCode(scope.db, asked, after, limit).map(rowViewer(scope)),
      total: countWithoutNationalCode(scope.db, asked),
    }),
  ),

  /** What is typed into the national form for a case. */
  card: query(seated, z.object({ id: caseId }), ({ db, now, seen }, { id }): CopyCard => {
    const state = getCase(db, id);
    seen('seen.case', `case:${id}`, { card: true });
    const { caseCode, nationalCode, version } = state;
    const fields = requireSettings(db, now)
      .copyCard.map((field) => ({ field, text: copyText(field, state) }))
      .filter(({ text }) => text !== '');
    return { id, version, caseCode, nationalCode, fields };
  }),

  order: query(seated, z.void(), ({ db, now }): CopyField[] => requireSettings(db, now).copyCard),

  saveOrder: command(
    managers,
    ['cases'],
    z.object({ fields: copyCardSchema }),
    (scope, { fields }): CopyField[] => {
      saveSetting(scope.tx, 'copyCard', fields, scope.now.today);
      scope.record('settings.changed', 'settings', { copyCard: fields });
      return fields;
    },
  ),

  /** Attaches the code that the national system gave. Throws nationalCodeTaken, stale, notFound. */
  attachCode: command(
    ['clerk', 'officer'],
    ['cases'],
    z.object({
      id: caseId,
      version: z.int().min(1),
      nationalCode: nationalCodeSchema.refine((code) => code !== '', { error: 'required' }),
    }),
    (scope, { id, version, nationalCode }): CaseDetail => {
      const { tx, now } = scope;
      const { id: personId, name } = requirePerson(scope);
      const before = readCase(tx, id);
      refuseStale(before.state, version);
      if (before.state.nationalCode !== nationalCode) {
        writeEvent(scope, id, before, {
          kind: 'codeAttached',
          at: now.officeTime,
          by: { id: personId, name },
          nationalCode,
        });
      }
      return detailOf({ ...scope, db: tx }, id);
    },
  ),
};
