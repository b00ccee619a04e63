import { type NumberDoubt, numberDoubts } from './identity-number.ts';
import { daySchema } from './person.ts';
import { isTrustedName } from './person-name.ts';
import { tidy } from './text.ts';

/**
 * The QR of a citizen card as a scanner types it: `number|old number or empty|name|birth|sex|address|issued`, with or
 * without the old number, with whatever a newer card appends. The order of the 2024 card is not confirmed.
 */
export interface CitizenCard {
  idNumber: string;
  /** Null: damaged on the way, to be typed again; `heard` is what came. */
  name: string | null;
  heard: string;
  birthOn: string | null;
  sex: 'male' | 'female' | null;
  /** Null when the name is damaged: what rewrote the one rewrote the other. */
  address: string | null;
  heardAddress: string;
  issuedOn: string | null;
  doubts: NumberDoubt[];
}

export type RefusedScan = 'truncated' | 'merged' | 'repeated' | 'number' | 'damaged';

export type CardReading =
  | { kind: 'card'; card: CitizenCard }
  /** Meant as a card; its number may not be the one on the card, so nothing of it is taken. */
  | { kind: 'refused'; why: RefusedScan }
  /** The card of health insurance, which carries no identity number. */
  | { kind: 'insurance' }
  /** Another code with bars between its fields. */
  | { kind: 'unknown' }
  /** No scan: something typed. */
  | { kind: 'none' };

/**
 * Reads what stands in the scan field. What can be trusted is kept: the number, the dates, the sex; a name that an
 * input method or a code page has rewritten is not, nor the address that came with it. The fields must stand in their places
 * from the number to a whole date of issue: a scan cut short, run into another one or made twice is refused, because
 * the number has no check digit. Parents' names are never read. Never throws.
 */
export function readCitizenCard(text: string): CardReading {
  const plain = text.toWellFormed().replaceAll(/[\uFEFF\r\n\t]/g, '');
  if (!plain.includes('|')) return readWithoutBars(plain);
  const fields = plain.split('|').map(trimSpaces);
  if (isInsurance(fields)) return { kind: 'insurance' };
  const anchors = fields.flatMap((field, index) =>
    typedDay.test(field) && sexOf(fields[index + 1] ?? '') !== undefined ? [index] : [],
  );
  const refused = (why: RefusedScan): CardReading => ({ kind: 'refused', why });
  const [birthAt] = anchors;
  if (birthAt === undefined) return refusalOf(fields);
  if (anchors.length > 1) return refused(isSameAgain(fields, anchors) ? 'repeated' : 'merged');
  const [idNumber = '', oldNumber = ''] = fields;
  if (!/^0\d{11}$/.test(idNumber)) return refused(idNumber.length > 12 ? 'merged' : 'number');
  if (birthAt !== 2 && !(birthAt === 3 && /^(?:\d{9})?$/.test(oldNumber))) return refused('damaged');
  const issued = fields[birthAt + 3];
  if (issued === undefined || !typedDay.test(issued))
    return refused((issued?.length ?? 0) > 10 ? joinedWhy(issued ?? '', idNumber) : 'truncated');
  return { kind: 'card', card: cardOf(idNumber, fields.slice(birthAt - 1), issued) };
}

/** Who issued the card, which the code does not say: from 01/7/2024 the ministry itself (rules §12). */
export function issuePlaceOf(issuedOn: string): string {
  return issuedOn >= '2024-07-01' ? 'Bộ Công an' : 'Cục Cảnh sát quản lý hành chính về trật tự xã hội';
}

function cardOf(idNumber: string, fields: readonly string[], issued: string): CitizenCard {
  const [heard = '', birth = '', sexText = '', address = ''] = fields;
  const birthOn = realDay(birth);
  const sex = sexOf(sexText) ?? null;
  const isNameRight = isTrustedName(heard);
  const isAddressRight = isNameRight && isPlainAddress(address);
  return {
    idNumber,
    name: isNameRight ? heard.normalize('NFC') : null,
    heard: tidy(heard),
    birthOn,
    sex,
    address: isAddressRight ? tidy(address) : null,
    heardAddress: tidy(address),
    issuedOn: realDay(issued),
    doubts: numberDoubts({ idNumber, birthOn, sex }),
  };
}

const typedDay = /^(?:\d{8}|\d{2}\/\d{2}\/\d{4})$/;

/** `ddMMyyyy` or `dd/MM/yyyy`; null when there is no such day. */
function realDay(text: string): string | null {
  const [, date, month, year] = /^(\d{2})\/?(\d{2})\/?(\d{4})$/.exec(text) ?? [];
  const day = daySchema.safeParse(`${year}-${month}-${date}`);
  return day.success ? day.data : null;
}

/** "Nam" has nothing to lose; "Nữ" may have lost its letter or become rubbish, but still begins with N and is no "Nam". */
function sexOf(text: string): 'male' | 'female' | undefined {
  if (text.length > 12) return undefined;
  if (/^nam$/i.test(text)) return 'male';
  return /^n(?:$|[uUưƯữỮ]|[^\p{L}\p{N}]|Æ°|á»)/iu.test(text) && !/\d{3}/.test(text) ? 'female' : undefined;
}

function isPlainAddress(address: string): boolean {
  return (
    /^[\p{Script=Latin}\p{N} .,;:/()&+'’"–-]+$/u.test(address.normalize('NFC')) && /\p{L}/u.test(address)
  );
}

/** Spaces alone: what else stands at an end is a trace of damage. */
function trimSpaces(field: string): string {
  return field.replace(/^ +| +$/g, '');
}

/** The card's code, name and address are hexadecimal UTF-8 there (practice). */
function isInsurance([number = '', name = '']: readonly string[]): boolean {
  return (
    /^(?:[A-Z]{2})?\d{10,15}$/i.test(number) && /^(?:[0-9a-f]{2}){4,}$/i.test(name) && /[a-f]/i.test(name)
  );
}

/** Fields without a birth date and sex in their middle. */
function refusalOf(fields: readonly string[]): CardReading {
  const [first = ''] = fields;
  if (/^\d{12}$/.test(first) && fields.length < 6) return { kind: 'refused', why: 'truncated' };
  if (/^\d{6,}$/.test(first) || fields.some((field) => typedDay.test(field)))
    return { kind: 'refused', why: 'damaged' };
  return { kind: 'unknown' };
}

function isSameAgain(fields: readonly string[], [first = 0, second = 0]: readonly number[]): boolean {
  return [-1, 0, 1].every((step) => fields[first + step] === fields[second + step]);
}

function joinedWhy(issued: string, idNumber: string): RefusedScan {
  return issued.endsWith(idNumber) ? 'repeated' : 'merged';
}

/** A number scanned twice, or a card whose bars were lost. */
function readWithoutBars(text: string): CardReading {
  const compact = text.replaceAll(/[\s.]/g, '');
  const [, half] = /^(\d{9,12})\1+$/.exec(compact) ?? [];
  if (half !== undefined) return { kind: 'refused', why: 'repeated' };
  if (/^\d{16,}$/.test(compact)) return { kind: 'refused', why: 'merged' };
  if (/^\d{12,}\p{L}.*\d{4}/u.test(compact)) return { kind: 'refused', why: 'damaged' };
  return { kind: 'none' };
}
