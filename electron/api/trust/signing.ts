import { z } from 'zod';
import { typedSlipCode } from '../../../shared/domain/lookup.ts';
import { managers } from '../../../shared/domain/person.ts';
import { type SlipKeyFile, slipKeyFileSchema } from '../../../shared/domain/slip-keys.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SlipCheckView, SlipKeysView } from '../../../shared/views-signing.ts';
import { getCase } from '../../register/cases/cases.ts';
import { findCaseIdBySlip } from '../../register/cases/slip-lookup.ts';
import type { Reader } from '../../register/connection.ts';
import { findSigner, listSlipKeys } from '../../register/signing-keys.ts';
import { checkSlip } from '../../signing/slip-signing.ts';
import { approvedCommand } from '../approved.ts';
import { type QueryScope, query, requireSettings, seated } from '../door.ts';
import { replaceSigningKey } from './signing-writing.ts';

/** Signatures on slips: the keys, and what a slip that somebody holds up is worth. */
export const signingRoutes = {
  keys: query(seated, z.void(), (scope): SlipKeysView => keysView(scope)),

  /** What another copy of the program, and the page for checking, need of this office. Nothing in it is secret. */
  keyFile: query(seated, z.void(), ({ db, now }): SlipKeyFile => {
    return {
      format: 'mot-cua/slip-keys/1',
      office: requireSettings(db, now).office.unit,
      keys: listSlipKeys(db),
    };
  }),

  /** A slip against this office's keys, and those of a file. Never throws of a text: whatever is scanned has an answer. */
  check: query(
    seated,
    z.object({ text: z.string().max(2000), keyFile: slipKeyFileSchema.optional() }),
    ({ db, now, seen }, { text, keyFile }): SlipCheckView => {
      const own = listSlipKeys(db);
      const { verdict, slip, key } = checkSlip(text, [...own, ...(keyFile?.keys ?? [])]);
      const isOurs = key === null ? verdict !== 'otherOffice' : own.includes(key);
      const office = isOurs ? requireSettings(db, now).office.unit : (keyFile?.office ?? null);
      const found = slip && isOurs ? foundOf(db, slip) : null;
      if (found) seen('seen.slip', `case:${found.id}`, { verdict });
      return {
        verdict,
        slip: slip && { slipCode: slip.slipCode, receivedOn: slip.receivedOn, dueAt: slip.dueAt },
        key,
        office: key && office,
        plain: verdict === 'notSigned' ? plainOf(db, text) : null,
        found,
      };
    },
  ),

  /** A new key from now on; a second manager approves. Throws stale when somebody else was quicker. */
  rotate: approvedCommand(
    ['administrator'],
    managers,
    ['session'],
    z.object({ number: z.string().max(10) }),
    (scope, { number }): SlipKeysView => {
      const { agencyCode } = requireSettings(scope.tx, scope.now).office;
      if (findSigner(scope.tx, agencyCode)?.number !== number)
        throw new AppError('stale', { what: 'settings' });
      replaceSigningKey(scope, agencyCode);
      return keysView({ ...scope, db: scope.tx });
    },
  ),
};

function keysView({ db, now }: Pick<QueryScope, 'db' | 'now'>): SlipKeysView {
  const { agencyCode } = requireSettings(db, now).office;
  return {
    keys: listSlipKeys(db).map((key) => ({
      ...key,
      signs: key.retiredOn === null && key.agencyCode === agencyCode,
    })),
  };
}

function plainOf(db: Reader, text: string): SlipCheckView['plain'] {
  const slipCode = typedSlipCode(text);
  if (slipCode === null) return null;
  const id = findCaseIdBySlip(db, slipCode);
  return { slipCode, of: id === undefined ? null : { id, caseCode: getCase(db, id).caseCode } };
}

function foundOf(
  db: Reader,
  { slipCode, dueAt }: { slipCode: string; dueAt: string | null },
): SlipCheckView['found'] {
  const id = findCaseIdBySlip(db, slipCode);
  if (id === undefined) return null;
  const state = getCase(db, id);
  const inForce = state.promisedAt ?? state.dueAt;
  return {
    id,
    caseCode: state.caseCode,
    applicantName: state.applicant.name,
    procedureName: state.procedure.shortName,
    status: state.status,
    receivedOn: state.receivedAt.slice(0, 10),
    dueAt: inForce,
    // A letter of extension says the lawful day, also where an earlier one was promised.
    agrees: dueAt === inForce || dueAt === state.dueAt,
  };
}
