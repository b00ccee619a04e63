import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { weekdayName } from '../../shared/format.ts';
import { rollDocument, rollRule } from './roll.ts';
import { around, balanced, plain, sheetOf } from './sheet.ts';
import { qrPicture } from './slip-codes.ts';
import type { SlipDataOf } from './slip-data.ts';
import { transferOnRoll } from './transfer.ts';
import {
  capitals,
  dateWords,
  hourWords,
  keepTogether,
  momentWords,
  noDueSentence,
  provisionalSentence,
  ratingLine,
} from './wording.ts';

/**
 * The tracking slip on an 80 mm roll, as long as its content. It names the case, never the person: no name, no ID
 * number, no address, since such slips are lost and thrown away.
 */
type Data = SlipDataOf<'trackingSlip'>;

export function trackingSlip(data: Data): TDocumentDefinitions {
  const width = sheetOf('roll80').contentWidth;
  const { office, codes, receivedAt } = data;
  if (codes === null) throw new Error('A tracking slip tracks a case');
  const { slipCode, signed, caseCode } = codes;
  const notes = data.formText.notes.map(plain).filter((note) => note !== '');
  const hours = keepTogether(plain(office.openingHours));
  const contact: Content[] = [
    ...(office.phone === null ? [] : [{ text: `Điện thoại: ${plain(office.phone)}`, bold: true }]),
    ...(hours === '' ? [] : [balanced(`Giờ làm việc: ${hours}`, width / 10)]),
    ...notes.map((note) => balanced(note, width / 10)),
    ...(data.ratingCode === null
      ? []
      : [{ text: balanced(ratingLine(data.ratingCode), width / 10, true), bold: true, margin: around(3) }]),
  ];
  return rollDocument(data, (sheet) => [
    { text: capitals(office.parentAgency), fontSize: 9.5 },
    { text: balanced(capitals(office.oneStopUnit), width / 10.5, true), fontSize: 10.5, bold: true },
    { text: capitals(data.formText.title), fontSize: 14, bold: true, margin: around(7, 3) },
    { text: balanced(plain(data.request), width / 11), fontSize: 11 },
    // A signed code has more modules: of 0.75 mm each, a head that smears can still print it.
    { ...qrPicture(signed ?? slipCode, signed === null ? 9 : 6, 'thermal'), margin: around(9, 6) },
    { text: slipCode, fontSize: 15, bold: true, characterSpacing: 0.8 },
    { text: `Mã hồ sơ: ${plain(caseCode)}`, fontSize: 10 },
    { text: `Nhận: ${momentWords(receivedAt)}`, fontSize: 10 },
    due(width, data),
    ...(data.transfer === null ? [] : [rollRule(sheet), ...transferOnRoll(sheet, data.transfer)]),
    ...(contact.length === 0 ? [] : [rollRule(sheet), { stack: contact, fontSize: 10 }]),
    { text: `Phiên bản ${codes.version}`, fontSize: 8.5, margin: around(4) },
  ]);
}

/** Framed, so that it is found at arm's length. */
function due(width: number, data: Data): Content {
  const { dueAt, provisionalYear } = data;
  const frame = 1.5;
  const padding = 6;
  const warning: Content[] =
    provisionalYear === null
      ? []
      : [
          {
            text: `Lưu ý: ${provisionalSentence(provisionalYear)}`,
            fontSize: 9,
            italics: true,
            margin: around(2),
          },
        ];
  const lines: Content[] =
    dueAt === null
      ? [{ text: noDueSentence, fontSize: 11, italics: true }]
      : [
          { text: 'HẸN TRẢ KẾT QUẢ', fontSize: 11, bold: true },
          { text: hourWords(dueAt), fontSize: 20, bold: true },
          { text: weekdayName(dueAt), fontSize: 16, bold: true },
          { text: dateWords(dueAt), fontSize: 16, bold: true },
          ...warning,
        ];
  return {
    table: { widths: [width - 2 * (frame + padding)], body: [[{ stack: lines, alignment: 'center' }]] },
    layout: {
      hLineWidth: () => frame,
      vLineWidth: () => frame,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 5,
      paddingBottom: () => 4,
    },
    margin: around(8, 2),
  };
}
