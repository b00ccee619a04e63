import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { around, documentOf, type Sheet, sheetOf } from './sheet.ts';
import { letterhead, topMargin } from './sheet-header.ts';
import type { SlipHead, SlipOffice } from './slip-data.ts';
import { capitals } from './wording.ts';

/** What a paper of the office that is no slip says of itself. */
interface OfficePaper {
  title: string;
  office: SlipOffice;
  /** Office time. */
  printedAt: string;
}

/** What the parts shared with the slips ask for: one copy, without codes and form number. */
export function officeHead(paper: SlipHead['paper'], { title, office, printedAt }: OfficePaper): SlipHead {
  return {
    paper,
    office,
    codes: null,
    issuedAt: printedAt,
    copies: [{ number: 1, of: 1, label: '' }],
    reprint: 0,
    ratingCode: null,
    formText: { title, secondTitle: null, formNumberLine: null, legalLine: null, notes: [] },
  };
}

/** An upright A4 under the office's letterhead: what stands before its title, the title, and what follows. */
export function officeSheet(
  data: OfficePaper,
  parts: (sheet: Sheet) => { before?: Content[]; body: Content[] },
): TDocumentDefinitions {
  const sheet = sheetOf('A4');
  const head = officeHead('A4', data);
  const { before = [], body } = parts(sheet);
  return {
    ...documentOf(head, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, sheet.marginBottom + 10],
    header: (page, of) => topMargin(sheet, head, { number: page, of }),
    content: [
      letterhead(sheet, head),
      ...before,
      {
        text: capitals(data.title),
        bold: true,
        fontSize: sheet.type(11.5),
        alignment: 'center',
        margin: around(sheet.mm(before.length > 0 ? 5 : 6), sheet.mm(4)),
      },
      ...body,
    ],
  };
}
