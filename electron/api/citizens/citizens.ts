import { z } from 'zod';
import { kins } from '../../../shared/domain/household.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { daySchema, textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CitizenDetail, CitizenRow, DuplicatePair, KnownPerson } from '../../../shared/views-people.ts';
import { citizenDetail } from '../../register/citizens/citizen-detail.ts';
import { findDuplicatePairs } from '../../register/citizens/citizen-duplicates.ts';
import { mergeCitizens, tellApart, unmergeCitizens } from '../../register/citizens/citizen-merges.ts';
import { findCitizens, listCitizens, recognise } from '../../register/citizens/citizen-search.ts';
import { type Citizen, getCitizen, getLiving, hintOf, rowOf } from '../../register/citizens/citizens.ts';
import {
  addRelative,
  decideRelative,
  getRelative,
  householdOf,
  relativeDetails,
} from '../../register/citizens/relatives.ts';
import type { Reader } from '../../register/connection.ts';
import { isRestricted, restrictedIds } from '../../register/privacy/restrictions.ts';
import { command, type QueryScope, query, seated } from '../door.ts';
import { searchSubject } from '../seen.ts';

const id = z.int().positive();
const keepers = ['clerk', 'officer', 'administrator'] as const;

/** What a merge may take from the record that ends. */
const fields = ['name', 'idNumber', 'birthOn', 'sex', 'phone', 'email', 'address'] as const;

/** People who came before: known again while a form is filled, their households, and records of one person. */
export const citizenRoutes = {
  find: query(seated, z.object({ text: textField(120) }), (scope, { text }) =>
    offered(scope.db, search(scope, text)).map((citizen) => hintOf(scope.db, citizen)),
  ),

  recognise: query(
    seated,
    z.object({
      idNumber: z.string().max(20).nullable(),
      phone: z.string().max(24).nullable(),
      name: z.string().max(200),
      birthOn: daySchema.nullable(),
    }),
    ({ db, seen }, person): KnownPerson[] => {
      const restricted = restrictedIds(db);
      const known = recognise(db, person).filter(({ citizen }) => !restricted.has(citizen.id));
      return known.map(({ citizen, matched }) => {
        seen('seen.citizen', `citizen:${citizen.id}`);
        return { ...hintOf(db, citizen), matched };
      });
    },
  ),

  /** Somebody who was offered and is taken, whole, for the form to be filled with. Throws notFound, personRestricted. */
  whole: query(seated, z.object({ id }), ({ db, seen }, asked): Applicant => {
    const living = getLiving(db, asked.id);
    if (isRestricted(db, living.id)) throw new AppError('personRestricted');
    seen('seen.citizen', `citizen:${living.id}`, { whole: true });
    return living.details;
  }),

  list: query(seated, z.object({ text: textField(120) }), (scope, { text }): CitizenRow[] =>
    (text === '' ? newest(scope) : search(scope, text)).map((citizen) => rowOf(scope.db, citizen)),
  ),

  get: query(seated, z.object({ id }), ({ db, seen }, asked): CitizenDetail => {
    const detail = citizenDetail(db, asked.id);
    seen('seen.citizen', `citizen:${detail.id}`);
    return detail;
  }),

  household: query(seated, z.object({ id }), ({ db, seen }, asked) => {
    const restricted = restrictedIds(db);
    const living = getLiving(db, asked.id);
    const household = householdOf(db, living).filter(
      ({ citizenId }) => citizenId === null || !restricted.has(citizenId),
    );
    seen('seen.citizen', `citizen:${living.id}`, { household: household.length });
    return household;
  }),

  /** Somebody of a household, whole, for a form to be filled with. Throws notFound, personRestricted. */
  relative: query(seated, z.object({ id, linkId: id }), ({ db, seen }, asked) => {
    const living = getLiving(db, asked.id);
    if (isRestricted(db, getRelative(db, living, asked.linkId).citizenId))
      throw new AppError('personRestricted');
    const relative = relativeDetails(db, living, asked.linkId);
    seen('seen.citizen', `citizen:${asked.id}`, { linkId: asked.linkId });
    return relative;
  }),

  duplicates: query(seated, z.void(), ({ db, seen }): DuplicatePair[] => {
    const pairs = findDuplicatePairs(db);
    seen('seen.list', 'citizens.duplicates', { found: pairs.length });
    return pairs.map(({ why, first, second }) => ({
      why,
      first: rowOf(db, first),
      second: rowOf(db, second),
    }));
  }),

  /** Says what a relative is, confirming or correcting what a case told; null takes the link away. */
  setRelative: command(
    keepers,
    ['cases'],
    z.object({ id, linkId: id, kin: z.enum(kins).nullable() }),
    ({ tx, record }, { id: citizenId, linkId, kin }) => {
      const living = getLiving(tx, citizenId);
      const before = getRelative(tx, living, linkId);
      decideRelative(tx, living, linkId, kin);
      const kind = kin === null ? 'unlinked' : kin === before.kin ? 'linked' : 'linkCorrected';
      const { citizenId: relativeId, caseCode } = before;
      // No name here or below: the link has it, and goes whole.
      record(`citizen.${kind}`, `citizen:${living.id}`, {
        relativeId,
        kin,
        from: before.kin,
        caseCode,
      });
    },
  ),

  addRelative: command(
    keepers,
    ['cases'],
    z.object({ id, relativeId: id, kin: z.enum(kins) }),
    ({ tx, record }, { id: citizenId, relativeId, kin }) => {
      const living = getLiving(tx, citizenId);
      const relative = getLiving(tx, relativeId);
      addRelative(tx, living, relative, kin);
      record('citizen.linked', `citizen:${living.id}`, {
        relativeId: relative.id,
        kin,
        from: null,
        caseCode: null,
      });
    },
  ),

  /**
   * Lets one record go on for both, with the named fields taken from the one that ends.
   * Errors: notFound, stale, actNotAllowed.
   */
  merge: command(
    keepers,
    ['cases'],
    z.object({ survivorId: id, mergedId: id, take: z.array(z.enum(fields)).max(fields.length) }),
    ({ tx, record, now }, { survivorId, mergedId, take }) => {
      const survivor = getCitizen(tx, survivorId).details;
      const merged = getCitizen(tx, mergedId).details;
      const taken = Object.fromEntries(take.map((field) => [field, merged[field]]));
      const details = { ...survivor, ...taken } as Applicant;
      const merge = mergeCitizens(tx, { survivorId, mergedId, details, at: now.officeTime });
      // No values: the records and the merge hold them, and what enters the journal can never be taken out.
      record('citizen.merged', `citizen:${survivorId}`, { id: merge.id, mergedId, taken: take });
      return { id: merge.id };
    },
  ),

  /** Takes the newest merge of a person apart. Errors: notFound, unmergeLaterFirst. */
  unmerge: command(keepers, ['cases'], z.object({ id }), ({ tx, record, now }, { id: mergeId }) => {
    const merge = unmergeCitizens(tx, mergeId, now.officeTime);
    record('citizen.unmerged', `citizen:${merge.survivorId}`, { id: mergeId, mergedId: merge.mergedId });
  }),

  tellApart: command(
    keepers,
    ['cases'],
    z.object({ firstId: id, secondId: id }),
    ({ tx, record }, { firstId, secondId }) => {
      const [first, second] = [getCitizen(tx, firstId), getCitizen(tx, secondId)];
      if (first.id === second.id) throw new AppError('actNotAllowed');
      tellApart(tx, first.id, second.id);
      record('citizen.toldApart', `citizen:${first.id}`, { otherId: second.id });
    },
  ),

  /** The whole identity number, on an explicit wish that the journal keeps. Throws notFound. */
  showIdNumber: command(seated, [], z.object({ id }), ({ tx, record }, asked) => {
    const { id: livingId, details } = getLiving(tx, asked.id);
    record('citizen.idNumberShown', `citizen:${livingId}`, {});
    return { idNumber: details.idNumber };
  }),
};

/** Whom a form may be filled with: nobody who had the use of his data restricted. */
function offered(db: Reader, found: readonly Citizen[]): Citizen[] {
  const restricted = restrictedIds(db);
  return found.filter(({ id: one }) => !restricted.has(one));
}

/** Of the records, those that came last. */
function newest({ db, seen }: QueryScope) {
  const found = listCitizens(db, 60);
  seen('seen.list', 'citizens', { found: found.length });
  return found;
}

function search({ db, seen }: QueryScope, text: string) {
  const found = findCitizens(db, text);
  if (text !== '') seen('seen.search', searchSubject('citizens', text), { found: found.length });
  return found;
}
