import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { footNote } from './foot-note.ts';
import { around, documentOf, labelled, plain, ruledTable, type Sheet, sheetOf } from './sheet.ts';
import { codesAndDate, letterhead, pageOfCopy, titleBlock, topMargin } from './sheet-header.ts';
import type { SlipCopy, SlipData, SlipHandover } from './slip-data.ts';
import { blankMoment, dots, dueWords, momentWords, noDueSentence, provisionalSentence } from './wording.ts';

/**
 * Form 05 (06 in TT 03/2025/TT-VPCP), "Phiếu kiểm soát quá trình giải quyết hồ sơ": it travels with the dossier, each
 * giver and taker signs. Layout as in Phú Yên: four blocks on the first page, those to come blank for the pen.
 */
const blocksOnFirstPage = 4;
const blocksOnLaterPages = 6;

export function controlSlip(data: SlipData): TDocumentDefinitions {
  const sheet = sheetOf(data.paper);
  const foot = footNote(sheet, data);
  return {
    ...documentOf(data, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, foot.height],
    header: (page, pages) => topMargin(sheet, data, pageOfCopy(page, pages, data.copies.length)),
    footer: foot.content,
    content: data.copies.map((copy, index) => ({
      stack: copyContent(sheet, data, data.copies.length > 1 ? copy : null),
      ...(index > 0 && { pageBreak: 'before' as const }),
    })),
  };
}

function copyContent(sheet: Sheet, data: SlipData, copy: SlipCopy | null): Content[] {
  return [
    letterhead(sheet, data),
    codesAndDate(sheet, data),
    titleBlock(sheet, data, copy),
    particulars(sheet, data),
    ...pagesOfBlocks(data).map((handovers, index) => ({
      ...blocksTable(sheet, handovers),
      ...(index > 0 ? { pageBreak: 'before' as const } : { margin: around(sheet.mm(1.2)) }),
    })),
  ];
}

function particulars(sheet: Sheet, data: SlipData): Content {
  const { dueAt, receivedAt, provisionalYear } = data.case;
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
      labelled(sheet, 'Kèm theo hồ sơ của', data.applicant.name, { bold: true }),
      labelled(sheet, 'Nội dung', data.procedure.name),
      labelled(sheet, 'Ngày nhận', momentWords(receivedAt)),
      {
        text: [
          'Ngày, giờ hẹn trả kết quả: ',
          dueAt === null ? { text: noDueSentence, italics: true } : { text: dueWords(dueAt), bold: true },
        ],
      },
      ...warning,
      labelled(sheet, 'Cơ quan (bộ phận) giải quyết hồ sơ', data.control?.resolvingUnit),
      labelled(sheet, 'Cơ quan phối hợp giải quyết hồ sơ', data.control?.cooperatingUnit),
    ],
  };
}

const blank: SlipHandover = { giver: null, taker: null, at: null, result: null, note: null };

/** Filled blocks first, then blank ones, whole pages. */
function pagesOfBlocks(data: SlipData): SlipHandover[][] {
  const filled = data.control?.handovers ?? [];
  const wanted = Math.max(filled.length, data.control?.blocks ?? blocksOnFirstPage, 1);
  const pages: SlipHandover[][] = [];
  for (let start = 0; start < wanted; start += pages.length === 1 ? blocksOnFirstPage : blocksOnLaterPages) {
    const size = pages.length === 0 ? blocksOnFirstPage : blocksOnLaterPages;
    pages.push(Array.from({ length: size }, (_, index) => filled[start + index] ?? blank));
  }
  return pages;
}

function blocksTable(sheet: Sheet, handovers: readonly SlipHandover[]): ContentTable {
  const line = sheet.mm(0.2);
  const padding = 2 * sheet.mm(1.4);
  const room = sheet.contentWidth - 6 * line;
  const shares = [0.26, 0.2, 0.2, 0.19, 0.15];
  const heading = (text: string, more: object = {}): TableCell => ({
    text,
    bold: true,
    alignment: 'center',
    ...more,
  });
  const signHeight = sheet.mm(sheet.paper === 'A4' ? 12.5 : 11.5);
  return {
    table: {
      widths: shares.map((share) => room * share - padding),
      heights: (row) => (row === 0 ? 'auto' : row % 2 === 1 ? sheet.mm(5.2) : signHeight),
      headerRows: 1,
      dontBreakRows: true,
      body: [
        [
          heading('TÊN CƠ QUAN'),
          heading('THỜI GIAN GIAO, NHẬN HỒ SƠ', { colSpan: 2 }),
          {},
          heading('', {
            text: [
              'KẾT QUẢ GIẢI QUYẾT HỒ SƠ\n',
              { text: '(Trước hạn/đúng hạn/quá hạn)', bold: false, italics: true },
            ],
          }),
          heading('GHI CHÚ'),
        ],
        ...handovers.flatMap((handover) => blockRows(sheet, handover)),
      ],
    },
    layout: ruledTable(sheet),
    fontSize: sheet.type(8.5),
    lineHeight: 1.04,
  };
}

function blockRows(sheet: Sheet, handover: SlipHandover): TableCell[][] {
  const party = (label: string, name: string | null): TableCell => ({
    text: `${label}: ${plain(name) || dots(8)}`,
  });
  const sign = (who: string): TableCell => ({
    text: [`${who}\n`, { text: '(Ký)', italics: true }],
    alignment: 'center',
    fontSize: sheet.type(8.5),
  });
  const value = (text: string | null): TableCell => ({ text: plain(text), rowSpan: 2, alignment: 'center' });
  return [
    [
      party('1. Giao', handover.giver),
      {
        text: handover.at === null ? blankMoment : momentWords(handover.at),
        colSpan: 2,
        alignment: 'center',
      },
      {},
      value(handover.result),
      value(handover.note),
    ],
    [party('2. Nhận', handover.taker), sign('Người giao'), sign('Người nhận'), {}, {}],
  ];
}
