import type {
  Column,
  Content,
  ContentTable,
  ContentText,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import { formatInteger } from '../../shared/domain/ratio.ts';
import { formatDay, formatHour } from '../../shared/format.ts';
import type { ListCell, ListKind } from '../../shared/list-sheet.ts';
import type { ReportColumn, ReportLine, ReportSheet } from '../../shared/report-sheet.ts';
import { officeHead } from './office-head.ts';
import { around, documentOf, plain, ruledTable, type Sheet, sheetOf } from './sheet.ts';
import { letterhead, sampleMark } from './sheet-header.ts';
import type { SlipOffice } from './slip-data.ts';
import { dateWords } from './wording.ts';

/**
 * A report on A4 across in the layout of NĐ 30/2020/NĐ-CP: agency and national name, place and day, title, the table with heads that
 * come again, notes, "Nơi nhận" and signatures; pages numbered at the top from the second.
 */
export interface ReportPaper {
  sheet: ReportSheet;
  office: SlipOffice;
  /** Office time. */
  printedAt: string;
}

/**
 * How the signatures are kept with what they sign: `tight` leaves less between the parts, `together` takes the last line and the total
 * along to their page, `unsigned` ends with the table, to be measured.
 */
export type ReportFit = 'usual' | 'tight' | 'together' | 'unsigned';

export function reportPaper(data: ReportPaper, fit: ReportFit = 'usual'): TDocumentDefinitions {
  const sheet = sheetOf('A4Landscape');
  const apart = fit === 'tight' ? 0.4 : 1;
  const { title, subtitles, form, aside } = data.sheet;
  const head = officeHead('A4Landscape', { ...data, title: data.sheet.name });
  const centred = (text: string, more: Partial<ContentText> = {}): ContentText => ({
    text: plain(text),
    alignment: 'center',
    ...more,
  });
  return {
    ...documentOf(head, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, sheet.marginBottom + 10],
    header: (page) => topMark(sheet, data, page),
    content: [
      letterhead(sheet, head),
      {
        columns: [
          {
            width: sheet.contentWidth * 0.6,
            stack: form.map((text) => ({ text: plain(text) })),
            fontSize: 10,
          },
          {
            width: sheet.contentWidth * 0.4,
            stack: [
              centred(`${plain(data.office.place)}, ${dateWords(data.printedAt)}`, {
                italics: true,
                fontSize: 13,
                margin: around(0, 4),
              }),
              ...aside.map((text) => ({ text: `- ${plain(text)}`, fontSize: 10 })),
            ],
          },
        ],
        columnGap: 0,
        margin: around(6 * apart),
      },
      {
        stack: [
          ...title.map((text) => centred(plain(text).toUpperCase(), { bold: true, fontSize: 13 })),
          ...subtitles.map((text) => centred(text, { italics: true, fontSize: 12 })),
        ],
        margin: around(8 * apart, 6 * apart),
      },
      ...tables(sheet, data.sheet, fit),
      ...(fit === 'unsigned' ? [] : [notes(data.sheet, apart), foot(sheet, data.sheet, 6 * apart)]),
    ],
  };
}

function notes({ notes: lines }: ReportSheet, apart: number): Content {
  return {
    stack: lines.map((text) => ({ text: plain(text) })),
    italics: true,
    fontSize: 9.5,
    margin: around(4 * apart, 6 * apart),
  };
}

function topMark(sheet: Sheet, { office }: ReportPaper, page: number): Content {
  const third = sheet.contentWidth / 3;
  return {
    columns: [
      { width: third, text: '' },
      { width: third, text: page === 1 ? '' : String(page), alignment: 'center', fontSize: 13 },
      sampleMark(office, third),
    ],
    columnGap: 0,
    margin: [sheet.marginLeft, sheet.marginTop - 24, sheet.marginRight, 0],
  };
}

function tables(sheet: Sheet, paper: ReportSheet, fit: ReportFit): Content[] {
  if (fit !== 'together') return [table(sheet, paper)];
  const [first, last] = [paper.lines.slice(0, -1), paper.lines.slice(-1)];
  return [
    table(sheet, { ...paper, lines: first, total: null }),
    { ...table(sheet, { ...paper, lines: last }), pageBreak: 'before' },
  ];
}

function table(sheet: Sheet, { columns, isNumbered, isForPen, lines, total }: ReportSheet): ContentTable {
  const padding = 2.2;
  const room = sheet.contentWidth - 0.6 * (columns.length + 1) - padding * 2 * columns.length;
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const heads = headRows(columns);
  const depth = heads.length;
  if (isNumbered) {
    heads.push(columns.map((_, at) => ({ text: `(${at + 1})`, alignment: 'center', italics: true })));
  }
  const totals: ReportLine[] = total ? [{ isGroup: true, cells: total }] : [];
  return {
    table: {
      widths: columns.map(({ width }) => (room * width) / shares),
      body: [
        ...heads,
        ...[...lines, ...totals].map(({ isGroup, cells }) =>
          columns.map(
            ({ kind }, at): TableCell => ({
              text: cellText(kind, cells[at] ?? null),
              alignment: kind === 'number' && at > 0 ? 'right' : kind === 'text' ? 'left' : 'center',
              bold: isGroup,
            }),
          ),
        ),
      ],
      headerRows: heads.length,
      // A head over several rows does not make them higher: together they hold four lines.
      heights: (row: number) =>
        depth > 1 && row < depth ? (row < depth - 1 ? 13 : 52 - 13 * (depth - 1)) : isForPen ? 21 : 'auto',
      dontBreakRows: true,
      keepWithHeaderRows: 1,
    },
    layout: { ...ruledTable(sheet), paddingLeft: () => padding, paddingRight: () => padding },
    fontSize: columns.length > 14 ? 8.5 : 10,
    lineHeight: 1.05,
  };
}

/** Heads in as many rows as the deepest has; one that stands alone goes down over all of them. */
function headRows(columns: readonly ReportColumn[]): TableCell[][] {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  return Array.from({ length: depth }, (_, level) => {
    const over = (at: number): string | undefined => columns[at]?.path.slice(0, level + 1).join('|');
    return columns.map(({ path }, at): TableCell => {
      const text = path[level];
      if (text === undefined || (at > 0 && over(at) === over(at - 1))) return '';
      const span = columns.slice(at).findIndex((__, next) => over(at + next) !== over(at));
      return {
        text,
        bold: true,
        alignment: 'center',
        // The engine sets a head that begins below the first row and goes over several too low.
        ...(level > 0 && path.length === level + 1 && level + 1 < depth
          ? { margin: around(10) }
          : { verticalAlignment: 'middle' as const }),
        colSpan: span === -1 ? columns.length - at : span,
        rowSpan: path.length === level + 1 ? depth - level : 1,
      };
    });
  });
}

function cellText(kind: ListKind, cell: ListCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatInteger(cell);
  if (kind === 'date') return formatDay(cell);
  if (kind === 'time') return `${formatHour(cell)} ${formatDay(cell)}`;
  // Codes are longer than their column: they may go on after a hyphen or a dot.
  return kind === 'code' ? plain(cell).replaceAll(/(?<=[\d.-])-(?=\d)/g, '-\u200b') : plain(cell);
}

/** Whom it goes to on the left, who made it and who answers for it beside. */
function foot(sheet: Sheet, { receivers, signers, maker, chief = '' }: ReportSheet, above: number): Content {
  const third = sheet.contentWidth / 3;
  const sign = (title: string, below: string, name: string): Column => ({
    width: third,
    alignment: 'center',
    stack: [
      { text: title, bold: true, fontSize: 13 },
      { text: below, italics: true, fontSize: 11 },
      { text: plain(name), bold: true, fontSize: 13, margin: around(sheet.mm(11)) },
    ],
  });
  return {
    unbreakable: true,
    columns: [
      {
        width: third,
        stack: [
          { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
          ...receivers.map((text) => ({ text: plain(text), fontSize: 11 })),
        ],
      },
      sign(signers[0], '(Ký, ghi rõ họ tên)', maker),
      sign(signers[1], '(Ký, ghi rõ họ tên và đóng dấu)', chief),
    ],
    columnGap: 0,
    margin: around(above),
  };
}
