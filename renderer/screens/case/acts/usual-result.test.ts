import { expect, test } from 'vitest';
import { usualResult } from './usual-result.ts';

test.each([
  ['Giấy khai sinh', 'Giấy khai sinh'],
  ['Giấy khai sinh; thông tin đăng ký thường trú; thẻ bảo hiểm y tế', 'Giấy khai sinh'],
  [
    'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch',
    'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch',
  ],
  ['Văn bản chấp thuận (Phụ lục V) hoặc không chấp thuận', 'Văn bản chấp thuận'],
  ['Quyết định trợ cấp/điều chỉnh trợ cấp', 'Quyết định trợ cấp'],
  ['Quyết định tặng danh hiệu vinh dự.', 'Quyết định tặng danh hiệu vinh dự'],
  ['', ''],
])('%s is usually given back as %s', (result, usual) => {
  expect(usualResult(result)).toBe(usual);
});
