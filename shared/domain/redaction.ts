import { dossierPaperBeginning } from './case-custody.ts';

/**
 * What stays of an entry of the journal when the data of people goes: everything that is counted, nothing that names, describes
 * or finds somebody. What is kept is listed; a field that nobody thought of goes.
 */

/** Stands where a name stood: lists and the register book keep their line. */
export const erasedName = 'Đã xóa dữ liệu';

/**
 * Texts that are words of ours, codes or numbers of the office, never of a person: in entries of every kind, and by the
 * first word of a kind.
 */
const keptAlways = ['kind', 'caseCode', 'slipCode', 'code', 'form', 'forms', 'channel', 'method'];
const keptOf: Record<string, readonly string[]> = {
  case: [
    ...['nationalCode', 'returnChannel', 'charge', 'group', 'ground', 'outcome', 'via', 'undoes', 'agency'],
    'point',
  ],
  payment: ['purpose', 'noteNo', 'charge', 'where', 'formSymbol', 'symbol', 'number'],
  feedback: ['nature', 'topic'],
  notice: ['occasion'],
  slip: ['printer'],
  citizen: ['taken', 'kin', 'from'],
};
/** Parts that hold no citizen: procedures, dates with their reasons, people of the office. */
const keptParts = new Set([
  'procedure',
  'appointment',
  'by',
  'approvedBy',
  'about',
  'batch',
  'ids',
  'caseIds',
]);
const paperLists = new Set(['papers', 'items', 'originals']);
/** Days of somebody's life. */
const personalDays = new Set(['birthOn', 'eventOn']);
const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?Z?)?)?$/;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Redacts the entries of one case, the oldest first: a paper that the catalogue does not know is called the same in all of them.
 * @param knownPapers names of papers in the catalogue.
 * @param area the part of the applicant's address that is counted.
 */
export function openRedaction(
  knownPapers: ReadonlySet<string>,
  area = '',
): (kind: string, data: unknown) => unknown {
  const names = new Map<string, string>();
  const paperName = (name: string): string => {
    if (knownPapers.has(name)) return name;
    const beginning = dossierPaperBeginning(name) ?? 'Giấy tờ';
    const known = names.get(name) ?? `${beginning} khác ${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  const fieldsOf = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, part(key, value)]));
  let kept: ReadonlySet<string> = new Set();
  const part = (key: string, value: unknown): unknown => {
    if (key === 'citizenId' || key === 'relativeId' || key === 'birthYear') return null;
    if (keptParts.has(key)) return value;
    // Whom a dossier was handed to is of the office; who took papers back is not.
    if (key === 'to' && isFields(value)) return value;
    // The kind of a result is typed, and may say whose it is.
    if (key === 'result' && isFields(value))
      return { kind: knownPapers.has(String(value.kind)) ? value.kind : '', number: '', abstract: '' };
    if (isFields(value)) return people[key]?.(value) ?? fieldsOf(value);
    if (key === 'lines' && Array.isArray(value)) return value.map((line) => ({ ...line, how: '' }));
    if (Array.isArray(value))
      return paperLists.has(key) ? value.map(paper) : value.map((one) => part(key, one));
    if (typeof value !== 'string') return value;
    if (key === 'payer' || key === 'name') return value === '' ? '' : erasedName;
    if (moment.test(value)) return personalDays.has(key) ? null : value;
    return kept.has(key) ? value : '';
  };
  const paper = (value: unknown): unknown =>
    isFields(value)
      ? { ...fieldsOf(value), ...(typeof value.name === 'string' && { name: paperName(value.name) }) }
      : value;
  return (kind, data) => {
    if (!isFields(data)) return data;
    kept = new Set([...keptAlways, ...(keptOf[kind.split('.')[0] ?? ''] ?? [])]);
    const isBeginning = kind === 'case.received' || kind === 'case.registered';
    return { ...fieldsOf(data), ...(isBeginning && { erased: { area } }) };
  };
}

const people: Record<string, (value: Fields) => Fields> = {
  applicant: ({ kind }) => ({
    kind,
    name: erasedName,
    idNumber: null,
    birthOn: null,
    sex: null,
    phone: null,
    email: null,
    address: '',
  }),
  submitter: () => ({ name: erasedName, idNumber: null, phone: null, relation: '' }),
  recipient: () => ({ name: erasedName, idNumber: null, phone: null, relation: '' }),
  sender: () => ({ name: '', phone: null }),
  postal: () => ({ trackingNo: '', address: '' }),
  imported: ({ row }) => ({ source: '', row }),
};
