import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { around, documentOf, labelled, plain, type Sheet, sheetOf } from './sheet.ts';
import { letterhead, topMargin } from './sheet-header.ts';
import { signatures } from './signatures.ts';
import type { SlipHead, SlipOffice } from './slip-data.ts';
import { capitals, dateWords } from './wording.ts';

/** One A4 for whoever asked about his data: that it came in and by when it is answered, or the answer itself. */
export interface RequestPaper {
  title: string;
  office: SlipOffice;
  /** Office time. */
  printedAt: string;
  addressee: string;
  facts: readonly { label: string; value: string }[];
  paragraphs: readonly string[];
  notes: readonly string[];
  /** Under the first signature stays empty: it is the citizen's. */
  signers: readonly [string, string];
  maker: string;
}

export function requestSheet(data: RequestPaper): TDocumentDefinitions {
  const sheet = sheetOf('A4');
  const head = headOf(data);
  return {
    ...documentOf(head, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, sheet.marginBottom + 10],
    header: (page, of) => topMargin(sheet, head, { number: page, of }),
    content: [
      letterhead(sheet, head),
      {
        text: `${plain(data.office.place)}, ${dateWords(data.printedAt)}`,
        italics: true,
        alignment: 'right',
        margin: around(sheet.mm(3)),
      },
      {
        text: capitals(data.title),
        bold: true,
        fontSize: sheet.type(11.5),
        alignment: 'center',
        margin: around(sheet.mm(5), sheet.mm(4)),
      },
      {
        text: ['Kính gửi: ', { text: plain(data.addressee), bold: true }],
        alignment: 'center',
        margin: around(0, sheet.mm(4)),
      },
      ...data.facts.map(
        ({ label, value }): Content => ({
          ...labelled(sheet, label, value),
          margin: around(0, sheet.mm(1.2)),
        }),
      ),
      ...data.paragraphs.map((text) => paragraph(sheet, text)),
      signatures(sheet, [
        { title: data.signers[0], name: null },
        { title: data.signers[1], name: data.maker },
      ]),
      {
        stack: data.notes.map((text) => ({ text: plain(text), margin: around(0, sheet.mm(0.6)) })),
        italics: true,
        fontSize: sheet.type(9),
        margin: around(sheet.mm(4)),
      },
    ],
  };
}

function paragraph(sheet: Sheet, text: string): Content {
  return {
    text: plain(text),
    alignment: 'justify',
    leadingIndent: sheet.mm(8),
    margin: around(sheet.mm(1.5), sheet.mm(1.5)),
  };
}

function headOf({ office, printedAt, title }: RequestPaper): SlipHead {
  return {
    paper: 'A4',
    office,
    codes: null,
    issuedAt: printedAt,
    copies: [{ number: 1, of: 1, label: '' }],
    reprint: 0,
    ratingCode: null,
    formText: { title, secondTitle: null, formNumberLine: null, legalLine: null, notes: [] },
  };
}
