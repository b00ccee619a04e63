import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { erasedName } from '../../../shared/domain/redaction.ts';
import { isSameName } from '../../../shared/domain/text.ts';
import type { UnsureCard } from '../../../shared/views-retention.ts';
import { getCitizen, recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { findPersonKey, hashOfPerson } from '../digital/digital-key.ts';
import { linkCitizen } from '../digital/digital-links.ts';
import { keysOfLiving, peopleOfCitizen } from '../digital/digital-standing.ts';
import { isErased } from './erased-citizens.ts';
import { isFetchingSo, type Namesake, namesakesOf } from './namesakes.ts';

/**
 * Whom digital support knows a person as: by a tie or his number; by what he said of himself only where that can be nobody else's.
 * What a name or the telephone of a house alone points to is unsure: whoever decides looks at it card by card.
 */

interface Card extends UnsureCard {
  livingId: number;
  citizenId: number | null;
  personKey: string;
  source: 'idNumber' | 'phone' | 'name';
  nameFolded: string;
  phone: string | null;
  counted: number;
}

export interface OwnCards {
  /** Ids of each human of digital support that he is, each with the living one first; his tied ones lead. */
  own: number[][];
  unsure: UnsureCard[];
}

/** Throws notFound. */
export function cardsOfCitizen(db: Reader, livingId: number, marks: OwnMarks): OwnCards {
  const key = findPersonKey(db);
  if (key === undefined) return { own: [], unsure: [] };
  const records = recordsOf(db, livingId);
  const people = records.map((id) => getCitizen(db, id)).flatMap(({ own, details }) => [own, details]);
  const born = people.flatMap(({ kind, name, birthOn }) =>
    kind === 'citizen' && birthOn !== null ? [{ name, birthYear: Number(birthOn.slice(0, 4)) }] : [],
  );
  const keysOf = (known: readonly Partial<Parameters<typeof hashOfPerson>[1]>[]) =>
    new Set(
      known.flatMap((one) => {
        const said = { name: '', idNumber: null, phone: null, birthYear: null, ...one };
        return hashOfPerson(key, said)?.hash ?? [];
      }),
    );
  const byNumber = keysOf([...marks.numbers].map((idNumber) => ({ idNumber })));
  const byPhone = keysOf([...marks.contacts].map((phone) => ({ phone })));
  const byName = keysOf(born);
  const found = cardsLike(db, marks, [...byNumber, ...byPhone, ...byName]);
  const tied = peopleOfCitizen(db, livingId);
  const sure = found.filter(
    ({ personId, personKey, citizenId }) =>
      tied.includes(personId) || (byNumber.has(personKey) && citizenId === null),
  );
  const years = new Set(born.map(({ birthYear }) => birthYear));
  const fits = (birthYear: number | null) => years.size === 0 || birthYear === null || years.has(birthYear);
  const isCalledSo = ({ name, nameFolded }: Card) =>
    marks.names.has(nameFolded) && people.some((one) => isSameName(one.name, name));
  const isHisPhone = ({ phone, personKey }: Card) =>
    byPhone.has(personKey) || (phone !== null && marks.contacts.has(phone));
  const open = found.filter((card) => isOpen(card) && !sure.includes(card));
  const others: Namesake[] =
    open.length === 0
      ? []
      : [
          ...namesakesOf(db, marks, records),
          ...found.filter(
            (card) => !isOpen(card) && !sure.includes(card) && marks.names.has(card.nameFolded),
          ),
        ].filter(({ birthYear }) => fits(birthYear));
  const called = open.filter(
    (card) =>
      isHisPhone(card) &&
      isCalledSo(card) &&
      fits(card.birthYear) &&
      !others.some(({ phone }) => phone !== null && marks.contacts.has(phone)),
  );
  const left = open.filter((card) => !called.includes(card));
  const alike = left.filter(({ nameFolded, birthYear }) => marks.names.has(nameFolded) && fits(birthYear));
  const byYear = left.filter(
    (card) =>
      byName.has(card.personKey) &&
      (card.name === '' || isCalledSo(card)) &&
      (card.phone === null || isHisPhone(card)) &&
      others.length === 0 &&
      alike.every((other) => other === card) &&
      !isFetchingSo(db, marks),
  );
  const own = [...sure, ...called, ...byYear];
  const unsure = left.filter(
    (card) =>
      !own.includes(card) &&
      card.counted === 1 &&
      (alike.includes(card) ||
        byName.has(card.personKey) ||
        (isHisPhone(card) && mayBeCalledSo(card, marks))),
  );
  const living = new Set([...tied.slice(0, 1), ...own.map((card) => card.livingId)]);
  return { own: [...living].map((id) => keysOfLiving(db, id)), unsure: unsure.map(shown) };
}

/** Of whoever has a card alone: other cards that may be his. @param ids of his card. */
export function unsureBeside(db: Reader, ids: readonly number[], marks: OwnMarks): UnsureCard[] {
  return cardsLike(db, marks, [])
    .filter((card) => isOpen(card) && card.counted === 1 && !ids.includes(card.personId))
    .filter((card) => mayBeCalledSo(card, marks))
    .map(shown);
}

/** Not known by a number, and nobody's of the directory. */
const isOpen = ({ source, citizenId }: Card): boolean => source !== 'idNumber' && citizenId === null;

const mayBeCalledSo = ({ nameFolded }: Card, { names }: OwnMarks): boolean =>
  nameFolded === '' || names.has(nameFolded);

const shown = ({ personId, name, birthYear, area, phone }: Card): UnsureCard => {
  return { personId, name, birthYear, area, phone };
};

/** Cards under a name or telephone of his, or under one of these keys. */
function cardsLike(db: Reader, { contacts, names }: OwnMarks, keys: readonly string[]): Card[] {
  return prepared<Card>(
    db,
    `SELECT id AS personId, livingId, citizenId, personKey, source, name, nameFolded, birthYear, area, phone, counted
     FROM digitalPeople WHERE phone IN (SELECT value FROM json_each(@contacts))
       OR nameFolded IN (SELECT value FROM json_each(@names)) OR personKey IN (SELECT value FROM json_each(@keys))
     ORDER BY id`,
  ).all({
    contacts: JSON.stringify([...contacts]),
    names: JSON.stringify([...names]),
    keys: JSON.stringify(keys),
  });
}

/** Ties whoever is known by his number alone to his records, as long as they have it. */
export function tieDigitalPeople(tx: Writer, livingId: number): void {
  for (const id of recordsOf(tx, livingId)) linkCitizen(tx, id, getCitizen(tx, id).own);
}

/** Whether a card names nobody any more. @param ids of one human, the living one first. */
export function isCardErased(db: Reader, [livingId]: readonly number[]): boolean {
  const card = prepared<{ name: string; phone: string | null; birthYear: number | null }>(
    db,
    'SELECT name, phone, birthYear FROM digitalPeople WHERE id = ?',
  ).get(livingId);
  return card === undefined || (card.name === erasedName && card.phone === null && card.birthYear === null);
}

/** Whether no record names whoever has this card: he has none, or what it said went with its time. @param ids of one human. */
export function isAlone(db: Reader, ids: readonly number[]): boolean {
  const tie = prepared<{ citizenId: number | null }>(db, 'SELECT citizenId FROM digitalPeople WHERE id = ?');
  return ids.every((id) => {
    const record = tie.get(id)?.citizenId ?? null;
    return record === null || isErased(db, record);
  });
}
