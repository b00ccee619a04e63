import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { answer, contactLines, nameWithChannel, paragraph } from './data-lines.ts';
import { markOf } from './numbered-paper.ts';
import { papersTable } from './papers-table.ts';
import { around, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import { contactWords, dateWords, dots } from './wording.ts';

type Data = SlipDataOf<'supplementSlip'>;

/**
 * Form 02, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (TT 01/2018/TT-VPCP Điều 9): everything that is missing at once,
 * for it is asked for once only, and the last day to complete it.
 */
export function supplementSlip(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  return slipDocument(data, fit, (sheet) => [
    number(sheet, data),
    {
      text: [
        `${plain(data.office.unit)}: Tiếp nhận hồ sơ/yêu cầu của Ông/Bà: `,
        { text: nameWithChannel(data.applicant.name, data.channel), bold: true },
      ],
    },
    labelled(sheet, 'Nội dung yêu cầu giải quyết', data.request),
    ...contactLines(sheet, data.applicant),
    {
      text: 'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
      margin: around(sheet.mm(0.8), sheet.mm(0.8)),
    },
    papersTable(sheet, { kind: 'components', rows: data.rows }),
    answer(sheet, 'Lý do', data.reason),
    lastDay(sheet, data),
    {
      unbreakable: true,
      stack: [
        paragraph(
          sheet,
          `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ${contactWords(data.contact)} để được hướng dẫn./.`,
        ),
        signatures(sheet, [null, { title: 'NGƯỜI HƯỚNG DẪN', name: data.contact.name }]),
      ],
    },
  ]);
}

function number(sheet: Sheet, { numberMark }: Data): Content {
  return {
    text: `Số: ${dots(4)}${markOf(numberMark)}`,
    alignment: 'center',
    margin: around(0, sheet.mm(1.4)),
  };
}

/** Framed: after this day the case may be stopped. */
function lastDay(sheet: Sheet, { lastDayOn }: Data): Content {
  const padding = sheet.mm(1.4);
  const line = sheet.mm(0.35);
  return {
    table: {
      widths: [sheet.contentWidth - 2 * (padding + line)],
      body: [
        [
          {
            text: [
              'Hạn cuối hoàn thiện hồ sơ: ',
              { text: lastDayOn === null ? dots(16) : `hết ${dateWords(lastDayOn)}`, bold: true },
              '. Quá hạn này mà chưa hoàn thiện, cơ quan có thể dừng giải quyết hồ sơ.',
            ],
            alignment: 'center',
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => line,
      vLineWidth: () => line,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => padding,
      paddingBottom: () => padding,
    },
    margin: around(sheet.mm(1.6), sheet.mm(0.6)),
  };
}
