import type { TableCell } from './import-heads.ts';
import { textOf } from './import-heads.ts';
import { fold } from './text.ts';

/** Values as people and programs write them in tables. Each answers undefined for what it cannot be. */

/** Which number of "03/04/2025" is the day. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** A day and, where the cell has one, its hour; both office time. */
export interface ReadDay {
  day: string;
  time: string | null;
}

/**
 * A day: of Excel, its serial number, `dd/mm/yyyy` with any separators and an hour before or after, 8 digits, ISO, or
 * "ngày … tháng … năm …". A day that does not exist is undefined.
 */
export function readDay(cell: TableCell, order: DayOrder): ReadDay | undefined {
  if (typeof cell === 'number') return fromSerial(cell);
  const text = textOf(cell);
  const time = /(\d{1,2})(?::| ?giờ ?| ?[hg] ?)(\d{2})/i.exec(text);
  const clock = time ? clockOf(Number(time[1]), Number(time[2])) : null;
  if (clock === undefined) return undefined;
  const rest = (time ? text.replace(time[0], ' ') : text)
    .replace(/T(?= |$)/, '')
    .replace(/ (?:phút|:\d\d)/iu, ' ')
    .replace(/^\s*(?:T[2-7]|CN|thứ \p{L}+|chủ nhật)[ ,]+/iu, '')
    .trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\D*$/.exec(rest);
  if (iso) return dayOf(iso[1], iso[2], iso[3], clock);
  const words = /ng[aà]y (\d{1,2}) th[aá]ng (\d{1,2}) n[aă]m (\d{4})/i.exec(rest);
  if (words) return dayOf(words[3], words[2], words[1], clock);
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(rest);
  if (compact) return dayOf(compact[3], compact[2], compact[1], clock);
  const parts = dayParts(rest);
  if (parts === undefined) return undefined;
  const [first, second, year] = parts;
  return order === 'dayFirst' ? dayOf(year, second, first, clock) : dayOf(year, first, second, clock);
}

/** True when something is written and it says no day at all, such as "chưa có". */
export function saysNothing(cell: TableCell): boolean {
  const text = fold(textOf(cell));
  return text === '' || /^(?:[-–—.x/]+|chua.*|khong.*|n\/a|null)$/.test(text);
}

/** How a column writes its days: month first only when some cell can be read no other way, and none the other. */
export function dayOrderOf(cells: Iterable<TableCell>): DayOrder {
  let monthFirst = false;
  for (const cell of cells) {
    const [first, second] = typeof cell === 'string' ? (dayParts(cell.trim()) ?? []) : [];
    if (Number(first) > 12) return 'dayFirst';
    if (Number(second) > 12 && Number(first) <= 12) monthFirst = true;
  }
  return monthFirst ? 'monthFirst' : 'dayFirst';
}

function dayParts(text: string): [string, string, string] | undefined {
  const match = /^\D*?(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b/.exec(text);
  if (!match) return undefined;
  const [, first = '', second = '', year = ''] = match;
  return [first, second, year.length === 2 ? `20${year}` : year];
}

/** Days since 30/12/1899, the part after the point is the hour; only what can be a day of an office's life. */
function fromSerial(serial: number): ReadDay | undefined {
  if (serial < 10_000 || serial > 80_000) return undefined;
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const iso = new Date((Math.floor(serial) - 25_569) * 86_400_000 + minutes * 60_000).toISOString();
  return { day: iso.slice(0, 10), time: minutes === 0 ? null : iso.slice(11, 16) };
}

function clockOf(hour: number, minute: number): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function dayOf(year = '', month = '', date = '', clock: string | null = null): ReadDay | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(day)) return undefined;
  return { day, time: clock === '00:00' ? null : clock };
}

/** A telephone; a number that Excel took its zero from gets it back. */
export function readPhone(cell: TableCell): string | undefined {
  const digits = textOf(cell)
    .replaceAll(/[ .()-]/g, '')
    .replace(/^\+?84(?=\d{8,10}$)/, '0');
  const whole = /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
  return /^0\d{8,10}$/.test(whole) ? whole : undefined;
}

/** An identity number; 12 digits that lost their zero in Excel get it back. */
export function readIdNumber(cell: TableCell): string | undefined {
  const text = textOf(cell).replaceAll(/[ .']/g, '').toUpperCase();
  const whole = /^\d{11}$/.test(text) ? `0${text}` : /^\d{8}$/.test(text) ? `0${text}` : text;
  return /^(?:\d{12}|\d{9}|\d{10}(?:-?\d{3})?|[A-Z]{1,2}\d{6,8})$/.test(whole) ? whole : undefined;
}

/** Whole number, separators of thousands allowed. */
export function readCount(cell: TableCell): number | undefined {
  const text = textOf(cell).replace(/ ?(?:đ|đồng|vnđ|vnd|bộ)$/i, '');
  if (!/^\d{1,3}(?:[., ]\d{3})+$|^\d+$/.test(text)) return undefined;
  return Number(text.replaceAll(/[., ]/g, ''));
}

/**
 * A tick of a column. Null where nobody said: an empty cell, "chưa rõ", words that say neither.
 */
export function readYesNo(cell: TableCell): boolean | null {
  if (/^[✓✔☑]$/u.test(textOf(cell))) return true;
  const text = fold(textOf(cell));
  if (text === '' || /^(?:chua|khong) (?:ro|biet|co thong tin|xac dinh)/.test(text)) return null;
  if (/^(?:[-–—.0]*|khong.*|chua.*|k|no|false|n\/a)$/.test(text)) return false;
  const isYes = /^(?:x|v|1|co|roi|da .+|da|yes|true)$/.test(text);
  return isYes || readDay(cell, 'dayFirst') !== undefined ? true : null;
}

/** The level of a public service: from end to end, or less; null where the cell names none. */
export function readFullOnline(cell: TableCell): boolean | null {
  const text = fold(textOf(cell));
  if (/khong toan trinh|mot phan|cung cap thong tin|muc(?: do)? [1-3]\b/.test(text)) return false;
  return /toan trinh|muc(?: do)? 4\b/.test(text) ? true : null;
}

/** "Tổ 3, phường Trung Tâm, ĐT 0912 345 678" → address and telephone. */
export function splitAddressPhone(cell: TableCell): { address: string; phone: string | null } {
  const text = textOf(cell);
  const match = /(?:(?:sđt|đt|điện thoại|tel)\s*[:.]?\s*)?((?:\+?84|0)(?:[ .-]?\d){8,10})\D*$/iu.exec(text);
  const phone = match ? readPhone(match[1] ?? '') : undefined;
  if (!match || phone === undefined) return { address: text, phone: null };
  return { address: text.slice(0, match.index).replace(/[\s,;–-]+$/u, ''), phone };
}
