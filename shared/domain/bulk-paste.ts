import { fold } from './text.ts';

/** A table pasted from a spreadsheet: which column is what is read from its head, or else from what stands in it. */

export const pastedFields = ['name', 'idNumber', 'birthOn', 'phone', 'address', 'note', 'procedure'] as const;
export type PastedField = (typeof pastedFields)[number];
export type PastedRow = Record<PastedField, string>;

const heads: Record<PastedField, RegExp> = {
  name: /^(?:ho (?:va )?ten|ho ten.*|ten|chu ho so|nguoi nop)/,
  idNumber: /cccd|cmnd|can cuoc|dinh danh|so giay to/,
  birthOn: /ngay sinh|sinh ngay|nam sinh/,
  phone: /dien thoai|sdt|so dt|di dong/,
  address: /dia chi|noi cu tru|thuong tru|noi o/,
  note: /ghi chu|noi dung|ly do/,
  procedure: /thu tuc|ma tthc/,
};

const looks: [PastedField, RegExp][] = [
  ['phone', /^(?:\+?84|0)\d{9}$/],
  ['idNumber', /^(?:\d{12}|\d{11}|\d{9}|[A-Z]{1,2}\d{6,8})$/],
  ['birthOn', /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/],
];

/** Rows of a pasted text; cells that no column of ours takes are left out, and the running number too. */
export function readPaste(text: string): PastedRow[] {
  const table = text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [first = []] = table;
  const head = fieldsOfHead(first);
  const lines = head ? table.slice(1) : table;
  const fields = head ?? guessFields(lines);
  return lines.map((cells) => rowOf(cells, fields));
}

type Fields = (PastedField | null)[];

/** The columns a head names, at least the name; null where the first line is no head. */
function fieldsOfHead(cells: readonly string[]): Fields | null {
  const taken = new Set<PastedField>();
  const fields = cells.map((cell) => {
    const words = fold(cell);
    const field = pastedFields.find((name) => !taken.has(name) && heads[name].test(words)) ?? null;
    if (field !== null) taken.add(field);
    return field;
  });
  return taken.has('name') && taken.size > 1 ? fields : null;
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
