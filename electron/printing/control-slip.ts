import type {
  Content,
  ContentTable,
  ContentText,
  TableCell,
  TableCellProperties,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import { around, type Fit, labelled, plain, roughWidth, ruledTable, type Sheet } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import type { SlipHandover } from './slip-parts.ts';
import {
  blankMoment,
  dateWords,
  dots,
  dueWords,
  hourWords,
  momentWords,
  noDueSentence,
  provisionalSentence,
} from './wording.ts';

/**
 * Form 05 (06 in TT 03/2025/TT-VPCP), "Phiếu kiểm soát quá trình giải quyết hồ sơ": it travels with the dossier, each
 * giver and taker signs. Layout as in Phú Yên: four blocks on the first page, those to come blank for the pen.
 */
const blocksOnFirstPage = 4;
const blocksOnLaterPages = 6;

type Data = SlipDataOf<'controlSlip'>;

export function controlSlip(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  return slipDocument(data, fit, (sheet) => [
    particulars(sheet, data),
    ...pagesOfBlocks(data).map((handovers, index) => ({
      stack: blocksTable(sheet, handovers),
      ...(index > 0 ? { pageBreak: 'before' as const } : { margin: around(sheet.mm(1.2)) }),
    })),
  ]);
}

function particulars(sheet: Sheet, data: Data): Content {
  const { dueAt, receivedAt, provisionalYear } = data;
  const warning: Content[] =
    provisionalYear === null || dueAt === null
      ? []
      : [
          {
            text: [
              { text: 'Lưu ý: ', bold: true },
              { text: provisionalSentence(provisionalYear), italics: true },
            ],
            fontSize: sheet.type(9),
          },
        ];
  return {
    stack: [
      labelled(sheet, 'Kèm theo hồ sơ của', data.applicantName, { bold: true }),
      labelled(sheet, 'Nội dung', data.request),
      labelled(sheet, 'Ngày nhận', momentWords(receivedAt)),
      {
        text: [
          'Ngày, giờ hẹn trả kết quả: ',
          dueAt === null ? { text: noDueSentence, italics: true } : { text: dueWords(dueAt), bold: true },
        ],
      },
      ...warning,
      labelled(sheet, 'Cơ quan (bộ phận) giải quyết hồ sơ', data.resolvingUnit),
      labelled(sheet, 'Cơ quan phối hợp giải quyết hồ sơ', data.cooperatingUnit),
    ],
  };
}

const blank: SlipHandover = { giver: null, taker: null, at: null, result: null, note: null };

/** Filled blocks first, then blank ones, whole pages. */
function pagesOfBlocks(data: Data): SlipHandover[][] {
  const filled = data.handovers;
  const wanted = Math.max(filled.length, data.blocks ?? blocksOnFirstPage, 1);
  const pages: SlipHandover[][] = [];
  for (let start = 0; start < wanted; start += pages.length === 1 ? blocksOnFirstPage : blocksOnLaterPages) {
    const size = pages.length === 0 ? blocksOnFirstPage : blocksOnLaterPages;
    pages.push(Array.from({ length: size }, (_, index) => filled[start + index] ?? blank));
  }
  return pages;
}

/** A heading and blocks that look like one table; each is a table of its own so that no block is cut in two. */
function blocksTable(sheet: Sheet, handovers: readonly SlipHandover[]): Content[] {
  const line = sheet.mm(0.2);
  const padding = 2 * sheet.mm(1.4);
  const room = sheet.contentWidth - 6 * line;
  const widths = [0.25, 0.2, 0.2, 0.21, 0.14].map((share) => room * share - padding);
  const signHeight = sheet.mm(sheet.paper === 'A4' ? 14 : 11);
  const table = (
    body: TableCell[][],
    heights: 'auto' | ((row: number) => number | 'auto'),
  ): ContentTable => ({
    table: { widths, heights, body, dontBreakRows: true },
    layout: ruledTable(sheet),
    fontSize: sheet.type(8.5),
    lineHeight: 1.04,
  });
  const headings = [
    heading(sheet, 'TÊN CƠ QUAN'),
    { ...heading(sheet, 'THỜI GIAN GIAO, NHẬN HỒ SƠ'), colSpan: 2 },
    {},
    heading(sheet, 'KẾT QUẢ GIẢI\nQUYẾT HỒ SƠ', '(Trước hạn/\nđúng hạn/quá hạn)'),
    heading(sheet, 'GHI CHÚ'),
  ];
  return [
    table([headings], 'auto'),
    ...handovers.map((handover) => ({
      ...table(blockRows(sheet, handover, widths[0] ?? 0), (row) => (row === 0 ? 'auto' : signHeight)),
      unbreakable: true,
      margin: around(-line),
    })),
  ];
}

function heading(sheet: Sheet, text: string, below = ''): ContentText & TableCellProperties {
  const small = { text: `\n${below}`, bold: false, italics: true, fontSize: sheet.type(7.5) };
  return {
    text: below === '' ? text : [text, small],
    bold: true,
    alignment: 'center',
    verticalAlignment: 'middle',
  };
}

/** Giver and time above, taker and both signatures below; result and note stand beside both. */
function blockRows(sheet: Sheet, handover: SlipHandover, nameWidth: number): TableCell[][] {
  const em = nameWidth / sheet.type(8.5);
  const party = (label: string, name: string | null): TableCell => ({
    text: `${label}: ${plain(name) || `${dots(em - roughWidth(label) - 0.9)}\n${dots(em)}`}`,
  });
  const sign = (who: string): TableCell => ({
    text: [`${who}\n`, { text: '(Ký)', italics: true }],
    alignment: 'center',
  });
  const value = (text: string | null): TableCell => ({
    text: plain(text),
    rowSpan: 2,
    alignment: 'center',
    verticalAlignment: 'middle',
  });
  const [hour, day] =
    handover.at === null ? blankMoment : [`${hourWords(handover.at)},`, dateWords(handover.at)];
  return [
    [
      party('1. Giao', handover.giver),
      { text: `${hour}\n${day}`, colSpan: 2, alignment: 'center' },
      {},
      value(handover.result),
      value(handover.note),
    ],
    [party('2. Nhận', handover.taker), sign('Người giao'), sign('Người nhận'), {}, {}],
  ];
}
