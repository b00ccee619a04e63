import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { answer, contactLines, nameWithChannel, paragraph } from './data-lines.ts';
import { type Fit, labelled, plain } from './sheet.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import { contactWords, momentWords } from './wording.ts';

type Data = SlipDataOf<'rejectionSlip'>;

/**
 * Form 03, "Phiếu từ chối tiếp nhận giải quyết hồ sơ" (TT 01/2018/TT-VPCP Điều 9). What did not come in person says when
 * it came and whose it is; nobody but the receiver signs it then.
 */
export function rejectionSlip(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const { applicant, channel } = data;
  const isInPerson = channel === 'direct';
  return slipDocument(data, fit, (sheet) => [
    labelled(sheet, 'Tiếp nhận hồ sơ của', nameWithChannel(applicant.name, channel), { bold: true }),
    ...contactLines(sheet, applicant),
    ...(isInPerson
      ? []
      : [
          labelled(sheet, 'Số CMND/Thẻ căn cước/Hộ chiếu', applicant.idNumber),
          labelled(sheet, 'Thời gian nộp', momentWords(data.submittedAt)),
        ]),
    labelled(sheet, 'Nội dung yêu cầu giải quyết', data.request),
    answer(
      sheet,
      `Qua xem xét, ${plain(data.office.unit)} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau`,
      data.reason,
      4,
    ),
    {
      unbreakable: true,
      stack: [
        ...(data.papersReturned
          ? [paragraph(sheet, 'Toàn bộ giấy tờ trong hồ sơ đã được trả lại cho Ông/Bà.')]
          : []),
        paragraph(
          sheet,
          `Nếu có vướng mắc, Ông/Bà liên hệ với ${contactWords(data.contact)} để được hướng dẫn.`,
        ),
        paragraph(sheet, 'Xin thông báo cho Ông/Bà được biết và thực hiện./.'),
        signatures(sheet, [
          isInPerson ? { title: 'NGƯỜI NỘP HỒ SƠ', name: applicant.name } : null,
          { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: data.clerkName },
        ]),
      ],
    },
  ]);
}
