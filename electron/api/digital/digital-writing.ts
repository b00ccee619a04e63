import type {
  DigitalEvent,
  Helper,
  MetPerson,
  PersonDetails,
  Whose,
} from '../../../shared/domain/digital.ts';
import { areaAsCalled, areaNamedIn } from '../../../shared/domain/digital-settings.ts';
import { AppError } from '../../../shared/errors.ts';
import { getLiving } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { findPersonKey, hashOfPerson, makePersonKey } from '../../register/digital/digital-key.ts';
import {
  findCitizenOfNumber,
  findDigitalPerson,
  getDigitalPerson,
  insertDigitalPerson,
} from '../../register/digital/digital-people.ts';
import { digitalSettingsOf } from '../../register/digital/digital-settings.ts';
import {
  isErasedHuman,
  keysOfLiving,
  restand,
  stateOfPerson,
} from '../../register/digital/digital-standing.ts';
import { findMember } from '../../register/digital/digital-things.ts';
import { isRestricted } from '../../register/privacy/restrictions.ts';
import { type CommandScope, requirePerson } from '../door.ts';

/** What the areas of digital support share: who is meant, and how an event comes into the register. */

/** The register's own key, made at its first use. */
export function requirePersonKey(scope: CommandScope): Buffer {
  const known = findPersonKey(scope.tx);
  if (known !== undefined) return known;
  scope.record('digital.keyMade', 'digital', {});
  return makePersonKey(scope.tx);
}

type DigitalAct = DigitalEvent extends infer Each
  ? Each extends DigitalEvent
    ? Omit<Each, 'at' | 'by'>
    : never
  : never;

/** Writes events of one person down; the stored fold follows with `restand`. */
export function writeDigital(scope: CommandScope, personId: number, act: DigitalAct): void {
  const { id, name } = requirePerson(scope);
  scope.record(`digital.${act.kind}`, `digital:${personId}`, {
    ...act,
    at: scope.now.officeTime,
    by: { id, name },
  });
}

/** Id of whoever is meant, written down now if he was not known. Throws notFound, invalidInput, personRestricted, cardErased. */
export function personFor(scope: CommandScope, whose: Whose): number {
  if ('personId' in whose) {
    refuseShut(scope.tx, whose.personId);
    return whose.personId;
  }
  const met = metBy(scope.tx, whose);
  refuseRestrictedNumber(scope.tx, met.idNumber);
  const key = requirePersonKey(scope);
  const known = hashOfPerson(key, met);
  if (known === undefined) throw new AppError('invalidInput', { fields: { whose: 'required' } });
  const { idNumber, ...said } = met;
  const details = withArea(scope.tx, said);
  const found = findDigitalPerson(scope.tx, known.hash);
  if (found !== undefined) {
    refuseRestricted(scope.tx, kinOfPerson(scope.tx, found.id));
    completeDetails(scope, found.id, details);
    return found.id;
  }
  const citizenId = idNumber === null ? null : findCitizenOfNumber(scope.tx, idNumber);
  const id = insertDigitalPerson(scope.tx, { personKey: known.hash, source: known.source, citizenId });
  writeDigital(scope, id, { kind: 'added', source: known.source, details });
  restand(scope.tx, [id]);
  return id;
}

/** What was erased stays so, and takes nothing more. Throws notFound, personRestricted, cardErased. */
export function refuseShut(db: Reader, personId: number): void {
  const kin = kinOfPerson(db, personId);
  refuseRestricted(db, kin);
  if (isErasedHuman(db, kin)) throw new AppError('cardErased');
}

/** Help is no duty: it stops where somebody had the use of his data restricted. Throws personRestricted. */
export function refuseRestricted(db: Reader, personIds: readonly number[]): void {
  if (personIds.some((id) => isRestricted(db, getDigitalPerson(db, id).citizenId)))
    throw new AppError('personRestricted');
}

/** The same of whoever is met by his number. */
export function refuseRestrictedNumber(db: Reader, idNumber: string | null): void {
  if (idNumber !== null && isRestricted(db, findCitizenOfNumber(db, idNumber)))
    throw new AppError('personRestricted');
}

/** The area by the office's own name for it, so that one area is counted as one. */
export function withArea(db: Reader, details: PersonDetails): PersonDetails {
  return { ...details, area: areaAsCalled(details.area, digitalSettingsOf(db).areas) };
}

/** What was not known of him is known now; what a clerk wrote stays. */
function completeDetails(scope: CommandScope, id: number, said: PersonDetails): void {
  const known = stateOfPerson(scope.tx, id).details;
  const details: PersonDetails = {
    name: known?.name || said.name,
    birthYear: known?.birthYear ?? said.birthYear,
    area: known?.area || said.area,
    phone: known?.phone ?? said.phone,
  };
  if (known !== null && JSON.stringify(known) === JSON.stringify(details)) return;
  writeDigital(scope, id, { kind: 'described', details });
  restand(scope.tx, [id]);
}

/** Id of whoever is meant, if he is known. Throws notFound. */
export function findPersonFor(
  db: Reader,
  whose: Exclude<Whose, { met: MetPerson }> | { idNumber: string },
): number | undefined {
  if ('personId' in whose) return getDigitalPerson(db, whose.personId).id;
  const key = findPersonKey(db);
  if (key === undefined) return undefined;
  const person =
    'idNumber' in whose ? { ...whose, phone: null, name: '', birthYear: null } : metBy(db, whose);
  const known = hashOfPerson(key, person);
  return known && findDigitalPerson(db, known.hash)?.id;
}

/** The citizen as he stands in the register. Throws notFound, and invalidInput for an organisation. */
function metBy(db: Reader, whose: Exclude<Whose, { personId: number }>): MetPerson {
  if ('met' in whose) return whose.met;
  const { kind, idNumber, name, birthOn, phone, address } = getLiving(db, whose.citizenId).details;
  if (kind !== 'citizen') throw new AppError('invalidInput', { fields: { whose: 'choice' } });
  const birthYear = birthOn === null ? null : Number(birthOn.slice(0, 4));
  return { idNumber, name, birthYear, phone, area: areaNamedIn(address, digitalSettingsOf(db).areas) };
}

/** Who helped: a member of a team, or whoever sits here. Throws notFound. */
export function helperFor(
  scope: CommandScope,
  memberId: string | null,
): { helper: Helper; teamId: string | null } {
  if (memberId !== null) {
    const { name, teamId } = findMember(scope.tx, memberId);
    return { helper: { staffId: null, memberId, name }, teamId };
  }
  const { id, name } = requirePerson(scope);
  return { helper: { staffId: id, memberId: null, name }, teamId: null };
}

/** Day of what happened: today, or one that has been. Throws invalidInput. */
export function dayOf({ now }: CommandScope, on: string | undefined): string {
  if (on !== undefined && on > now.today) throw new AppError('invalidInput', { fields: { on: 'future' } });
  return on ?? now.today;
}

/** Throws invalidInput where the settings know no such thing. */
export function requireChoice(rows: readonly { id: string }[], field: string, id: string): void {
  if (!rows.some((row) => row.id === id))
    throw new AppError('invalidInput', { fields: { [field]: 'choice' } });
}

/** All keys of the human that this key belongs to. */
export function kinOfPerson(db: Reader, personId: number): number[] {
  return keysOfLiving(db, getDigitalPerson(db, personId).livingId);
}
