import { type CalendarEdit, type DayEdit, editFault } from './domain/calendar-change-edits.ts';
import type { CalendarYear } from './domain/calendar-year.ts';
import { headKey } from './domain/import-fields.ts';
import { type TableRow, textOf } from './domain/import-heads.ts';
import { parseTypedDay } from './format.ts';
import { type BadRow, rowsUnder } from './import-lists.ts';
import { dayKindLabels } from './labels.ts';

/** A list of days off that comes back from Excel, as edits of the calendar: they are collected, nobody saves them here. */

export interface HolidayEdits {
  added: CalendarEdit[];
  changed: CalendarEdit[];
  unchanged: number;
  bad: BadRow[];
}

/**
 * What the rows would change in the years of the calendar. A day that is not in the list stays as it is; only a whole list
 * of ours, without a bad row, says of the other days of its year that nothing is special about them.
 */
export function readHolidays(rows: readonly TableRow[], years: readonly CalendarYear[]): HolidayEdits {
  const known = new Map(years.flatMap(editsOfYear).map((edit) => [edit.date, edit]));
  const result: HolidayEdits = { added: [], changed: [], unchanged: 0, bad: [] };
  const seen = new Map<string, number>();
  for (const { row, cell } of rowsUnder(rows, ['Ngày', 'Loại'])) {
    const edit = editOf(cell('Ngày'), cell('Loại'), cell('Nội dung'), cell('Đổi với'));
    const other = typeof edit === 'string' ? undefined : seen.get(edit.date);
    if (typeof edit === 'string' || other !== undefined) {
      result.bad.push({ row, why: typeof edit === 'string' ? edit : `Ngày này đã có ở dòng ${other}` });
      continue;
    }
    seen.set(edit.date, row);
    const before = known.get(edit.date);
    if (before === undefined) result.added.push(edit);
    else if (sameDay(before, edit)) result.unchanged += 1;
    else result.changed.push(edit);
  }
  const whole = result.bad.length === 0 ? yearOfList(rows) : null;
  for (const date of known.keys()) {
    if (date.slice(0, 4) === whole && !seen.has(date)) result.changed.push({ kind: 'plain', date });
  }
  return result;
}

const kinds = new Map(
  Object.entries(dayKindLabels).map(([kind, words]) => [
    headKey(words),
    kind === 'weekendHoliday' ? 'holiday' : (kind as Exclude<keyof typeof dayKindLabels, 'weekendHoliday'>),
  ]),
);

const faultWords = {
  weekendOff: 'Thứ Bảy, Chủ nhật đã là ngày nghỉ',
  notSaturday: 'Chỉ làm bù vào Thứ Bảy',
  exchangeNotSaturday: 'Ngày nghỉ hoán đổi phải đổi với một Thứ Bảy',
  exchangeNotWorking: 'Ngày làm bù phải thay cho một ngày trong tuần',
  noNationalYear: 'Chương trình không có năm này',
} as const;

/** The edit that a row means, or why it cannot be taken. */
function editOf(day: string, kindWords: string, name: string, other: string): DayEdit | string {
  const date = dayOf(day);
  if (date === undefined) return `Ngày “${day}” không đọc được; viết như 30/04/2026`;
  const kind = kinds.get(headKey(kindWords));
  if (kind === undefined) {
    return `Loại “${kindWords}” không có; loại là: ${Object.values(dayKindLabels).join(', ')}`;
  }
  if (name === '' && kind !== 'workingSaturday') return 'Thiếu nội dung: tên ngày nghỉ';
  if (name.length > 120) return 'Nội dung dài quá 120 chữ';
  if (kind === 'holiday') return { kind, date, name };
  const exchangedWith = dayOf(other);
  if (exchangedWith === undefined) return 'Thiếu ngày đổi với; ghi vào cột “Đổi với”';
  const edit: DayEdit =
    kind === 'workingSaturday' ? { kind, date, exchangedWith } : { kind, date, name, exchangedWith };
  const fault = editFault(edit, []);
  return fault === null ? edit : faultWords[fault];
}

/** A real date of a year that the calendar can hold; a cell of Excel's own comes as "2026-04-30". */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const date = parseTypedDay(year === undefined ? text : `${day}/${month}/${year}`);
  return date === undefined || date < '2000' || date > '2200-12-31' ? undefined : date;
}

function editsOfYear({ offDays, weekendHolidays, workingSaturdays }: CalendarYear): DayEdit[] {
  return [
    ...offDays.map((day): DayEdit => {
      const { date, name, kind } = day;
      if (kind === 'holiday') return { kind, date, name };
      return { kind, date, name, exchangedWith: kind === 'swapped' ? day.workedOn : day.compensates };
    }),
    ...weekendHolidays.map(({ date, name }): DayEdit => ({ kind: 'holiday', date, name })),
    ...workingSaturdays.map(
      ({ date, inPlaceOf }): DayEdit => ({ kind: 'workingSaturday', date, exchangedWith: inPlaceOf }),
    ),
  ];
}

function sameDay(before: DayEdit, after: DayEdit): boolean {
  const words = (edit: DayEdit) => [
    edit.kind,
    'name' in edit ? edit.name : '',
    'exchangedWith' in edit ? edit.exchangedWith : '',
  ];
  return words(before).join('|') === words(after).join('|');
}

/** "Lịch nghỉ và làm bù năm 2026" over the heads: the list is one of ours and holds the whole year. */
function yearOfList(rows: readonly TableRow[]): string | null {
  for (const { cells } of rows.slice(0, 12)) {
    for (const cell of cells) {
      const year = /^lich nghi va lam bu nam (\d{4})$/.exec(headKey(textOf(cell)))?.[1];
      if (year !== undefined) return year;
    }
  }
  return null;
}
