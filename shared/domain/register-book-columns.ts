import { z } from 'zod';
import { requiredText, textField } from './person.ts';

/** Which columns the book shows, in which order, how wide and under which words: a ward's setting with dates in force. */

export const bookColumnNames = [
  'serial',
  'caseCode',
  'procedure',
  'summary',
  'sets',
  'applicant',
  'contact',
  'address',
  'phone',
  'agency',
  'receivedOn',
  'dueOn',
  'handedOverOn',
  'resultOn',
  'returnedOn',
  'returnedVia',
  'givenBy',
  'takenBy',
  'signature',
  'receivedBy',
  'area',
  'note',
] as const;
export type BookColumnName = (typeof bookColumnNames)[number];

const bookColumnSchema = z.object({
  name: z.enum(bookColumnNames),
  /** Head over this column and its neighbours of the same group: "Ngày, tháng, năm"; empty: none. */
  group: textField(60).default(''),
  head: requiredText(80),
  /** In characters; on paper its part of the sheet. */
  width: z.int().min(3).max(60),
  shown: z.boolean().default(true),
});
export type BookColumn = z.infer<typeof bookColumnSchema>;

/** Every column once, the serial first and always shown. */
export const bookSchema = z.object({
  columns: z
    .array(bookColumnSchema)
    .min(1)
    .max(bookColumnNames.length)
    .refine((columns) => new Set(columns.map(({ name }) => name)).size === columns.length, {
      error: 'choice',
    })
    .refine(([first]) => first?.name === 'serial' && first.shown, { error: 'choice' }),
});

const days = 'Ngày, tháng, năm';
const back = 'Trả kết quả';

/** Heads and widths as the sets below have them; those of no set stand ready, switched off. */
const known: Record<BookColumnName, Omit<BookColumn, 'name' | 'shown'>> = {
  serial: { group: '', head: 'TT', width: 5 },
  caseCode: { group: '', head: 'Mã hồ sơ', width: 12 },
  procedure: { group: '', head: 'Tên thủ tục hành chính', width: 24 },
  summary: { group: '', head: 'Nội dung hồ sơ', width: 24 },
  sets: { group: '', head: 'Số lượng hồ sơ (bộ)', width: 6 },
  applicant: { group: '', head: 'Tên cá nhân, tổ chức', width: 17 },
  contact: { group: '', head: 'Địa chỉ, số điện thoại', width: 20 },
  address: { group: '', head: 'Địa chỉ', width: 20 },
  phone: { group: '', head: 'Số điện thoại', width: 12 },
  agency: { group: '', head: 'Cơ quan chủ trì giải quyết', width: 16 },
  receivedOn: { group: days, head: 'Nhận hồ sơ', width: 11 },
  dueOn: { group: days, head: 'Hẹn trả kết quả', width: 11 },
  handedOverOn: { group: days, head: 'Chuyển hồ sơ đến cơ quan giải quyết', width: 11 },
  resultOn: { group: days, head: 'Nhận kết quả từ cơ quan giải quyết', width: 11 },
  returnedOn: { group: back, head: 'Ngày, tháng, năm', width: 11 },
  returnedVia: { group: back, head: 'Phương thức nhận kết quả', width: 10 },
  givenBy: { group: back, head: 'Bên giao', width: 15 },
  takenBy: { group: back, head: 'Bên nhận', width: 15 },
  signature: { group: back, head: 'Ký nhận', width: 10 },
  receivedBy: { group: '', head: 'Người nhận hồ sơ', width: 15 },
  area: { group: '', head: 'Địa bàn', width: 12 },
  note: { group: '', head: 'Ghi chú', width: 16 },
};

type Words = Partial<Record<BookColumnName, Partial<Omit<BookColumn, 'name'>>>>;

/** The columns named, as shown; all others after them, switched off. */
function setOf(shown: readonly BookColumnName[], words: Words = {}): BookColumn[] {
  const rest = bookColumnNames.filter((name) => !shown.includes(name));
  return [
    ...shown.map((name) => ({ name, ...known[name], shown: true, ...words[name] })),
    ...rest.map((name) => ({ name, ...known[name], shown: false })),
  ];
}

/** Assumed: the official set, a superset of practice; Thanh Hóa's is in use. Its third day is the citizen's own. */
export const bookSets: Record<'official' | 'thanhHoa', BookColumn[]> = {
  official: setOf([
    'serial',
    'caseCode',
    'procedure',
    'sets',
    'applicant',
    'contact',
    'agency',
    'receivedOn',
    'dueOn',
    'handedOverOn',
    'resultOn',
    'returnedOn',
    'returnedVia',
    'signature',
    'note',
  ]),
  thanhHoa: setOf(
    [
      'serial',
      'caseCode',
      'summary',
      'sets',
      'applicant',
      'address',
      'phone',
      'receivedOn',
      'dueOn',
      'returnedOn',
      'givenBy',
      'takenBy',
      'note',
    ],
    {
      serial: { head: 'STT' },
      sets: { head: 'Số lượng (bộ)' },
      applicant: { head: 'Họ tên chủ hồ sơ' },
      returnedOn: { group: days, head: 'Ngày nhận kết quả' },
    },
  ),
};

/** Neighbours under one head: the cells of the upper row of the table's head. */
export function bookHeads(columns: readonly BookColumn[]): { group: string; columns: BookColumn[] }[] {
  const heads: { group: string; columns: BookColumn[] }[] = [];
  for (const column of columns) {
    const last = heads.at(-1);
    if (last && column.group !== '' && last.group === column.group) last.columns.push(column);
    else heads.push({ group: column.group, columns: [column] });
  }
  return heads;
}
