import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { appointmentStrip } from './appointment-strip.ts';
import { contactLines, nameWithChannel, sideBySide } from './data-lines.ts';
import { papersTable } from './papers-table.ts';
import { around, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import type { SlipDue } from './slip-parts.ts';
import { besideTransfer, transferApart } from './transfer.ts';
import {
  capitals,
  dots,
  dueWords,
  listedDueSentence,
  momentWords,
  movedSentence,
  noDueSentence,
  provisionalSentence,
} from './wording.ts';

type Data = SlipDataOf<'acknowledgement'>;

/**
 * Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 01/2018/TT-VPCP Điều 9), A5 or A4. Of a request for certified
 * copies the table has its own columns; of many dossiers at once a list goes with the slip.
 */
export function acknowledgement(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const body = (sheet: Sheet): Content[] => [
    people(sheet, data),
    {
      text: '1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:',
      margin: around(sheet.mm(0.6), sheet.mm(0.7)),
    },
    papersTable(sheet, data.papers),
    { stack: terms(data), unbreakable: true, margin: around(sheet.mm(0.9)) },
    { stack: [...promise(sheet, data, fit), end(sheet, data, fit)], unbreakable: true },
    ...(data.transfer !== null && fit === 'apart' ? [transferApart(sheet, data.transfer)] : []),
  ];
  return slipDocument(data, fit, body, data.transfer === null ? undefined : 'namesCode');
}

function people(sheet: Sheet, data: Data): Content {
  const { applicant } = data;
  const submitter = data.submitter ?? applicant;
  return {
    stack: [
      labelled(sheet, 'Bộ phận tiếp nhận và trả kết quả', data.office.unit),
      sideBySide(
        sheet,
        ['Tiếp nhận hồ sơ của', nameWithChannel(applicant.name, data.channel), true],
        ['Người nộp', submitter.name],
      ),
      ...contactLines(sheet, applicant),
      labelled(sheet, 'Số CMND/Thẻ căn cước/Hộ chiếu', applicant.idNumber),
      labelled(sheet, 'Nội dung yêu cầu giải quyết', data.request),
    ],
  };
}

function terms({ sets, bulk, limitText, receivedAt, hasStageLines }: Data): Content[] {
  const number = String(bulk ?? sets).padStart(2, '0');
  return [
    `2. Số lượng hồ sơ: ${number} ${bulk === null ? '(bộ)' : '(kèm theo danh sách)'}`,
    `3. Thời gian giải quyết hồ sơ theo quy định là: ${plain(limitText) || dots(16)}`,
    `4. Thời gian nhận hồ sơ: ${momentWords(receivedAt)}`,
    ...(hasStageLines ? [`    Thời gian nhận hồ sơ (giai đoạn 2 nếu có): ${dots(18)}`] : []),
  ];
}

/** The due line with what explains it; never apart from the signatures. */
function promise(sheet: Sheet, data: Data, fit: Fit): Content[] {
  const { due, bulk, hasStageLines, returnPlace, feeText, stamp } = data;
  const lines: Content[] = ['5. Thời gian trả kết quả giải quyết hồ sơ:'];
  if (due.at === null || bulk !== null) {
    const sentence = bulk === null ? plain(due.sentence) || noDueSentence : listedDueSentence;
    lines.push({ text: sentence, italics: true, margin: around(sheet.mm(0.5), sheet.mm(0.5)) });
  } else {
    lines.push({ text: dueWords(due.at), bold: true, fontSize: sheet.type(13), alignment: 'center' });
    if (stamp !== null) lines.push(stamped(sheet, stamp));
    // The code of a transfer has the strip's room where room is short.
    lines.push(...reasons(sheet, due, data.transfer === null || fit === 'usual' || fit === 'tight'));
  }
  if (hasStageLines) lines.push(`    Thời gian trả kết quả (giai đoạn 2 nếu có): Sau ${dots(16)}`);
  lines.push(`6. Đăng ký nhận kết quả tại: ${plain(returnPlace) || dots(22)}`);
  if (feeText !== null) lines.push(`7. Phí, lệ phí: ${plain(feeText) || dots(26)}`);
  return lines;
}

/** Why the date is what it is, as far as a citizen needs it. */
function reasons(sheet: Sheet, due: SlipDue, hasStrip: boolean): Content[] {
  const fontSize = sheet.type(9);
  const lines: Content[] = [];
  const strip = hasStrip ? appointmentStrip(sheet, due.trace) : null;
  if (strip !== null) lines.push(strip);
  if (due.ownAt !== null) {
    lines.push({ text: `Trong đó, phần việc tại cơ quan tiếp nhận: đến ${dueWords(due.ownAt)}.`, fontSize });
  }
  if (due.lawfulAt !== null) {
    lines.push({ text: `Thời hạn theo quy định: ${dueWords(due.lawfulAt)}.`, italics: true, fontSize });
  }
  if (due.movedToNextDay) lines.push({ text: movedSentence, italics: true, fontSize });
  if (due.provisionalYear !== null) {
    lines.push({
      text: [
        { text: 'Lưu ý: ', bold: true },
        { text: provisionalSentence(due.provisionalYear), italics: true },
      ],
      fontSize,
    });
  }
  return lines;
}

/** A stamp in black and white: two frames, so that it is not taken for a table. */
function stamped(sheet: Sheet, [above, below]: readonly [string, string]): Content {
  const frame = (content: Content, width: number, lineWidth: number): Content => ({
    table: { widths: [width], body: [[content]] },
    layout: {
      hLineWidth: () => lineWidth,
      vLineWidth: () => lineWidth,
      paddingLeft: () => sheet.mm(0.6),
      paddingRight: () => sheet.mm(0.6),
      paddingTop: () => sheet.mm(0.5),
      paddingBottom: () => sheet.mm(0.5),
    },
  });
  const width = sheet.mm(52);
  const words: Content = {
    alignment: 'center',
    lineHeight: 1,
    stack: [
      { text: capitals(above), fontSize: sheet.type(8.5) },
      { text: capitals(below), bold: true, fontSize: sheet.type(12), characterSpacing: sheet.type(0.4) },
    ],
  };
  const inner = frame(words, width, sheet.mm(0.2));
  return {
    columns: [
      { width: '*', text: '' },
      { width: width + sheet.mm(5), ...stackOf(frame(inner, width + sheet.mm(1.8), sheet.mm(0.5))) },
      { width: '*', text: '' },
    ],
    columnGap: 0,
    margin: around(sheet.mm(1), sheet.mm(1)),
  };
}

function stackOf(content: Content) {
  return { stack: [content] };
}

/** The signatures, and beside them the code of a fee to transfer. */
function end(sheet: Sheet, data: Data, fit: Fit): Content {
  return data.transfer === null || fit === 'apart'
    ? signs(sheet, data)
    : besideTransfer(sheet, data.transfer, fit, (narrow) => signs(narrow, data));
}

/** Online only the receiver signs (practice). */
function signs(sheet: Sheet, data: Data): Content {
  const submitter = { title: 'NGƯỜI NỘP HỒ SƠ', name: data.submitter?.name ?? data.applicant.name };
  return signatures(sheet, [
    data.channel === 'online' ? null : submitter,
    { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: data.clerkName },
  ]);
}
