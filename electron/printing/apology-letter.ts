import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { bodyText, numberedPaper } from './numbered-paper.ts';
import { type Fit, plain } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { caseWords, dots, dueWords, momentWords } from './wording.ts';

/**
 * Form 04, "Phiếu xin lỗi và hẹn lại ngày trả kết quả" (TT 01/2018/TT-VPCP Điều 9), which TT 03/2025/TT-VPCP calls
 * "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết". The head of the agency that is late signs it.
 */
export function apologyLetter(data: SlipDataOf<'apologyLetter'>, fit: Fit = 'usual'): TDocumentDefinitions {
  const unit = plain(data.office.unit);
  const { you } = data;
  return numberedPaper(data, fit, (sheet) => {
    const gap = dots(sheet.contentWidth / sheet.type(10) - 1);
    return [
      bodyText(
        sheet,
        `${unit} đã tiếp nhận hồ sơ của ${you} vào ${momentWords(data.receivedAt)}, về việc đề nghị giải quyết: ${caseWords(data)}. Thời gian hẹn trả kết quả là ${data.dueAt === null ? dots(14) : dueWords(data.dueAt)}.`,
      ),
      bodyText(
        sheet,
        `Tuy nhiên, ${unit} chưa có kết quả trả cho ${you} đúng thời gian quy định. Lý do: ${plain(data.reason) || gap}`,
      ),
      bodyText(sheet, `${unit} chân thành xin lỗi ${you} vì sự chậm trễ này.`),
      bodyText(sheet, [
        'Thời gian hẹn trả kết quả lại: ',
        { text: data.newDueAt === null ? dots(16) : dueWords(data.newDueAt), bold: true },
        `, tại ${plain(data.returnPlace) || dots(14)}.`,
      ]),
      bodyText(sheet, `Rất mong nhận được sự thông cảm của ${you}./.`),
    ];
  });
}
