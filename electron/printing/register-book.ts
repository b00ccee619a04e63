import type {
  Content,
  ContentSection,
  ContentText,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import { formatInteger } from '../../shared/domain/ratio.ts';
import { type BookColumn, bookHeads } from '../../shared/domain/register-book-columns.ts';
import { formatDay, formatHour } from '../../shared/format.ts';
import { bookKind } from '../../shared/register-book-words.ts';
import { officeHead } from './office-head.ts';
import { around, documentOf, plain, ruledTable, type Sheet, sheetOf } from './sheet.ts';
import { letterhead, sampleMark } from './sheet-header.ts';
import { signatures } from './signatures.ts';
import type { OfficeTime, SlipHead, SlipOffice } from './slip-data.ts';
import { dateWords, dots } from './wording.ts';

/**
 * The register book on A4 across (TT 01/2018/TT-VPCP Điều 10.2): a cover page, then its lines under heads that come again,
 * pages numbered n/N with their serials, no line left blank, and a last page that counts pages and serials for the head of the unit
 * to sign.
 */
export interface BookPaper {
  office: SlipOffice;
  year: number;
  volume: number;
  /** A thick volume is printed in parts. */
  part: { number: number; of: number } | null;
  columns: readonly BookColumn[];
  /** Cells in the order of the columns; the first is the serial. */
  rows: readonly (readonly string[])[];
  printedAt: OfficeTime;
  /** Null while the year goes on. */
  closing: { closedAt: OfficeTime; closedBy: string; hash: string } | null;
}

/** The first cell of a line; the layout engine notes on it where it came to stand. */
type SerialCell = ContentText & { text: string; id: string; positions?: { pageNumber: number }[] };

const title = 'SỔ THEO DÕI HỒ SƠ';

export function registerBook(data: BookPaper): TDocumentDefinitions {
  const sheet = sheetOf('A4Landscape');
  const named = `Sổ theo dõi hồ sơ năm ${data.year}, quyển số ${data.volume}`;
  const head = officeHead('A4Landscape', { ...data, title: named });
  // Only a text with an id is noted down again when its row moves to the next page.
  const serials = data.rows.map(
    ([serial = '']): SerialCell => ({ text: serial, id: `line-${serial}`, alignment: 'center' }),
  );
  return {
    ...documentOf(head, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, sheet.marginBottom + 10],
    header: (page, pages) => pageMark(sheet, data, page, pages),
    footer: (page, pages) => serialRange(sheet, serials, page, pages),
    content: [
      ...cover(sheet, data, head),
      { ...linesTable(sheet, data, serials), pageBreak: 'before' },
      afterLastLine(sheet),
      closingPage(sheet, data),
    ],
  };
}

function pageMark(sheet: Sheet, data: BookPaper, page: number, pages: number): Content {
  const third = sheet.contentWidth / 3;
  const line: Content = {
    columns: [
      { width: third, text: page === 1 ? '' : `Năm ${data.year}, quyển số ${data.volume}` },
      { width: third, text: page === 1 ? '' : `Trang ${page}/${pages}`, alignment: 'center' },
      sampleMark(data.office, third),
    ],
    columnGap: 0,
    fontSize: sheet.type(8.5),
    margin: [sheet.marginLeft, sheet.marginTop - 22, sheet.marginRight, 0],
  };
  return line;
}

/** Room for the title and the count of pages above the closing page's own lines. */
const closingHead = 74;

function pageCount(sheet: Sheet, { rows }: BookPaper, pages: number): Content {
  const bold = (text: string) => ({ text, bold: true });
  const [first = '', last = ''] = [rows[0]?.[0], rows.at(-1)?.[0]];
  return {
    margin: [sheet.marginLeft, 16, sheet.marginRight, 0],
    stack: [
      { ...bold('PHẦN XÁC NHẬN KHÓA SỔ'), alignment: 'center', fontSize: sheet.type(12) },
      {
        text: [
          'Sổ này có ',
          bold(formatInteger(pages)),
          ` trang, đánh số từ trang 01 đến trang ${String(pages).padStart(2, '0')}; ghi `,
          bold(formatInteger(rows.length)),
          ' hồ sơ, từ số ',
          bold(first),
          ' đến số ',
          bold(last),
          '.',
        ],
        fontSize: sheet.type(10),
        margin: around(10),
      },
    ],
  };
}

/** "Số 01 – 24", from where the layout put the lines. */
function serialRange(
  sheet: Sheet,
  serials: readonly SerialCell[],
  page: number,
  pages: number,
): Content | null {
  if (page === 1 || page === pages) return null;
  const here = serials.filter(({ positions }) => positions?.[0]?.pageNumber === page);
  const [first, last] = [here[0], here.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    text: first === last ? `Số ${first.text}` : `Số ${first.text} – ${last.text}`,
    alignment: 'right',
    fontSize: sheet.type(8.5),
    margin: [sheet.marginLeft, 4, sheet.marginRight, 0],
  };
}

function cover(sheet: Sheet, data: BookPaper, head: SlipHead): Content[] {
  const { year, volume, part, rows, closing } = data;
  const line = (text: string, bold = false): Content => ({
    text,
    bold,
    alignment: 'center',
    margin: around(6),
  });
  return [
    letterhead(sheet, head),
    { text: title, bold: true, fontSize: sheet.type(20), alignment: 'center', margin: around(sheet.mm(32)) },
    line(`Năm ${year}`, true),
    line(`Quyển số: ${volume}`, true),
    ...(part ? [line(`Tập ${part.number}/${part.of}`)] : []),
    line(`Từ số ${rows[0]?.[0] ?? ''} đến số ${rows.at(-1)?.[0] ?? ''}`),
    line(
      closing
        ? `Khóa sổ lúc ${formatHour(closing.closedAt)} ngày ${formatDay(closing.closedAt)}`
        : `Sổ chưa khóa, in lúc ${formatHour(data.printedAt)} ngày ${formatDay(data.printedAt)}`,
    ),
  ];
}

function linesTable(sheet: Sheet, { columns, rows }: BookPaper, serials: readonly SerialCell[]) {
  const layout = ruledTable(sheet);
  const padding = 1.6;
  const room = sheet.contentWidth - 0.6 * (columns.length + 1) - padding * 2 * columns.length;
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const alignments = columns.map(({ name }) => {
    const kind = bookKind(name);
    return kind === 'date' || kind === 'number' || kind === 'code' ? 'center' : 'left';
  });
  const body: TableCell[][] = [
    ...headRows(columns),
    columns.map((_, index) => ({ text: `(${index + 1})`, alignment: 'center', italics: true })),
    ...rows.map((row, at) =>
      row.map(
        (text, index): TableCell =>
          index === 0
            ? (serials[at] ?? '')
            : { text: breakable(plain(text)) || '\u00a0', alignment: alignments[index] ?? 'left' },
      ),
    ),
  ];
  return {
    table: {
      widths: columns.map(({ width }) => (room * width) / shares),
      body,
      headerRows: 3,
      // Room for a head of four lines that stands over both rows.
      heights: (row: number) => (row === 0 ? 11 : row === 1 ? 29 : 'auto'),
      dontBreakRows: true,
      keepWithHeaderRows: 1,
    },
    layout: { ...layout, paddingLeft: () => padding, paddingRight: () => padding },
    fontSize: 8,
    lineHeight: 1.05,
  };
}

/** Codes are longer than their column: they may go on after a hyphen or a dot. */
function breakable(text: string): string {
  return text.replaceAll(/(?<=[\d.-])-(?=\d)/g, '-\u200b');
}

function headRows(columns: readonly BookColumn[]): TableCell[][] {
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  const head = (text: string) =>
    ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle' }) as const;
  for (const { group, columns: members } of bookHeads(columns)) {
    if (group === '') {
      upper.push({ ...head(members[0]?.head ?? ''), rowSpan: 2 });
      lower.push('');
      continue;
    }
    upper.push({ ...head(group), colSpan: members.length }, ...members.slice(1).map(() => ''));
    lower.push(...members.map((member) => head(member.head)));
  }
  return [upper, lower];
}

/** No line stays blank: what is left of the page is struck out. */
function afterLastLine(sheet: Sheet): Content {
  return {
    text: '――― Hết sổ, phần còn lại của trang gạch bỏ ―――',
    italics: true,
    alignment: 'center',
    fontSize: 8,
    margin: around(sheet.mm(2)),
  };
}

/** What counts the pages stands in the top margin, which alone is drawn once they are known. */
function closingPage(sheet: Sheet, data: BookPaper): ContentSection {
  const { closing, office } = data;
  const { marginLeft, marginTop, marginRight, marginBottom } = sheet;
  return {
    section: [
      {
        stack: [
          closing
            ? `Khóa sổ lúc ${formatHour(closing.closedAt)} ngày ${formatDay(closing.closedAt)}, người khóa sổ: ${plain(closing.closedBy)}.`
            : 'Sổ chưa khóa; bản in này để theo dõi.',
          ...(closing ? [`Mã kiểm tra nội dung (SHA-256): ${closing.hash}`] : []),
          'Đóng dấu giáp lai từ trang đầu đến trang cuối; không để dòng trống (Thông tư 01/2018/TT-VPCP, Điều 10).',
          {
            text: `${plain(office.place)}, ${closing ? dateWords(closing.closedAt) : `ngày ${dots(3)} tháng ${dots(3)} năm ${dots(4)}`}`,
            italics: true,
            alignment: 'right',
            margin: [0, sheet.mm(4), sheet.mm(16), 0],
          },
        ],
        lineHeight: 1.35,
      },
      signatures(sheet, [
        { title: 'NGƯỜI GIỮ SỔ', name: null },
        { title: 'THỦ TRƯỞNG ĐƠN VỊ', name: null, below: '(Ký, ghi rõ họ tên và đóng dấu)' },
      ]),
    ],
    pageMargins: [marginLeft, marginTop + closingHead, marginRight, marginBottom],
    header: (page, pages) => ({
      stack: [pageMark(sheet, data, page, pages), pageCount(sheet, data, pages)],
    }),
  };
}
