import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { officeSheet } from './office-head.ts';
import { around, plain, type Sheet } from './sheet.ts';
import type { SlipOffice } from './slip-data.ts';

/** One A4: how another machine of the office comes in. No code and no password stands on it. */
export interface LanPaper {
  office: SlipOffice;
  /** Office time. */
  printedAt: string;
  url: string;
  nameUrl: string;
  /** SHA-256, pairs with colons. */
  fingerprint: string;
  /** Until when the authority holds, as words. */
  until: string;
}

const title = 'Nối máy vào quầy qua mạng nội bộ';

export function lanSheet(data: LanPaper): TDocumentDefinitions {
  return officeSheet({ ...data, title }, (sheet) => ({
    body: [
      {
        columns: [
          { width: '*', stack: addressLines(sheet, data) },
          { width: 'auto', qr: data.url, fit: sheet.mm(27), eccLevel: 'M' },
        ],
        columnGap: sheet.mm(5),
        margin: around(0, sheet.mm(4)),
      },
      ...steps(data).map((text, index) => step(sheet, index + 1, text)),
      {
        text: 'Không vào được: xem máy chủ quầy có đang mở, hai máy có cùng mạng, địa chỉ có đổi (Cài đặt, mục Mạng nội bộ). Mất máy hoặc thôi dùng: bấm Thu hồi ở mục ấy ngay.',
        italics: true,
        fontSize: sheet.type(9),
        margin: around(sheet.mm(4)),
      },
    ],
  }));
}

function addressLines(sheet: Sheet, { url, nameUrl, fingerprint, until }: LanPaper): Content[] {
  const pairs = fingerprint.split(':');
  const line = (from: number) =>
    [0, 4, 8, 12].map((offset) => pairs.slice(from + offset, from + offset + 4).join(' ')).join('    ');
  return [
    { text: 'Địa chỉ', fontSize: sheet.type(9) },
    { text: plain(url), bold: true, fontSize: sheet.type(15) },
    { text: `hoặc ${plain(nameUrl)}`, fontSize: sheet.type(9) },
    {
      text: `Dấu vân tay SHA-256 của chứng thư cơ quan (đến ${until})`,
      fontSize: sheet.type(9),
      margin: around(sheet.mm(3)),
    },
    { text: line(0), bold: true, fontSize: sheet.type(9), preserveLeadingSpaces: true },
    { text: line(16), bold: true, fontSize: sheet.type(9), preserveLeadingSpaces: true },
  ];
}

function steps({ url }: LanPaper): string[] {
  return [
    'Nối máy mới vào cùng mạng với máy chủ quầy, bằng dây hoặc Wi-Fi của cơ quan.',
    'Lấy tệp mot-cua.crt: ở máy chủ, Cài đặt, Mạng nội bộ, Tải chứng thư, chép sang bằng USB. Mở tệp và so dấu vân tay với dãy trên: khác một chữ thì không cài, báo quản trị.',
    'Cài chứng thư. Windows: bấm đúp tệp, Cài đặt chứng chỉ (Install Certificate), Máy cục bộ (Local Machine), đặt vào Tổ chức chứng nhận gốc tin cậy (Trusted Root Certification Authorities). Android: Cài đặt, Bảo mật, Cài chứng chỉ từ bộ nhớ, Chứng chỉ CA.',
    `Mở Chrome hoặc Edge, gõ ${url}. Thanh địa chỉ phải có ổ khóa, không có lời báo nào.`,
    'Ở máy chủ: Cài đặt, Mạng nội bộ, Thêm thiết bị, lấy mã ghép. Gõ mã ở máy mới trong 10 phút, rồi đăng nhập như thường.',
  ];
}

function step(sheet: Sheet, number: number, text: string): Content {
  return {
    columns: [
      { width: sheet.mm(7), text: `${number}.`, bold: true, fontSize: sheet.type(11) },
      { width: '*', text: plain(text) },
    ],
    margin: around(sheet.mm(1.6), sheet.mm(1.6)),
    unbreakable: true,
  };
}
