import type { ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { plain, ruledTable, type Sheet } from './sheet.ts';
import type { SlipPapers } from './slip-data.ts';

/** The list of papers handed in; the heading row comes again on every page and no row is cut in two. */

/** A slip without papers keeps room for the pen. */
const blankRows = 2;

export function papersTable(sheet: Sheet, papers: SlipPapers): ContentTable {
  const { headings, columns, rows } = cellsOf(papers);
  const fixed = [sheet.mm(8), ...columns.map((millimetres) => sheet.mm(millimetres))];
  const line = sheet.mm(0.2);
  const padding = 2 * sheet.mm(1.4);
  const nameWidth =
    sheet.contentWidth - fixed.reduce((sum, width) => sum + width, 0) - line * (fixed.length + 2) - padding;
  const widths = [fixed[0] ?? 0, nameWidth + padding, ...fixed.slice(1)].map((width) => width - padding);
  const body: TableCell[][] = [
    ['TT', 'Thành phần hồ sơ', ...headings].map((text) => ({ text, bold: true, alignment: 'center' })),
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
    fontSize: sheet.type(9.5),
    lineHeight: 1.04,
  };
}

interface Row {
  name: string | null;
  note: string;
  marks: string[];
}

/** Columns in millimetres on A5, after the name. */
function cellsOf(papers: SlipPapers): { headings: string[]; columns: number[]; rows: Row[] } {
  if (papers.kind === 'components') {
    return {
      headings: ['Bản chính', 'Bản chứng thực', 'Bản photo'],
      columns: [18, 27, 19],
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
    headings: ['Số trang', 'Số bản giấy', 'Ký bản điện tử'],
    columns: [17, 21, 25],
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
