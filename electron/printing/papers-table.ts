import type { ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { plain, roughWidth, ruledTable, type Sheet } from './sheet.ts';
import type { SlipPapers } from './slip-parts.ts';

/** The list of papers handed in; the heading row comes again on every page and no row is cut in two. */

/** A slip without papers keeps room for the pen. */
const blankRows = 2;

export function papersTable(sheet: Sheet, papers: SlipPapers): ContentTable {
  const { headings, rows } = cellsOf(papers);
  const line = sheet.mm(0.2);
  const padding = 2 * sheet.mm(1.4);
  const size = sheet.type(9.5);
  const nameWidth = (columns: readonly number[]) =>
    sheet.contentWidth -
    sheet.mm(numberColumn + columns.reduce((sum, width) => sum + width, 0)) -
    line * (columns.length + 3) -
    padding;
  // Headings of one line as long as every name has room beside them, else of two lines.
  const usual = headings.map((heading) => heading.wide);
  const fits = rows.every(
    (row) => roughWidth(`${row.name ?? ''} (${row.note})`) * size < nameWidth(usual) * 1.03,
  );
  const columns = fits ? usual : headings.map((heading) => heading.narrow);
  const widths = [
    sheet.mm(numberColumn) - padding,
    nameWidth(columns),
    ...columns.map((column) => sheet.mm(column) - padding),
  ];
  const body: TableCell[][] = [
    ['TT', 'Thành phần hồ sơ', ...headings.map(({ text }) => (fits ? text : inTwoLines(text)))].map(
      (text) => ({ text, bold: true, alignment: 'center', verticalAlignment: 'middle' }),
    ),
    ...rows.map((row, index): TableCell[] => [
      { text: row.name === null ? '' : String(index + 1), alignment: 'center' },
      row.note === ''
        ? { text: row.name ?? ' ' }
        : { text: [row.name ?? '', ' ', { text: `(${row.note})`, italics: true }] },
      ...row.marks.map((mark): TableCell => ({ text: mark, alignment: 'center' })),
    ]),
  ];
  return {
    table: { widths, body, headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1 },
    layout: ruledTable(sheet),
    fontSize: size,
    lineHeight: 1.04,
  };
}

const numberColumn = 8;

function inTwoLines(heading: string): string {
  const words = heading.split(' ');
  const cut = Math.floor(words.length / 2);
  return `${words.slice(0, cut).join(' ')}\n${words.slice(cut).join(' ')}`;
}

interface Heading {
  text: string;
  /** Millimetres on A5 of a column whose heading stands on one line, and on two. */
  wide: number;
  narrow: number;
}

interface Row {
  name: string | null;
  note: string;
  marks: string[];
}

function cellsOf(papers: SlipPapers): { headings: Heading[]; rows: Row[] } {
  if (papers.kind === 'components') {
    return {
      headings: [
        { text: 'Bản chính', wide: 18, narrow: 12 },
        { text: 'Bản chứng thực', wide: 27, narrow: 20 },
        { text: 'Bản photo', wide: 19, narrow: 13 },
      ],
      rows: orBlank(
        papers.rows.map((paper) => ({
          name: plain(paper.name),
          note: plain(paper.note),
          marks: [paper.originals, paper.certifiedCopies, paper.photocopies].map(count),
        })),
      ),
    };
  }
  return {
    headings: [
      { text: 'Số trang', wide: 17, narrow: 12 },
      { text: 'Số bản giấy', wide: 21, narrow: 16 },
      { text: 'Ký bản điện tử', wide: 25, narrow: 16 },
    ],
    rows: orBlank(
      papers.rows.map((paper) => ({
        name: plain(paper.name),
        note: plain(paper.note),
        marks: [count(paper.pages), count(paper.copies), paper.electronic ? 'X' : ''],
      })),
    ),
  };
}

function count(number: number): string {
  return number > 0 ? String(number) : '';
}

function orBlank(rows: Row[]): Row[] {
  return rows.length > 0 ? rows : Array(blankRows).fill({ name: null, note: '', marks: ['', '', ''] });
}
