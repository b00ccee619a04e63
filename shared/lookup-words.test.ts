import { describe, expect, test } from 'vitest';
import { statuses } from './domain/case-status.ts';
import type { LookupFacts } from './domain/lookup.ts';
import { lookupWords } from './lookup-words.ts';

const facts = (override: Partial<LookupFacts>): LookupFacts => ({
  caseCode: 'H52.09.01-250424-0007',
  status: 'processing',
  isLate: false,
  isSetAside: false,
  returnChannel: 'counter',
  appointmentAt: null,
  lastDayOn: null,
  ...override,
});
const appointmentAt = '2025-04-28T09:15';
const come = '09:15 Thứ Hai, 28/04/2025';
const anyDay = 'Bất cứ lúc nào trong giờ làm việc';

describe('what the holder of a slip reads', () => {
  test.each([
    [{ status: 'registered', lastDayOn: '2025-04-28' }, 'Chờ tiếp nhận', /chậm nhất Thứ Hai, 28\/04/, null],
    [{ status: 'received', appointmentAt }, 'Đã tiếp nhận', come, /Giấy hẹn và căn cước/],
    [{ status: 'processing', appointmentAt }, 'Đang giải quyết', come, /lệ phí nếu chưa nộp/],
    [{ status: 'processing' }, 'Đang giải quyết', /Chưa có ngày hẹn/, /căn cước/],
    [{ status: 'processing', isLate: true, appointmentAt }, 'Đã quá ngày hẹn', /Hỏi quầy/, null],
    [{ status: 'received', isLate: true, appointmentAt }, 'Đã quá ngày hẹn', /Hỏi quầy/, null],
    [
      { status: 'awaitingSupplement', lastDayOn: '2025-05-09' },
      'Cần bổ sung giấy tờ',
      /Chậm nhất Thứ Sáu, 09\/05/,
      /ghi trên phiếu/,
    ],
    [{ status: 'awaitingPayment' }, 'Chờ nghĩa vụ tài chính', anyDay, /Thông báo/],
    [{ status: 'resolved' }, 'Đã có kết quả', anyDay, /Giấy hẹn và căn cước/],
    [{ status: 'resolved', isSetAside: true }, 'Đã có kết quả', anyDay, /Giấy hẹn/],
    [{ status: 'resolved', returnChannel: 'postal' }, 'Đã có kết quả', null, null],
    [{ status: 'resolved', returnChannel: 'online' }, 'Đã có kết quả', null, null],
    [{ status: 'returned' }, 'Đã trả kết quả', null, null],
    [{ status: 'rejected' }, 'Không tiếp nhận', null, null],
    [{ status: 'withdrawn' }, 'Đã rút hồ sơ', null, null],
    [{ status: 'stopped' }, 'Đã dừng giải quyết', null, null],
  ] as const)('%o', (given, title, expectedCome, bring) => {
    const words = lookupWords(facts(given));
    expect(words.title).toBe(title);
    if (expectedCome === null || typeof expectedCome === 'string') expect(words.come).toBe(expectedCome);
    else expect(words.come).toMatch(expectedCome);
    if (bring === null) expect(words.bring).toBeNull();
    else expect(words.bring).toMatch(bring);
  });

  test('a result that was put away is told so', () => {
    expect(lookupWords(facts({ status: 'resolved', isSetAside: true })).sentence).toContain('cất riêng');
  });

  test('no status is without words', () => {
    for (const status of statuses) expect(lookupWords(facts({ status })).sentence).not.toBe('');
  });
});
