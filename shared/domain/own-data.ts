import { fold } from './text.ts';

/** Telling what somebody's data are from what other people's are, in anything that the register keeps as JSON. */

/** What a person is known by: numbers, telephones, addresses for letters, names without accents and as they are spelled. */
export interface OwnMarks {
  numbers: ReadonlySet<string>;
  contacts: ReadonlySet<string>;
  names: ReadonlySet<string>;
  spelled: ReadonlySet<string>;
}

interface Marked {
  name: string;
  idNumber: string | null;
  phone: string | null;
  email?: string | null;
}

export function marksOf(known: readonly Marked[]): OwnMarks {
  const given = (values: readonly (string | null | undefined)[]) =>
    new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''));
  return {
    numbers: given(known.map(({ idNumber }) => idNumber)),
    contacts: given(known.flatMap(({ phone, email }) => [phone, email])),
    names: given(known.map(({ name }) => fold(name))),
    spelled: given(known.map(({ name }) => name)),
  };
}

/** Fields that describe one human; of others they stay here. */
const describing = ['idNumber', 'phone', 'email', 'address', 'birthOn', 'birthYear', 'sex', 'postal'];
/** Fields, each by its whole name, whose digits are of the office, the bank or the post and nobody's number. */
export const codeFields: ReadonlySet<string> = new Set([
  ...['code', 'caseCode', 'slipCode', 'nationalCode', 'procedureCode', 'agencyCode', 'lookupCode', 'noteNo'],
  ...['trackingNo', 'number', 'symbol', 'formSymbol', 'reference'],
]);

type Json = string | number | boolean | null | Json[] | { [field: string]: Json };

/** The same without numbers, addresses and birth days of anybody else; numbers within a text become stars. */
export function withoutOthers(value: unknown, own: OwnMarks): unknown {
  return clean(value as Json, own, '');
}

function clean(value: Json, own: OwnMarks, field: string): Json {
  if (typeof value === 'string') return codeFields.has(field) ? value : withoutNumbers(value, own);
  if (Array.isArray(value)) return value.map((one) => clean(one, own, field));
  if (typeof value !== 'object' || value === null) return value;
  const isOthers = isHuman(value) && !isOwn(value, own);
  const kept = Object.entries(value).map(([name, inner]): [string, Json] => {
    // Staff are known by their name; their number here says nothing.
    if (name === 'by' || name === 'holder' || name === 'receivedBy') return [name, nameOf(inner)];
    if (isOthers && describing.includes(name)) return [name, null];
    return [name, clean(inner, own, name)];
  });
  return Object.fromEntries(kept);
}

/** What is said of a human: his number, his telephone or his day of birth. */
function isHuman(value: object): boolean {
  return ['idNumber', 'phone', 'birthOn', 'birthYear'].some((field) => field in value);
}

function isOwn(value: { [field: string]: Json }, own: OwnMarks): boolean {
  const { idNumber, phone, name } = value;
  if (typeof idNumber === 'string' && idNumber !== '') return own.numbers.has(idNumber);
  const isNamed = typeof name === 'string' && own.names.has(fold(name));
  return typeof phone === 'string' && phone !== '' ? own.contacts.has(phone) && (isNamed || !name) : isNamed;
}

function nameOf(value: Json): Json {
  const isRef = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRef ? { name: value.name ?? '' } : value;
}

const longNumber = /(?<![\p{L}\d-])\d(?:[ .]?\d){8,11}(?![\d-])/gu;

function withoutNumbers(text: string, own: OwnMarks): string {
  return text.replaceAll(longNumber, (found) => {
    const digits = found.replaceAll(/\D/g, '');
    return own.numbers.has(digits) || own.contacts.has(digits) ? found : '*'.repeat(digits.length);
  });
}

/** What an entry about somebody else says of this person: objects and texts with his number or telephone, and nothing around them. */
export function ownParts(value: unknown, own: OwnMarks): unknown[] {
  const found: unknown[] = [];
  collect(value as Json, own, '', found);
  return found;
}

/** Whether somebody without number and telephone goes by his name there: nothing tells him from a namesake. */
export function isNamedAlone(value: unknown, own: OwnMarks): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { name, idNumber, phone } = value as { [field: string]: Json };
  const isHis = typeof name === 'string' && own.names.has(fold(name)) && isHuman(value as object);
  if (isHis && !idNumber && !phone) return true;
  return Object.values(value).some((inner) => isNamedAlone(inner, own));
}

function collect(value: Json, own: OwnMarks, field: string, found: unknown[]): void {
  if (typeof value === 'string') {
    if (!codeFields.has(field) && isNumberOf(value, own))
      found.push({ [field || 'text']: withoutNumbers(value, own) });
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, own, field, found);
  } else if (typeof value === 'object' && value !== null) {
    const { idNumber, phone } = value;
    const isMarked = [idNumber, phone].some((one) => typeof one === 'string' && isNumberOf(one, own));
    if (isMarked && isOwn(value, own)) found.push({ as: field, ...(clean(value, own, field) as object) });
    else if (!isHuman(value))
      for (const [name, inner] of Object.entries(value)) collect(inner, own, name, found);
  }
}

function isNumberOf(text: string, { numbers, contacts }: OwnMarks): boolean {
  return [...numbers, ...contacts].some((mark) => text.includes(mark));
}
