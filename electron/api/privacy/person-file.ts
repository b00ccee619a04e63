import { AppError } from '../../../shared/errors.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { PersonalData } from '../../../shared/personal-data.ts';
import { personalColumns, personalLines } from '../../../shared/personal-words.ts';
import type { ReportHead } from '../../../shared/report-sheet.ts';
import type { PersonFile } from '../../../shared/views-subject.ts';
import { getLiving } from '../../register/citizens/citizens.ts';
import { digitalSettingsOf } from '../../register/digital/digital-settings.ts';
import { dropOldLists, storeFile } from '../../register/files.ts';
import { listRequestsOf } from '../../register/privacy/subject-requests.ts';
import { type LongScope, requirePerson, requireSettings } from '../door.ts';
import { officeOnPaper } from '../office-on-paper.ts';

/** What a person is handed of the data about himself (Luật 91/2025/QH15 Đ4): paper, workbook, or a file that a machine reads. */

export const personFileForms = ['pdf', 'xlsx', 'json'] as const;

interface Asked {
  citizenId: number;
  form: (typeof personFileForms)[number];
  purpose: string;
  requestId: number | null;
}

/** The journal has it before anybody has the file. Throws notFound, also where the request is none of his. */
export async function exportPerson(scope: LongScope, asked: Asked): Promise<PersonFile> {
  const { citizenId, form, purpose, requestId } = asked;
  const { reading, excel, bookPress, previews, register } = scope.context;
  const livingId = getLiving(scope.db, citizenId).id;
  if (requestId !== null && !listRequestsOf(scope.db, livingId).includes(requestId))
    throw new AppError('notFound', { what: 'subjectRequest' });
  const data = await reading.ask('personalData', { citizenId });
  const [living] = data.records;
  if (!requirePerson(scope).roles.includes('leader')) data.feedback = data.feedback.map(withoutAttitude);
  const names = namesOf(scope);
  const lines = personalLines(data, names);
  const entries = lines.filter(({ isGroup }) => !isGroup).length;
  await scope.write(({ record }) =>
    record('seen.export', `citizen:${living?.id ?? citizenId}`, { form, purpose, requestId, entries }),
  );
  const head = headOf(scope, living?.details.name ?? '', entries, data.unsure);
  const fileName = `Dữ liệu cá nhân ${scope.now.today} số ${living?.id ?? citizenId}.${form}`;
  const count = entries;
  if (form === 'json') {
    const made = { madeAt: scope.now.officeTime, office: head.office, purpose, ...data };
    return { fileName, path: null, text: `${JSON.stringify(made, null, 2)}\n`, count };
  }
  if (form === 'xlsx') {
    const bytes = await excel.reportWorkbook(
      head,
      (async function* () {
        yield lines;
      })(),
    );
    dropOldLists(register.folder);
    return { fileName, path: `/files/${storeFile(register.folder, bytes, 'xlsx')}`, text: null, count };
  }
  const pdf = await bookPress.report({
    sheet: { ...head, lines },
    office: officeOnPaper(scope),
    printedAt: scope.now.officeTime,
  });
  return { fileName, path: previews.keep(pdf), text: null, count };
}

/** What is said about somebody's attitude only the leader reads: he hands that part over himself. */
function withoutAttitude<Entry extends { data: unknown }>(entry: Entry): Entry {
  const { topic } = (entry.data ?? {}) as { topic?: unknown };
  return topic === 'attitude' ? { ...entry, data: { topic, note: 'Phần này do lãnh đạo cung cấp.' } } : entry;
}

/** What the ids of digital support are called in this ward. */
function namesOf({ db }: LongScope): ReadonlyMap<string, string> {
  const { criteria, topics, places } = digitalSettingsOf(db);
  const named = (field: string, rows: readonly { id: string; label: string }[]) =>
    rows.map(({ id, label }) => [`${field}:${id}`, label] as const);
  return new Map([...named('place', places), ...named('topic', topics), ...named('criterion', criteria)]);
}

function headOf(scope: LongScope, name: string, entries: number, unsure: PersonalData['unsure']): ReportHead {
  const { office } = requireSettings(scope.db, scope.now);
  const { today, officeTime } = scope.now;
  return {
    name: 'Dữ liệu cá nhân',
    period: { from: today, to: today },
    title: ['Dữ liệu cá nhân đang lưu giữ', name],
    subtitles: [`Tính đến ${formatHour(officeTime)} ngày ${formatDay(officeTime)}`],
    form: [],
    aside: ['Cung cấp theo Luật 91/2025/QH15, Điều 4', `${entries} dòng`],
    office: { parentAgency: office.parentAgency, name: office.name, place: office.place },
    madeOn: today,
    columns: personalColumns,
    isNumbered: false,
    total: null,
    countsLines: false,
    notes: ['Số giấy tờ, điện thoại, địa chỉ của người khác không có trong bản này.', ...unsureNotes(unsure)],
    signers: ['NGƯỜI LẬP', 'THỦ TRƯỞNG ĐƠN VỊ'],
    maker: requirePerson(scope).name,
    receivers: ['- Người yêu cầu;', '- Lưu: VT.'],
  };
}

/** What may be another's is not handed out: the office looks, and hands over what is his. */
function unsureNotes({ cards, feedback, visits }: PersonalData['unsure']): string[] {
  const kinds = [
    ...(cards > 0 ? [`${cards} thẻ ở mục Hỗ trợ số`] : []),
    ...(visits > 0 ? [`${visits} lần thăm nhà`] : []),
    ...(feedback > 0 ? [`${feedback} phản ánh ở mục Phản ánh`] : []),
  ];
  if (kinds.length === 0) return [];
  const found = kinds.join(', ');
  return [`Còn ${found} trùng tên hoặc điện thoại, chưa chắc của người này: không có trong bản này.`];
}
