import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { officeSheet } from './office-head.ts';
import { around, labelled, plain, type Sheet } from './sheet.ts';
import { signatures } from './signatures.ts';
import type { SlipOffice } from './slip-data.ts';
import { dateWords } from './wording.ts';

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
  return officeSheet(data, (sheet) => ({
    before: [
      {
        text: `${plain(data.office.place)}, ${dateWords(data.printedAt)}`,
        italics: true,
        alignment: 'right',
        margin: around(sheet.mm(3)),
      },
    ],
    body: [
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
  }));
}

function paragraph(sheet: Sheet, text: string): Content {
  return {
    text: plain(text),
    alignment: 'justify',
    leadingIndent: sheet.mm(8),
    margin: around(sheet.mm(1.5), sheet.mm(1.5)),
  };
}
