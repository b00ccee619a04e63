import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { answer, contactLines, paragraph } from './data-lines.ts';
import { papersTable } from './papers-table.ts';
import { around, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import { codesAndDate, nationalHead, titleBlock } from './sheet-header.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { framed } from './slip-frame.ts';
import { momentWords } from './wording.ts';

type Data = SlipDataOf<'withdrawalRequest'>;

/** "Đơn đề nghị rút hồ sơ": the citizen's own request, so it bears the national name but no letterhead of an office. */
export function withdrawalRequest(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const { applicant } = data;
  return framed(data, fit, (sheet, copy) => [
    nationalHead(sheet),
    codesAndDate(sheet, data),
    titleBlock(sheet, data, copy),
    addressee(sheet, data),
    labelled(sheet, 'Tôi tên là', applicant.name, { bold: true }),
    labelled(sheet, 'Số CMND/Thẻ căn cước/Hộ chiếu', applicant.idNumber),
    ...contactLines(sheet, applicant),
    paragraph(
      sheet,
      `Tôi đã nộp hồ sơ vào ${momentWords(data.receivedAt)}, về việc: ${plain(data.request)}.`,
    ),
    paragraph(sheet, 'Nay tôi tự nguyện đề nghị được rút hồ sơ nêu trên.'),
    answer(sheet, 'Lý do', data.reason),
    { text: 'Giấy tờ đề nghị trả lại:', margin: around(sheet.mm(1), sheet.mm(0.8)) },
    papersTable(sheet, { kind: 'components', rows: data.rows }),
    {
      unbreakable: true,
      stack: [
        { ...labelled(sheet, 'Phí, lệ phí đã nộp', data.feeText), margin: around(sheet.mm(1)) },
        labelled(sheet, 'Số tiền được trả lại', null),
        'Đã nhận lại đủ giấy tờ ghi trên ngày …… tháng …… năm ………',
        paragraph(sheet, 'Tôi cam đoan đề nghị này là tự nguyện và chịu trách nhiệm về đề nghị của mình./.'),
        signatures(sheet, [null, { title: 'NGƯỜI ĐỀ NGHỊ', name: applicant.name }]),
      ],
    },
  ]);
}

function addressee(sheet: Sheet, data: Data): Content {
  return {
    text: ['Kính gửi: ', { text: plain(data.office.unit), bold: true }],
    alignment: 'center',
    margin: around(0, sheet.mm(1.6)),
  };
}
