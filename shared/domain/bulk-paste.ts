import { fold } from './text.ts';

/** A table pasted from a spreadsheet: which column is what is read from its head, or else from what stands in it. */

export const pastedFields = ['name', 'idNumber', 'birthOn', 'phone', 'address', 'note', 'procedure'] as const;
export type PastedField = (typeof pastedFields)[number];
export type PastedRow = Record<PastedField, string>;

interface Paste {
  rows: PastedRow[];
  /** Columns that hold something and that no column of ours takes, as their head names them. */
  left: string[];
}

/** A head is known by how it begins, so that a cell which only speaks of an address is not taken for one. */
const heads: [PastedField, RegExp][] = [
  ['procedure', /^(?:(?:ten|ma) )?(?:thu tuc|tthc)/],
  [
    'name',
    /^(?:ho (?:va |, ?)?ten|ho, ten|hoc sinh$|cong dan$|(?:ten )?(?:chu ho so|nguoi (?:nop|yeu cau|de nghi)))/,
  ],
  ['name', /^ten(?:$| (?:hoc sinh|con|chau|em|tre|nguoi|cong dan|khach|day du))/],
  [
    'idNumber',
    /^(?:so |ma )*(?:the )?(?:cccd|cmnd|cmt|cc$|can cuoc(?:$| cong dan|\/)|ddcn|dinh danh|giay to(?:$| tuy than))/,
  ],
  ['birthOn', /^(?:ngay,? (?:thang,? )?(?:nam )?sinh|sinh ngay|nam sinh|ns$)/],
  ['phone', /^(?:so )?(?:dien thoai|sdt|dt$|dtdd|di dong|phone)/],
  ['address', /^(?:dia chi|(?:noi |cho )(?:cu tru|thuong tru|tam tru|o|dang ky)|thuong tru|cu tru|ho khau)/],
  ['note', /^(?:ghi chu|noi dung|ly do)/],
];

const looks: [PastedField, RegExp][] = [
  ['phone', /^(?:\+?84|0)\d{9}$/],
  ['idNumber', /^(?:\d{12}|\d{11}|\d{9}|[A-Z]{1,2}\d{6,8})$/],
  ['birthOn', /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/],
];

/** Rows of a pasted text; what no column of ours takes is named, the running number left out without a word. */
export function readPaste(text: string): Paste {
  const table = text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const head = fieldsOfHead(table);
  const lines = head ? table.slice(1) : table;
  const fields = head ?? guessFields(lines);
  const names = head ? (table[0] ?? []) : [];
  return { rows: lines.map((cells) => rowOf(cells, fields)), left: leftColumns(lines, fields, names) };
}

type Fields = (PastedField | null)[];

/** The columns a head names; null where the first line is no head. */
function fieldsOfHead([first = [], ...lines]: readonly (readonly string[])[]): Fields | null {
  if (first.some((cell) => isFigure(cell))) return null;
  const taken = new Set<PastedField>();
  const fields = first.map((cell, column) => {
    const words = fold(cell);
    const field = heads.find(([name, head]) => !taken.has(name) && head.test(words))?.[0] ?? null;
    // A head does not come again below: that is a value which reads like one.
    if (field === null || lines.some((line) => fold(line[column] ?? '') === words)) return null;
    taken.add(field);
    return field;
  });
  return taken.size > 1 || (taken.size === 1 && lines.length > 0) ? fields : null;
}

/** A number or a day, which stands in no head. */
function isFigure(cell: string): boolean {
  return /^[\d\s./+-]*\d[\d\s./+-]*$/.test(cell) || looks.some(([, look]) => look.test(compact(cell)));
}

function leftColumns(
  lines: readonly (readonly string[])[],
  fields: Fields,
  names: readonly string[],
): string[] {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const cells = lines.map((line) => line[column] ?? '').filter((cell) => cell !== '');
    if ((fields[column] ?? null) !== null || cells.length === 0 || isRunningNumber(cells)) return [];
    return [names[column] || `thứ ${column + 1}`];
  });
}

/** By what stands in each column; the first column of words is the name, the next the address, then the note. */
function guessFields(lines: readonly (readonly string[])[]): Fields {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const words: PastedField[] = ['name', 'address', 'note'];
  const taken = new Set<PastedField>();
  return Array.from({ length: width }, (_, column) => {
    const cells = lines.map((line) => line[column] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0 || isRunningNumber(cells)) return null;
    const field =
      looks.find(([name, look]) => !taken.has(name) && mostly(cells, look))?.[0] ??
      words.find((name) => !taken.has(name) && mostly(cells, /\p{L}/u)) ??
      null;
    if (field !== null) taken.add(field);
    return field;
  });
}

function mostly(cells: readonly string[], look: RegExp): boolean {
  return cells.filter((cell) => look.test(compact(cell))).length * 2 > cells.length;
}

function isRunningNumber(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\d{1,4}$/.test(cell)) && cells[0] === '1';
}

function compact(cell: string): string {
  return /^[\d .+-]+$/.test(cell) && !/^\d{1,2}[.-]\d{1,2}[.-]\d{4}$/.test(cell)
    ? cell.replaceAll(/[ .-]/g, '')
    : cell;
}

function rowOf(cells: readonly string[], fields: Fields): PastedRow {
  const cell = (field: PastedField) => cells[fields.indexOf(field)] ?? '';
  return {
    name: cell('name'),
    idNumber: withLostZero(cell('idNumber'), 11),
    birthOn: cell('birthOn'),
    phone: withLostZero(cell('phone'), 9),
    address: cell('address'),
    note: cell('note'),
    procedure: cell('procedure'),
  };
}

/** A spreadsheet that took the digits for a number has dropped their first zero. */
function withLostZero(text: string, length: number): string {
  const digits = compact(text);
  return new RegExp(`^[1-9]\\d{${length - 1}}$`).test(digits) ? `0${digits}` : text;
}
