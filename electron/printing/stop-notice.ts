import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { bodyText, numberedPaper } from './numbered-paper.ts';
import { type Fit, plain, type Sheet } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { caseWords, contactWords, dateWords, dots, dueWords, momentWords } from './wording.ts';

type Data = SlipDataOf<'stopNotice'>;

/** Form 05 of TT 03/2025/TT-VPCP, "Thông báo dừng giải quyết hồ sơ": the official drawing is not public (forms §6). */
export function stopNotice(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const unit = plain(data.office.unit);
  return numberedPaper(data, fit, (sheet) => {
    const gap = dots(sheet.contentWidth / sheet.type(10) - 1);
    return [
      bodyText(
        sheet,
        `${unit} đã tiếp nhận hồ sơ của ${data.you} vào ${momentWords(data.receivedAt)}, về việc đề nghị giải quyết: ${caseWords(data)}. Thời gian hẹn trả kết quả là ${data.dueAt === null ? dots(14) : dueWords(data.dueAt)}.`,
      ),
      bodyText(
        sheet,
        `${unit} thông báo dừng giải quyết hồ sơ nêu trên kể từ ${data.stoppedAt === null ? dots(12) : dateWords(data.stoppedAt)}, cụ thể như sau:`,
      ),
      item(sheet, '1. Căn cứ dừng', data.ground, gap),
      item(sheet, '2. Lý do', data.reason, gap),
      item(sheet, '3. Giai đoạn hồ sơ đang giải quyết', data.stage, gap),
      item(sheet, '4. Phí, lệ phí đã nộp', data.feeText, gap),
      item(sheet, '5. Số tiền hoàn trả', data.refundText, gap),
      ...returnedPapers(sheet, '6. Giấy tờ trả lại', data.returned),
      bodyText(
        sheet,
        `Nếu cần biết thêm, ${data.you} liên hệ với ${contactWords(data.contact)} để được hướng dẫn./.`,
      ),
    ];
  });
}

function item(sheet: Sheet, label: string, value: string | null, gap: string): Content {
  return bodyText(sheet, `${label}: ${plain(value) || gap}`);
}

/** The papers given back, one a line; null: none was. */
export function returnedPapers(sheet: Sheet, label: string, names: readonly string[] | null): Content[] {
  if (names === null) return [bodyText(sheet, `${label}: không.`)];
  const list = names.map(plain).filter((name) => name !== '');
  if (list.length === 0) return [bodyText(sheet, `${label}: toàn bộ giấy tờ đã nộp.`)];
  return [
    bodyText(sheet, `${label}:`),
    {
      stack: list.map(
        (name, index): Content => ({
          text: `- ${name.replace(/[;.]+$/, '')}${index === list.length - 1 ? '.' : ';'}`,
          alignment: 'justify',
        }),
      ),
      margin: [sheet.mm(9), 0, 0, sheet.mm(1.6)],
    },
  ];
}
