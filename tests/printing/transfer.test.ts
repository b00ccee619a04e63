import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shapeOfPdf } from '../../electron/printing/page-sizes.ts';
import { transferPicture } from '../../electron/printing/slip-codes.ts';
import type { SlipData } from '../../electron/printing/slip-data.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { looksSigned } from '../../shared/domain/slip-signature.ts';
import { parseVietQr } from '../../shared/domain/vietqr.ts';
import { picturesOfPages, textOfPages } from './poppler.ts';
import { readQrsOn } from './qr-reader.ts';
import { fontsFolder, transferSample, transferSamples, workerFile } from './sample-slip.ts';

let renderer: SlipRenderer;
beforeAll(() => {
  renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
});
afterAll(() => renderer.close());

const laser = 300;
const thermal = 203.2 * 2;
const { acknowledgement, trackingSlip } = transferSamples;

/** The request that most citizens come with: two papers whose names take three lines each. */
const extract = {
  ...acknowledgement,
  papers: {
    kind: 'components' as const,
    rows: [
      {
        name: 'Tờ khai đề nghị cấp bản sao trích lục hộ tịch theo mẫu (cá nhân) hoặc văn bản yêu cầu nêu rõ lý do (cơ quan, tổ chức)',
        originals: 1,
        certifiedCopies: 0,
        photocopies: 0,
      },
      {
        name: 'Giấy tờ tùy thân của người yêu cầu (thẻ căn cước, căn cước điện tử, hộ chiếu hoặc giấy tờ khác có ảnh, còn giá trị) – xuất trình',
        originals: 0,
        certifiedCopies: 0,
        photocopies: 0,
        note: 'xuất trình',
      },
    ],
  },
  request: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
  limitText: 'Trong ngày (nhận trước 15 giờ)',
  due: { ...acknowledgement.due, at: '2025-04-28T17:00' },
};

describe('a fee to transfer', () => {
  it.each<[string, SlipData, { dotsPerInch: number; dots: number }]>([
    ['A5', acknowledgement, { dotsPerInch: laser, dots: 6 }],
    ['A4', { ...acknowledgement, paper: 'A4' }, { dotsPerInch: laser, dots: 8 }],
    ['roll', trackingSlip, { dotsPerInch: thermal, dots: 12 }],
  ])(
    'reads back from the %s, one page, bank and account and holder beside it',
    async (_, data, { dotsPerInch, dots }) => {
      const pdf = await renderer.render(data);
      expect(shapeOfPdf(pdf).pages).toBe(1);
      const [page = ''] = textOfPages(pdf);
      for (const words of [
        'Quét để nộp lệ phí; cán bộ xác nhận khi thấy tiền.',
        'Ngân hàng: Vietcombank',
        'Số tài khoản: 0123456789012',
        'Chủ tài khoản: UBND THI TRAN IT ONG',
        'Số tiền: 10.000 đ. Nội dung: HS 250424000831',
        'mã 4827-1903-6 tại màn hình ở quầy',
      ]) {
        expect(page).toContain(words);
      }
      const [picture] = picturesOfPages(pdf, dotsPerInch);
      if (picture === undefined) throw new Error('No page');
      // On the roll the signed code has modules of the same width.
      const texts = readQrsOn(picture, dots).filter((text) => !looksSigned(text));
      expect(texts).toEqual([transferSample.payload]);
      expect(parseVietQr(texts[0] ?? '')).toEqual({
        bin: '970436',
        account: '0123456789012',
        amountVnd: 10_000,
        purpose: 'HS 250424000831',
      });
    },
  );

  it('leaves the usual slip on one page, and names both of its codes', async () => {
    const pages = textOfPages(await renderer.render(extract));
    expect(pages).toHaveLength(1);
    for (const words of ['17 giờ 00 phút', 'Mã nộp lệ phí', 'Mã tra cứu', 'NGƯỜI TIẾP NHẬN HỒ SƠ'])
      expect(pages[0]).toContain(words);
  });

  it('goes to the next page of a longer slip, rather than the appointment', async () => {
    const rows = [
      ...extract.papers.rows,
      { name: 'Văn bản ủy quyền', originals: 1, certifiedCopies: 0, photocopies: 0 },
    ];
    const pages = textOfPages(await renderer.render({ ...extract, papers: { ...extract.papers, rows } }));
    expect(pages.map((page) => page.includes('17 giờ 00 phút'))).toEqual([true, false]);
    expect(pages.map((page) => page.includes('Mã nộp lệ phí'))).toEqual([false, true]);
  });

  it('keeps the code of the rating off the office’s own copy', async () => {
    const copies = [1, 2].map((number) => ({ number, of: 2, label: `Liên ${number}` }));
    const [first, ...rest] = copies;
    if (first === undefined) throw new Error('No copy');
    const pages = textOfPages(await renderer.render({ ...acknowledgement, copies: [first, ...rest] }));
    expect(pages.map((page) => page.includes('4827-1903-6'))).toEqual([false, true]);
  });

  it('is drawn of nothing but a payload', () => {
    for (const text of ['250424-0008-31', '', transferSample.payload.replace('10000', '90000')]) {
      expect(() => transferPicture(text, 5, 'laser')).toThrow('No payload');
    }
  });
});
