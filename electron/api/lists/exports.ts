import { z } from 'zod';
import { limitText } from '../../../shared/appointment-words.ts';
import type { CalendarYear } from '../../../shared/domain/calendar.ts';
import type { OpeningHours } from '../../../shared/domain/opening-hours.ts';
import { textField } from '../../../shared/domain/person.ts';
import { shortPersonName } from '../../../shared/domain/text.ts';
import { bareRule } from '../../../shared/domain/time-limit.ts';
import { formatDay, weekdayName } from '../../../shared/format.ts';
import {
  channelLabels,
  dayKindLabels,
  onlineLevelLabels,
  roleLabels,
  statusLabels,
  viewLabels,
} from '../../../shared/labels.ts';
import type { ListCell, ListColumn } from '../../../shared/list-sheet.ts';
import { timeWords } from '../../../shared/time-words.ts';
import type { CaseRow } from '../../../shared/views.ts';
import type { Portions } from '../../excel/excel-room.ts';
import { listPeople } from '../../register/accounts/people.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { listCases, type Place } from '../../register/cases/case-list.ts';
import { listProcedureVersions } from '../../register/catalogue.ts';
import { caseQuestionSchema, viewDays } from '../cases/case-question.ts';
import { rowViewer } from '../cases/case-views.ts';
import { type LongScope, longCommand, requireSettings, seated } from '../door.ts';
import { type ListFile, type ListOrder, storeList, storeShortList } from './list-file.ts';

interface CaseColumn extends ListColumn {
  cell: (row: CaseRow, hours: OpeningHours) => ListCell;
}

/** The columns of the list of cases, by the names the screen gives them. */
const caseColumns = {
  caseCode: { head: 'Mã hồ sơ', width: 24, kind: 'code', cell: (row) => row.caseCode },
  applicantName: { head: 'Chủ hồ sơ', width: 26, kind: 'text', cell: (row) => row.applicantName },
  procedureShortName: { head: 'Thủ tục', width: 30, kind: 'text', cell: (row) => row.procedureShortName },
  channel: { head: 'Kênh', width: 11, kind: 'text', cell: (row) => channelLabels[row.channel] },
  receivedAt: { head: 'Nhận', width: 17, kind: 'time', cell: (row) => row.receivedAt },
  dueAt: { head: 'Hẹn trả', width: 17, kind: 'time', cell: (row) => row.dueAt },
  minutesLeft: { head: 'Thời gian làm việc', width: 20, kind: 'text', cell: timeWords },
  status: { head: 'Trạng thái', width: 20, kind: 'text', cell: (row) => statusLabels[row.status] },
  holder: {
    head: 'Đang giữ',
    width: 18,
    kind: 'text',
    cell: (row) => (row.status === 'returned' ? '' : shortPersonName(row.holder.name)),
  },
} as const satisfies Record<string, CaseColumn>;
const isColumn = (name: string): name is keyof typeof caseColumns => Object.hasOwn(caseColumns, name);

export const exportRoutes = {
  /** The cases of a view and filter as the screen shows them, all of them. */
  cases: longCommand(
    seated,
    [],
    caseQuestionSchema.extend({
      /** Fields of the columns in sight, in their order; one that no list has is passed over. */
      columns: z.array(z.string().max(40)).min(1).max(30),
      /** The conditions as the screen words them. */
      conditions: z.array(textField(200)).max(20).default([]),
    }),
    (asked, { columns, conditions, ...question }): Promise<ListFile> => {
      const chosen: CaseColumn[] = columns.filter(isColumn).map((name) => caseColumns[name]);
      const order: ListOrder = {
        list: 'cases',
        name: 'Danh sách hồ sơ',
        title: `Danh sách hồ sơ: ${viewLabels[question.view]}`,
        subtitles: [...(conditions.length > 0 ? [conditions.join('; ')] : []), 'Đơn vị tính: hồ sơ'],
        columns: chosen.map(({ cell: _, ...column }) => column),
        unit: 'hồ sơ',
      };
      const { view, filter } = question;
      return asked.snapshot((scope) =>
        storeList(scope, order, casePages(scope, question, chosen), { view, filter, columns }),
      );
    },
  ),

  catalogue: longCommand(seated, [], z.void(), (scope): Promise<ListFile> => {
    const rows = listProcedureVersions(scope.db, scope.now.today).map(({ procedure, effectiveFrom }) => [
      procedure.code,
      procedure.name,
      procedure.shortName,
      procedure.field,
      limitText(bareRule(procedure.timeLimit)),
      procedure.fee.amountVnd,
      procedure.onlineLevel === null ? '' : onlineLevelLabels[procedure.onlineLevel],
      procedure.components.map(({ name }) => name).join('; '),
      effectiveFrom < '2001-01-01' ? null : effectiveFrom,
    ]);
    return storeShortList(
      scope,
      {
        list: 'catalogue',
        name: 'Danh mục thủ tục',
        title: 'Danh mục thủ tục hành chính',
        subtitles: ['Đơn vị tính: thủ tục'],
        columns: catalogueColumns,
        unit: 'thủ tục',
      },
      rows,
    );
  }),

  /** The special days of a year: off, worked instead, undecided. */
  holidays: longCommand(
    seated,
    [],
    z.object({ year: z.int().min(2000).max(2200) }),
    (scope, { year }): Promise<ListFile> => {
      const found = loadCalendar(scope.db).years.find((known) => known.year === year);
      return storeShortList(
        scope,
        {
          list: 'holidays',
          name: `Lịch nghỉ năm ${year}`,
          title: `Lịch nghỉ và làm bù năm ${year}`,
          subtitles: [
            found?.notices.join('; ') || 'Chưa có thông báo nghỉ chính thức',
            'Đơn vị tính: ngày',
          ].filter((line) => line !== ''),
          columns: [
            { head: 'Ngày', width: 12, kind: 'date' },
            { head: 'Thứ', width: 10, kind: 'text' },
            { head: 'Loại', width: 18, kind: 'text' },
            { head: 'Nội dung', width: 46, kind: 'text' },
            // Read back with the list: a swapped day means nothing without the day it is exchanged with.
            { head: 'Đổi với', width: 12, kind: 'date' },
          ],
          unit: 'ngày',
        },
        found ? holidayRows(found) : [],
        { year },
      );
    },
  ),

  people: longCommand(seated, [], z.void(), (scope): Promise<ListFile> => {
    const rows = listPeople(scope.db).map(({ name, title, roles }) => [
      name,
      title,
      roles.map((role) => roleLabels[role]).join(', '),
    ]);
    return storeShortList(
      scope,
      {
        list: 'people',
        name: 'Danh sách người làm việc',
        title: 'Danh sách người làm việc tại quầy',
        subtitles: ['Đơn vị tính: người'],
        columns: peopleColumns,
        unit: 'người',
      },
      rows,
    );
  }),
};

/** Days of a year that are not as their weekday says, in order. */
function holidayRows(year: CalendarYear): ListCell[][] {
  const words = dayKindLabels;
  const days: [date: string, kind: string, name: string, exchangedWith: string | null][] = [
    ...year.offDays.map((day): (typeof days)[number] => {
      const { date, kind, name } = day;
      const other = kind === 'swapped' ? day.workedOn : kind === 'compensatory' ? day.compensates : null;
      return [date, words[kind], name, other];
    }),
    ...year.weekendHolidays.map(({ date, name }): (typeof days)[number] => [
      date,
      words.weekendHoliday,
      name,
      null,
    ]),
    ...year.workingSaturdays.map(({ date, inPlaceOf }): (typeof days)[number] => [
      date,
      words.workingSaturday,
      `Thay cho ${formatDay(inPlaceOf)}`,
      inPlaceOf,
    ]),
  ];
  return days
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, kind, text, other]) => [date, weekdayName(date), kind, text, other]);
}

const catalogueColumns: ListColumn[] = [
  { head: 'Mã thủ tục', width: 12, kind: 'code' },
  { head: 'Tên thủ tục', width: 44, kind: 'text' },
  { head: 'Tên ngắn', width: 20, kind: 'text' },
  { head: 'Lĩnh vực', width: 16, kind: 'text' },
  { head: 'Thời hạn', width: 18, kind: 'text' },
  { head: 'Lệ phí (đồng)', width: 12, kind: 'money' },
  { head: 'Dịch vụ công', width: 14, kind: 'text' },
  { head: 'Thành phần hồ sơ', width: 44, kind: 'text' },
  { head: 'Áp dụng từ', width: 12, kind: 'date' },
];

const peopleColumns: ListColumn[] = [
  { head: 'Họ và tên', width: 28, kind: 'text' },
  { head: 'Chức danh', width: 34, kind: 'text' },
  { head: 'Vai trò', width: 40, kind: 'text' },
];

const pageRows = 1000;

function* casePages(
  scope: LongScope,
  question: z.output<typeof caseQuestionSchema>,
  columns: readonly CaseColumn[],
): Portions {
  const view = rowViewer(scope);
  const { hours } = requireSettings(scope.db, scope.now);
  const days = viewDays(scope);
  let after: Place | null = null;
  do {
    const { rows, next } = listCases(scope.db, { ...question, after, limit: pageRows }, days);
    yield rows.map((row) => {
      const shown = view(row);
      return columns.map(({ cell }) => cell(shown, hours));
    });
    after = next;
  } while (after !== null);
}
