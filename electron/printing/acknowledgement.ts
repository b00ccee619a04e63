import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { channelLabels } from '../../shared/labels.ts';
import { appointmentStrip } from './appointment-strip.ts';
import { footNote } from './foot-note.ts';
import { papersTable } from './papers-table.ts';
import { around, documentOf, type Fit, labelled, plain, roughWidth, type Sheet, sheetOf } from './sheet.ts';
import { codesAndDate, letterhead, pageOfCopy, titleBlock, topMargin } from './sheet-header.ts';
import type { SlipCopy, SlipData } from './slip-data.ts';
import { dots, dueWords, momentWords, movedSentence, noDueSentence, provisionalSentence } from './wording.ts';

/**
 * Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 01/2018/TT-VPCP Điều 9), A5 or A4: every copy (liên) is a run
 * of pages of its own in one file. Of a request for certified copies the table has its own columns.
 */
export function acknowledgement(data: SlipData, fit: Fit = 'usual'): TDocumentDefinitions {
  const sheet = sheetOf(data.paper, fit);
  const foot = footNote(sheet, data);
  return {
    ...documentOf(data, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, foot.height],
    header: (page, pages) => topMargin(sheet, data, pageOfCopy(page, pages, data.copies.length)),
    footer: foot.content,
    content: data.copies.map((copy, index) => ({
      stack: copyContent(sheet, data, copy),
      ...(index > 0 && { pageBreak: 'before' as const }),
    })),
  };
}

function copyContent(sheet: Sheet, data: SlipData, copy: SlipCopy): Content[] {
  return [
    letterhead(sheet, data),
    codesAndDate(sheet, data),
    titleBlock(sheet, data, copy),
    people(sheet, data),
    {
      text: '1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:',
      margin: around(sheet.mm(0.6), sheet.mm(0.7)),
    },
    papersTable(sheet, data.papers),
    { stack: terms(data), unbreakable: true, margin: around(sheet.mm(0.9)) },
    { stack: [...promise(sheet, data), signatures(sheet, data)], unbreakable: true },
  ];
}

function people(sheet: Sheet, data: SlipData): Content {
  const { applicant, procedure } = data;
  const submitter = data.submitter ?? applicant;
  const channel =
    data.case.channel === 'direct' ? '' : ` (${channelLabels[data.case.channel].toLowerCase()})`;
  const request = [plain(procedure.name), plain(data.case.requestSummary)].filter((part) => part !== '');
  return {
    stack: [
      labelled(sheet, 'Bộ phận tiếp nhận và trả kết quả', data.office.unit),
      sideBySide(
        sheet,
        ['Tiếp nhận hồ sơ của', `${plain(applicant.name)}${channel}`, true],
        ['Người nộp', submitter.name, false],
      ),
      labelled(sheet, 'Địa chỉ', applicant.address),
      sideBySide(sheet, ['Số điện thoại', applicant.phone, false], ['Email', applicant.email, false]),
      labelled(sheet, 'Số CMND/Thẻ căn cước/Hộ chiếu', applicant.idNumber),
      labelled(sheet, 'Nội dung yêu cầu giải quyết', request.join('; ')),
    ],
  };
}

type Field = readonly [label: string, value: string | null, bold: boolean];

/** Two data on one line when both fit, else one below the other. A missing one gets dots up to the right margin. */
function sideBySide(sheet: Sheet, left: Field, right: Field): Content {
  const room = sheet.contentWidth / sheet.type(10);
  const gap = 2;
  const leftWidth =
    left[1] === null || left[1] === ''
      ? room * 0.5
      : roughWidth(`${left[0]}: `) + roughWidth(plain(left[1]), left[2]) + gap;
  const rightText = plain(right[1]);
  const rightWidth = rightText === '' ? room * 0.4 : roughWidth(`${right[0]}: ${rightText}`);
  if (leftWidth + rightWidth > room * 0.97) {
    return {
      stack: [left, right].map(([label, value, bold]) => labelled(sheet, label, value, { bold })),
    };
  }
  const cut = Math.max(leftWidth, room - Math.max(rightWidth * 1.06, room * 0.3)) * sheet.type(10);
  const rightRoom = sheet.contentWidth - cut;
  return {
    columns: [
      { width: cut, ...labelled(sheet, left[0], left[1], { bold: left[2], width: cut }) },
      {
        width: rightRoom,
        alignment: 'right',
        text: `${right[0]}: ${rightText || dots(rightRoom / sheet.type(10) - roughWidth(right[0]) - 0.8)}`,
      },
    ],
    columnGap: 0,
  };
}

function terms(data: SlipData): Content[] {
  const { sets, limitText, receivedAt } = data.case;
  return [
    `2. Số lượng hồ sơ: ${String(sets).padStart(2, '0')} (bộ)`,
    `3. Thời gian giải quyết hồ sơ theo quy định là: ${plain(limitText) || dots(16)}`,
    `4. Thời gian nhận hồ sơ: ${momentWords(receivedAt)}`,
  ];
}

/** The due line with what explains it; never apart from the signatures. */
function promise(sheet: Sheet, data: SlipData): Content[] {
  const { dueAt, trace, provisionalYear, movedToNextDay, returnPlace, feeText } = data.case;
  const small = sheet.type(9);
  const lines: Content[] = ['5. Thời gian trả kết quả giải quyết hồ sơ:'];
  if (dueAt === null) {
    lines.push({ text: noDueSentence, italics: true, margin: around(sheet.mm(0.5), sheet.mm(0.5)) });
  } else {
    lines.push({ text: dueWords(dueAt), bold: true, fontSize: sheet.type(13), alignment: 'center' });
    const strip = appointmentStrip(sheet, trace);
    if (strip !== null) lines.push(strip);
    if (movedToNextDay) lines.push({ text: movedSentence, italics: true, fontSize: small });
    if (provisionalYear !== null) {
      lines.push({
        text: [
          { text: 'Lưu ý: ', bold: true },
          { text: provisionalSentence(provisionalYear), italics: true },
        ],
        fontSize: small,
      });
    }
  }
  lines.push(`6. Đăng ký nhận kết quả tại: ${plain(returnPlace) || dots(22)}`);
  if (feeText !== null) lines.push(`7. Phí, lệ phí: ${plain(feeText) || dots(26)}`);
  return lines;
}

/** Online only the receiver signs (practice). */
function signatures(sheet: Sheet, data: SlipData): Content {
  const width = sheet.contentWidth / 2;
  const block = (title: string, name: string): Column => ({
    width,
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      { text: '(Ký và ghi rõ họ tên)', italics: true, fontSize: sheet.type(9.5) },
      { text: name, bold: true, margin: [sheet.mm(2), sheet.mm(10), sheet.mm(2), 0] },
    ],
  });
  const submitter = plain(data.submitter?.name ?? data.applicant.name);
  return {
    columns: [
      data.case.channel === 'online' ? { width, text: '' } : block('NGƯỜI NỘP HỒ SƠ', submitter),
      block('NGƯỜI TIẾP NHẬN HỒ SƠ', plain(data.clerkName)),
    ],
    columnGap: 0,
    margin: around(sheet.mm(2), sheet.mm(1)),
  };
}
