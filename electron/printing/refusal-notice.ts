import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { bodyText, numberedPaper } from './numbered-paper.ts';
import { type Fit, plain } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { returnedPapers } from './stop-notice.ts';
import { caseWords, contactWords, dots, dueWords, momentWords } from './wording.ts';

/** "Phiếu từ chối giải quyết hồ sơ": refusal after appraisal, within the time limit; its drawing is not public. */
export function refusalNotice(data: SlipDataOf<'refusalNotice'>, fit: Fit = 'usual'): TDocumentDefinitions {
  const unit = plain(data.office.unit);
  return numberedPaper(data, fit, (sheet) => [
    bodyText(
      sheet,
      `${unit} đã tiếp nhận hồ sơ của ${data.you} vào ${momentWords(data.receivedAt)}, về việc đề nghị giải quyết: ${caseWords(data)}. Thời gian hẹn trả kết quả là ${data.dueAt === null ? dots(14) : dueWords(data.dueAt)}.`,
    ),
    bodyText(
      sheet,
      `Sau khi thẩm định hồ sơ, ${unit} thông báo từ chối giải quyết hồ sơ này với lý do cụ thể như sau: ${plain(data.reason) || dots(60)}`,
    ),
    ...returnedPapers(sheet, 'Giấy tờ trả lại', data.returned),
    bodyText(
      sheet,
      `Nếu có vướng mắc, ${data.you} liên hệ với ${contactWords(data.contact)} để được hướng dẫn; trường hợp không đồng ý, ${data.you} có quyền khiếu nại, khởi kiện theo quy định của pháp luật.`,
    ),
    bodyText(sheet, `Xin thông báo để ${data.you} được biết và thực hiện./.`),
  ]);
}
