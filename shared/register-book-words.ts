import { type BookLine, type BookMark, formatSerial } from './domain/register-book.ts';
import type { BookColumn, BookColumnName } from './domain/register-book-columns.ts';
import { formatDay, formatPhone } from './format.ts';
import { returnChannelLabels } from './labels.ts';
import type { ListCell, ListColumn, ListKind } from './list-sheet.ts';

/** The register book in words: the same cell on the screen, on paper and in the workbook. */

/** The office's own name stands where no agency outside resolves. */
export type BookOffice = { parentAgency: string };

type Cell = (line: BookLine, office: BookOffice) => ListCell;

const cells: Record<BookColumnName, { kind: ListKind; cell: Cell }> = {
  serial: { kind: 'code', cell: ({ serial }) => formatSerial(serial) },
  caseCode: { kind: 'code', cell: ({ caseCode }) => caseCode },
  procedure: { kind: 'text', cell: ({ procedure }) => procedure },
  // Where nothing was written down, the procedure says what was asked for.
  summary: { kind: 'text', cell: ({ summary, procedure }) => summary || procedure },
  sets: { kind: 'number', cell: ({ sets }) => sets },
  applicant: { kind: 'text', cell: ({ applicant }) => applicant },
  contact: {
    kind: 'text',
    cell: ({ address, phone }) => [address, formatPhone(phone)].filter((part) => part !== '').join(', '),
  },
  address: { kind: 'text', cell: ({ address }) => address },
  phone: { kind: 'code', cell: ({ phone }) => formatPhone(phone) },
  agency: { kind: 'text', cell: ({ agency }, { parentAgency }) => agency ?? parentAgency },
  receivedOn: { kind: 'date', cell: ({ receivedOn }) => receivedOn },
  dueOn: { kind: 'date', cell: ({ dueOn }) => dueOn },
  handedOverOn: { kind: 'date', cell: ({ handedOverOn }) => handedOverOn },
  resultOn: { kind: 'date', cell: ({ resultOn }) => resultOn },
  returnedOn: { kind: 'date', cell: ({ returnedOn }) => returnedOn },
  returnedVia: {
    kind: 'text',
    cell: ({ returnedVia }) => (returnedVia === null ? '' : returnChannelLabels[returnedVia]),
  },
  givenBy: { kind: 'text', cell: ({ givenBy }) => givenBy },
  takenBy: { kind: 'text', cell: ({ takenBy }) => takenBy },
  // For the pen.
  signature: { kind: 'text', cell: () => '' },
  receivedBy: { kind: 'text', cell: ({ receivedBy }) => receivedBy },
  // Assumed: an address begins with the neighbourhood.
  area: { kind: 'text', cell: ({ address }) => address.split(',')[0]?.trim() ?? '' },
  note: { kind: 'text', cell: ({ marks }) => marks.map(markWords).join('; ') },
};

export function bookKind(name: BookColumnName): ListKind {
  return cells[name].kind;
}

/** What a workbook is given: days stay days. */
export function bookCell(line: BookLine, name: BookColumnName, office: BookOffice): ListCell {
  return cells[name].cell(line, office);
}

/** What the eye is given. */
export function bookText(line: BookLine, name: BookColumnName, office: BookOffice): string {
  const value = bookCell(line, name, office);
  if (value === null) return '';
  return cells[name].kind === 'date' ? formatDay(String(value)) : String(value);
}

export function bookListColumn({ name, group, head, width }: BookColumn): ListColumn {
  return { head: group === '' ? head : `${group}: ${head}`, width, kind: bookKind(name) };
}

export function markWords(mark: BookMark): string {
  switch (mark.kind) {
    case 'notAccepted':
      return 'Chưa tiếp nhận';
    case 'refused':
      return 'Từ chối giải quyết';
    case 'rejected':
      return withReason(`Không tiếp nhận ngày ${formatDay(mark.on)}`, mark.reason);
    case 'withdrawn':
      return withReason(`Rút hồ sơ ngày ${formatDay(mark.on)}`, mark.reason);
    case 'stopped':
      return withReason(`Dừng giải quyết ngày ${formatDay(mark.on)}`, mark.reason);
    case 'extended':
      return `Hẹn lại, ngày hẹn trước ${formatDay(mark.from)}`;
    case 'corrected':
      return `Đã sửa lần ${mark.times}`;
    case 'imported':
      return 'Nạp từ sổ cũ';
  }
}

const withReason = (words: string, reason: string): string => (reason === '' ? words : `${words}: ${reason}`);

/** What each field of a line is called where two lines are compared. */
export const bookFieldLabels: Record<keyof BookLine, string> = {
  serial: 'Số thứ tự',
  volume: 'Quyển số',
  caseCode: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  summary: 'Nội dung',
  sets: 'Số bộ',
  applicant: 'Chủ hồ sơ',
  address: 'Địa chỉ',
  phone: 'Số điện thoại',
  agency: 'Cơ quan giải quyết',
  receivedOn: 'Ngày nhận',
  dueOn: 'Ngày hẹn trả',
  handedOverOn: 'Ngày chuyển',
  resultOn: 'Ngày có kết quả',
  returnedOn: 'Ngày trả',
  returnedVia: 'Phương thức trả',
  receivedBy: 'Người nhận hồ sơ',
  givenBy: 'Bên giao',
  takenBy: 'Bên nhận',
  marks: 'Ghi chú',
};

/** A field of a line in words. */
export function bookFieldText(line: BookLine, field: keyof BookLine, office: BookOffice): string {
  if (field === 'marks') return bookText(line, 'note', office);
  if (field === 'volume') return String(line.volume);
  return bookText(line, field, office);
}
