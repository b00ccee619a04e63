import { type Kin, kinBack, kinOf } from '../../../shared/domain/household.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { fold, maskIdNumber } from '../../../shared/domain/text.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Relative } from '../../../shared/views-people.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { type Citizen, findByIdNumber, findByPhone, getCitizen, getLiving, recordsOf } from './citizens.ts';

/** A line of `relatives`: who stood at the counter for whom, or what a clerk put right. */
interface Link {
  id: number;
  citizenId: number;
  relation: string;
  name: string;
  idNumber: string | null;
  phone: string | null;
  caseCode: string | null;
  state: 'noticed' | 'confirmed' | 'removed';
  kin: Kin | null;
}

/** The other end of a link, as one person sees it. */
interface Seen {
  link: Link;
  /** Undefined: no kin here, or taken away by hand. */
  kin: Kin | undefined;
  other: Citizen | undefined;
  name: string;
}

/**
 * The household of a person, links of all his records in both directions: what a clerk has put right counts before
 * what cases tell, and the newest before the older.
 */
export function householdOf(db: Reader, living: Citizen): Relative[] {
  const groups = Map.groupBy(seenFrom(db, living), keyOf);
  const household = [...groups.values()].flatMap((links) => {
    const decided = links.filter(({ link }) => link.state !== 'noticed').at(-1);
    const shown = decided ?? links.filter(({ kin }) => kin !== undefined).at(-1);
    if (shown?.kin === undefined || shown.link.state === 'removed') return [];
    const source = links.findLast(({ link }) => link.caseCode !== null);
    return [toRelative(shown, shown.kin, source?.link.caseCode ?? null)];
  });
  // Once with a number, once without: the name alone adds nobody.
  const known = new Set(
    household.filter(({ citizenId }) => citizenId !== null).map(({ name }) => fold(name)),
  );
  return household.filter(({ citizenId, name }) => citizenId !== null || !known.has(fold(name)));
}

/** What a link of somebody's household says; throws notFound when it is none of his. */
export function getRelative(db: Reader, living: Citizen, linkId: number): Relative {
  const found = householdOf(db, living).find((relative) => relative.linkId === linkId);
  if (!found) throw new AppError('notFound', { what: 'relative' });
  return found;
}

/** The relative of a link, to fill a form with: the register's own record of him, or what the case wrote. */
export function relativeDetails(db: Reader, living: Citizen, linkId: number): Applicant {
  const { citizenId } = getRelative(db, living, linkId);
  if (citizenId !== null) return getLiving(db, citizenId).details;
  const { name, idNumber, phone } = getLink(db, linkId);
  return { kind: 'citizen', name, idNumber, phone, birthOn: null, sex: null, email: null, address: '' };
}

/** Says by hand what a relative is; null takes the link away. Later cases do not change it. */
export function decideRelative(tx: Writer, living: Citizen, linkId: number, kin: Kin | null): void {
  const { citizenId } = getRelative(tx, living, linkId);
  const link = getLink(tx, linkId);
  const other = citizenId === null ? link : { ...getLiving(tx, citizenId).details };
  insertDecision(tx, living.id, other, kin, link.caseCode);
}

/** Links two records of the register by hand. */
export function addRelative(tx: Writer, living: Citizen, relative: Citizen, kin: Kin): void {
  if (living.id === relative.id) throw new AppError('actNotAllowed');
  insertDecision(tx, living.id, relative.details, kin, null);
}

function insertDecision(
  tx: Writer,
  citizenId: number,
  other: Pick<Link, 'name' | 'idNumber' | 'phone'>,
  kin: Kin | null,
  caseCode: string | null,
): void {
  prepared(
    tx,
    `INSERT INTO relatives (citizenId, name, idNumber, phone, caseCode, state, kin)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(citizenId, other.name, other.idNumber, other.phone, caseCode, kin ? 'confirmed' : 'removed', kin);
}

const columns = 'id, citizenId, relation, name, idNumber, phone, caseCode, state, kin';

function getLink(db: Reader, id: number): Link {
  const link = prepared<Link>(db, `SELECT ${columns} FROM relatives WHERE id = ?`).get(id);
  if (!link) throw new AppError('notFound', { what: 'relative' });
  return link;
}

/** Every link of a person, oldest first: his own, and those in which he is the relative. */
function seenFrom(db: Reader, living: Citizen): Seen[] {
  const records = recordsOf(db, living.id).map((id) => getCitizen(db, id));
  const links = new Map<number, Link>();
  const add = (rows: readonly Link[]) => {
    for (const row of rows) links.set(row.id, row);
  };
  const own = prepared<Link>(db, `SELECT ${columns} FROM relatives WHERE citizenId = ? ORDER BY id`);
  const byNumber = prepared<Link>(db, `SELECT ${columns} FROM relatives WHERE idNumber = ? ORDER BY id`);
  const byPhone = prepared<Link>(db, `SELECT ${columns} FROM relatives WHERE phone = ? ORDER BY id`);
  for (const { id, own: said } of records) {
    add(own.all(id));
    // An organisation bears its owner's number, not his kin.
    if (said.kind !== 'citizen') continue;
    if (said.idNumber !== null) add(byNumber.all(said.idNumber));
    if (said.phone !== null)
      add(byPhone.all(said.phone).filter((row) => row.idNumber === null && isNamed(row.name, said.name)));
  }
  const ids = new Set(records.map(({ id }) => id));
  return [...links.values()]
    .sort((a, b) => a.id - b.id)
    .map((link) => (ids.has(link.citizenId) ? forward(db, link) : backward(db, link)))
    .filter(({ other }) => other?.id !== living.id);
}

function forward(db: Reader, link: Link): Seen {
  const other = findOther(db, link);
  return { link, kin: meaning(link), other, name: other?.details.name ?? link.name };
}

function backward(db: Reader, link: Link): Seen {
  const other = getLiving(db, link.citizenId);
  const kin = meaning(link);
  return { link, kin: kin && kinBack(kin, other.details.sex), other, name: other.details.name };
}

function meaning({ state, kin, relation }: Link): Kin | undefined {
  return state === 'removed' ? undefined : (kin ?? kinOf(relation));
}

function findOther(db: Reader, { idNumber, phone, name }: Link): Citizen | undefined {
  if (idNumber !== null) return findByIdNumber(db, idNumber)[0];
  return phone === null
    ? undefined
    : findByPhone(db, phone).find(({ details }) => isNamed(details.name, name));
}

function isNamed(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** One person of a household is one, however often and from whichever side he was noticed. */
function keyOf({ other, link, name }: Seen): string {
  return other ? `citizen ${other.id}` : (link.idNumber ?? fold(name));
}

function toRelative({ link, other, name }: Seen, kin: Kin, caseCode: string | null): Relative {
  const idNumber = other ? other.details.idNumber : link.idNumber;
  return {
    linkId: link.id,
    citizenId: other?.id ?? null,
    kin,
    name,
    birthOn: other?.details.birthOn ?? null,
    maskedIdNumber: idNumber === null ? null : maskIdNumber(idNumber),
    phone: other ? other.details.phone : link.phone,
    caseCode,
    isConfirmed: link.state === 'confirmed',
  };
}
