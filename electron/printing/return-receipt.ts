import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { sideBySide } from './data-lines.ts';
import { type Column, listTable } from './list-table.ts';
import { around, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import { blankMoment, momentWords } from './wording.ts';

type Data = SlipDataOf<'returnReceipt'>;

const columns: readonly Column[] = [
  { heading: 'TT', share: 5, alignment: 'center' },
  { heading: 'Loại kết quả', share: 24 },
  { heading: 'Số', share: 28, alignment: 'center' },
  { heading: 'Trích yếu', share: 30 },
];

/** "Giấy biên nhận trả kết quả": what was handed to whom; by post the number to follow it by takes the place of a signature. */
export function returnReceipt(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const { recipient, returner, postal } = data;
  const relation = plain(recipient.relation);
  const taker = relation === '' ? recipient.name : `${plain(recipient.name)} (${relation})`;
  return slipDocument(data, fit, (sheet) => [
    labelled(sheet, 'Tên thủ tục hành chính', data.request),
    labelled(sheet, 'Chủ hồ sơ', data.applicantName, { bold: true }),
    sideBySide(sheet, ['Người trả kết quả', returner.name], ['Số điện thoại', returner.phone]),
    sideBySide(sheet, ['Người nhận kết quả', taker, true], ['Số điện thoại', recipient.phone]),
    labelled(sheet, 'Số CMND/Thẻ căn cước/Hộ chiếu của người nhận', recipient.idNumber),
    { text: 'Thành phần trả gồm:', margin: around(sheet.mm(1), sheet.mm(0.8)) },
    listTable(
      sheet,
      columns,
      data.results.map(({ kind, number, abstract }, index) => [String(index + 1), kind, number, abstract]),
    ),
    {
      unbreakable: true,
      margin: around(sheet.mm(1.4)),
      stack: [
        `Ngày trả kết quả: ${data.returnedAt === null ? blankMoment.join(' ') : momentWords(data.returnedAt)}`,
        ...(postal === null ? [] : byPost(sheet, postal)),
        signatures(sheet, [
          postal === null ? { title: 'NGƯỜI NHẬN KẾT QUẢ', name: recipient.name } : null,
          { title: 'NGƯỜI TRẢ KẾT QUẢ', name: returner.name },
        ]),
      ],
    },
  ]);
}

function byPost(sheet: Sheet, { trackingNo, address }: { trackingNo: string; address: string }): Content[] {
  return [
    'Hình thức trả: qua dịch vụ bưu chính',
    labelled(sheet, 'Số hiệu bưu gửi', trackingNo, { bold: true }),
    labelled(sheet, 'Địa chỉ nhận', address),
  ];
}
