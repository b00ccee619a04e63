import type { CalendarEdit, DayEdit } from '../../../shared/domain/calendar-change-edits.ts';
import type { CalendarYear } from '../../../shared/domain/calendar-year.ts';
import { formatDay, formatDayMonthPadded, shortWeekday } from '../../../shared/format.ts';
import { specialDays } from './year-days.ts';

/** The edits that a person collects before anything is saved. Pure. */

export type DayChoice = DayEdit['kind'];

/** What a day may be made: a Saturday may be worked, a Sunday never, a weekday may be off for three reasons. */
export function choicesOf(day: string): { value: DayChoice; words: string }[] {
  const weekday = weekdayOf(day);
  const plain = { value: 'plain', words: weekday >= 6 ? 'Nghỉ hằng tuần' : 'Làm việc' } as const;
  const holiday = { value: 'holiday', words: weekday >= 6 ? 'Ngày lễ, nghỉ hằng tuần' : 'Nghỉ lễ' } as const;
  if (weekday === 7) return [plain, holiday];
  if (weekday === 6) return [plain, { value: 'workingSaturday', words: 'Làm bù' }, holiday];
  return [
    plain,
    holiday,
    { value: 'swapped', words: 'Nghỉ hoán đổi' },
    { value: 'compensatory', words: 'Nghỉ bù ngày lễ' },
  ];
}

export const exchangeLabels: Partial<Record<DayChoice, string>> = {
  swapped: 'Làm bù Thứ Bảy',
  workingSaturday: 'Làm bù cho ngày',
  compensatory: 'Nghỉ bù cho ngày lễ',
};

export interface DayValues {
  choice: DayChoice;
  name: string;
  exchangedWith: string;
}

/** The day as it stands, for the editor. */
export function valuesOf(day: string, years: readonly CalendarYear[]): DayValues {
  const year = years.find((one) => one.year === Number(day.slice(0, 4)));
  const off = year?.offDays.find(({ date }) => date === day);
  const worked = year?.workingSaturdays.find(({ date }) => date === day);
  const weekend = year?.weekendHolidays.find(({ date }) => date === day);
  if (worked) return { choice: 'workingSaturday', name: '', exchangedWith: formatDay(worked.inPlaceOf) };
  if (weekend) return { choice: 'holiday', name: weekend.name, exchangedWith: '' };
  if (!off) return { choice: 'plain', name: '', exchangedWith: '' };
  const other = off.kind === 'swapped' ? off.workedOn : off.kind === 'compensatory' ? off.compensates : '';
  return { choice: off.kind, name: off.name, exchangedWith: other && formatDay(other) };
}

/** The edits with one more; a later edit of the same day or year takes the place of the earlier. */
export function withEdit(edits: readonly CalendarEdit[], added: CalendarEdit): CalendarEdit[] {
  return [...edits.filter((edit) => keyOf(edit) !== keyOf(added)), added];
}

export function keyOf(edit: CalendarEdit): string {
  return 'date' in edit ? edit.date : `${edit.year} ${edit.kind}`;
}

/** The other half of an exchange, when it is not there yet: the Saturday of a swapped day, the day of a Saturday. */
export function otherHalf(edit: DayEdit, years: readonly CalendarYear[]): DayEdit | null {
  if (edit.kind !== 'swapped' && edit.kind !== 'workingSaturday') return null;
  const other = valuesOf(edit.exchangedWith, years);
  if (edit.kind === 'swapped')
    return other.choice === 'workingSaturday'
      ? null
      : { kind: 'workingSaturday', date: edit.exchangedWith, exchangedWith: edit.date };
  return other.choice === 'plain'
    ? { kind: 'swapped', date: edit.exchangedWith, name: 'Nghỉ hoán đổi', exchangedWith: edit.date }
    : null;
}

/** "T6 27/11: nghỉ lễ, Nghỉ phòng chống bão". */
export function editWords(edit: CalendarEdit): string {
  if (edit.kind === 'national') return `Năm ${edit.year}: lấy theo dữ liệu kèm chương trình`;
  if (edit.kind === 'issued')
    return `Năm ${edit.year}: đã có thông báo${edit.notice === '' ? '' : ` ${edit.notice}`}`;
  const day = `${shortWeekday(edit.date)} ${formatDay(edit.date)}`;
  const choice =
    choicesOf(edit.date)
      .find(({ value }) => value === edit.kind)
      ?.words.toLowerCase() ?? '';
  if (edit.kind === 'plain') return `${day}: ${choice}`;
  if (edit.kind === 'holiday') return `${day}: ${choice}, ${edit.name}`;
  return `${day}: ${choice} ${edit.kind === 'swapped' ? 'với' : 'cho'} ${formatDayMonthPadded(edit.exchangedWith)}`;
}

/** The holidays whose dates every year shares (BLLĐ Đ112, NQ 28/2026/QH16), for a year that is not known yet. */
export function statutoryEdits(year: number): DayEdit[] {
  const fixed: [string, string][] = [
    ['01-01', 'Tết Dương lịch'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế lao động'],
    ['09-02', 'Quốc khánh'],
    ['11-24', 'Ngày Văn hóa Việt Nam'],
  ];
  return fixed.map(([day, name]) => ({ kind: 'holiday', date: `${year}-${day}`, name }));
}

/** Dates of a year that two versions of it tell differently. */
export function editedDates(before: CalendarYear | null, after: CalendarYear | null): Set<string> {
  const words = (year: CalendarYear | null) =>
    new Map((year ? specialDays(year) : []).map((day) => [day.date, `${day.kind} ${day.words}`]));
  const [was, is] = [words(before), words(after)];
  return new Set([...was.keys(), ...is.keys()].filter((date) => was.get(date) !== is.get(date)));
}

/** 1 = Monday … 7 = Sunday. */
function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7) + 1;
}
