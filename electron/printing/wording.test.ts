import { expect, it } from 'vitest';
import { paperSizes, points, shapeOfPdf } from './page-sizes.ts';
import { capitals, dateWords, dots, dueWords, enquiryLine, momentWords } from './wording.ts';

it('writes dates as NĐ 30/2020/NĐ-CP asks: a 0 before days below 10 and months 1 and 2', () => {
  expect(dateWords('2025-02-05')).toBe('ngày 05 tháng 02 năm 2025');
  expect(dateWords('2025-03-05')).toBe('ngày 05 tháng 3 năm 2025');
  expect(dateWords('2025-12-31')).toBe('ngày 31 tháng 12 năm 2025');
  expect(momentWords('2025-04-24T09:15')).toBe('09 giờ 15 phút, ngày 24 tháng 4 năm 2025');
  expect(dueWords('2025-04-28T09:15')).toBe('09 giờ 15 phút, Thứ Hai, ngày 28 tháng 4 năm 2025');
});

it('writes capitals, dots and the enquiry line', () => {
  expect(capitals('thị trấn Ít Ong')).toBe('THỊ TRẤN ÍT ONG');
  expect(dots(-4)).toBe('………');
  const office = { parentAgency: '', oneStopUnit: '', unit: '', place: '', isSample: false };
  expect(enquiryLine({ ...office, phone: null, openingHours: null })).toBe('');
  expect(enquiryLine({ ...office, phone: '0900 000 100', openingHours: null })).toBe(
    'Hỏi thêm: 0900\u00a0000\u00a0100.',
  );
});

it('knows papers in points and finds no page in what is not a PDF', () => {
  expect(points(paperSizes.A4.widthMm)).toBeCloseTo(595.28, 2);
  expect(() => shapeOfPdf(new Uint8Array())).toThrow('no page');
  expect(() => shapeOfPdf(Buffer.from('/Type /Page /MediaBox [0 0 1 1]'))).toThrow('no page');
});
