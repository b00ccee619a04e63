import type { DigitalErasure } from './digital-redaction.ts';
import { mentionsOf, namesAnother, withoutMentions } from './household-name.ts';
import type { OwnMarks } from './own-data.ts';
import { withoutOwn } from './own-words.ts';
import { erasedName } from './redaction.ts';

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
  /** Nobody else goes by the name. */
  isSole: boolean;
  /** Telephones that somebody else answers too. */
  shared: ReadonlySet<string>;
}

/**
 * Whether a visit was to his house alone: his telephone with his name, of which a team often writes the last word only; without a
 * telephone his whole name, where nobody else goes by it. A house that names somebody else, or where another answers, is not.
 */
export function isOwnHousehold(
  { household, phone }: ThingFields,
  { contacts, spelled }: OwnMarks,
  { isSole, shared }: Around,
): boolean {
  if (typeof household !== 'string') return false;
  const named = mentionsOf(household, spelled);
  if (named.length === 0 || namesAnother(household, named)) return false;
  if (typeof phone === 'string' && phone !== '') return contacts.has(phone) && !shared.has(phone);
  return isSole && named.some(({ isWhole }) => isWhole);
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
  const marks = { ...own, contacts, names: isSole ? own.names : new Set<string>() };
  const isReached = typeof row.phone === 'string' && own.contacts.has(row.phone);
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (kept.includes(field)) return [field, value];
      if (field === 'phone') return [field, contacts.has(String(value)) ? null : value];
      const isCalling = isReached && typeof value === 'string' && (field === 'household' || field === 'note');
      const called = isCalling ? withoutMentions(value, mentionsOf(value, own.spelled)) : value;
      return [field, withoutOwn(called, marks)];
    }),
  );
}
