import type { DigitalErasure } from './digital-redaction.ts';
import { mentionsOf, namesAnother, withoutMentions } from './household-name.ts';
import type { OwnMarks } from './own-data.ts';
import { withoutOwn, withoutSpelledNames } from './own-words.ts';
import { erasedName } from './redaction.ts';
import { accentKey } from './text.ts';

/** Taking somebody out of what digital support wrote down beside its cards: visits to his house, gifts, classes, places. */

/** A row as it was saved. */
export type ThingFields = Record<string, unknown>;

/** Fields without free words; who taught a class worked for the office, and is named as its staff is. */
const kept = [
  'id',
  'teamId',
  'kind',
  'visitedOn',
  'nextOn',
  'heldOn',
  'givenOn',
  'since',
  'until',
  'teacher',
];

/** What the register knows of others who might be meant. */
export interface Around {
  /** Whether nobody else goes by the name; asked where a name alone points to him, as the answer may be dear. */
  isSole(): boolean;
  /** Telephones that somebody else answers too. */
  shared: ReadonlySet<string>;
}

/**
 * Whether a visit was to his house alone: his telephone with his name, of which a team often writes the last word only; without a
 * telephone his whole name, where nobody else goes by it. A house that names somebody else, or where another answers, is not.
 */
function isOwnHousehold(
  { household, phone }: ThingFields,
  { contacts, spelled }: OwnMarks,
  { isSole, shared }: Around,
): boolean {
  if (typeof household !== 'string') return false;
  const named = mentionsOf(household, spelled);
  if (named.length === 0 || namesAnother(household, named)) return false;
  if (typeof phone === 'string' && phone !== '') return contacts.has(phone) && !shared.has(phone);
  return named.some(({ isWhole }) => isWhole) && isSole();
}

/** Which savings of one visit were to his house alone: what another saving of it calls so is the same house. */
export function ownSavings(savings: readonly ThingFields[], marks: OwnMarks, around: Around): boolean[] {
  const called = ({ household }: ThingFields) => accentKey(String(household));
  const own = new Set(savings.filter((row) => isOwnHousehold(row, marks, around)).map(called));
  return savings.map((row) => own.has(called(row)));
}

/** Whether a visit was maybe to his house, and maybe to another's. @param isOwn as `ownSavings` says of each saving. */
export function isUnsure(
  savings: readonly ThingFields[],
  isOwn: readonly boolean[],
  marks: OwnMarks,
): boolean {
  return savings.some((row, index) => !isOwn[index] && pointsTo(row, marks));
}

/** Whether anything of a row points to him: his telephone or number, or his whole name. */
function pointsTo(row: ThingFields, marks: OwnMarks): boolean {
  const left = withoutOwnFields(row, marks, { isSole: () => true, shared: new Set() });
  return Object.entries(row).some(([field, value]) => left[field] !== value);
}

/** What stays of a visit to his house: that a team was there, when, and how many it met. */
export function redactedVisit(row: ThingFields, keepsArea: DigitalErasure['keepsArea']): ThingFields {
  const area = String(row.area ?? '');
  const where = { household: erasedName, address: '', area: keepsArea(area) ? area : '', phone: null };
  return { ...row, ...where, note: '', nextOn: null };
}

/**
 * A row about something else, without his numbers and, where nobody else goes by it, his name. In the house that his telephone leads
 * to the end of his name is his as well; a telephone that another answers stays.
 */
export function withoutOwnFields(row: ThingFields, own: OwnMarks, { isSole, shared }: Around): ThingFields {
  const contacts = new Set([...own.contacts].filter((contact) => !shared.has(contact)));
  const numbers = { ...own, contacts, names: new Set<string>() };
  const isReached = typeof row.phone === 'string' && own.contacts.has(row.phone);
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (kept.includes(field) || typeof value !== 'string') return [field, value];
      if (field === 'phone') return [field, contacts.has(value) ? null : value];
      const isCalling = isReached && (field === 'household' || field === 'note');
      const called = isCalling ? withoutMentions(value, mentionsOf(value, own.spelled)) : value;
      const left = withoutOwn(called, numbers);
      const unnamed = withoutSpelledNames(left, own);
      return [field, unnamed === left || !isSole() ? left : unnamed];
    }),
  );
}
