import { describe, expect, it } from 'vitest';
import { actNames, refusalCodes } from './domain/case-flow.ts';
import { refusalWords, refusedAct } from './refusal-words.ts';

describe('refusalWords', () => {
  it('says something of its own for every reason, without a full stop', () => {
    const said = refusalCodes.map((code) =>
      refusalWords({ act: 'stop', status: 'processing', refusal: { code, on: '2026-04-29' } }),
    );
    expect(new Set(said).size).toBe(refusalCodes.length);
    for (const words of said) expect(words).toMatch(/^\p{Lu}.*[^.]$/u);
  });

  it('names the article and the day that the reason turns on', () => {
    const late = {
      act: 'extend',
      status: 'processing',
      refusal: { code: 'tooLate', on: '2025-04-29' },
    } as const;
    expect(refusalWords(late)).toBe(
      'Phải báo trước hạn ít nhất 1 ngày, muộn nhất 29/04 (NĐ 118/2025 Điều 19.6)',
    );
    expect(refusalWords({ ...late, refusal: { code: 'overdue' } })).toContain('In Thư xin lỗi');
    const second = {
      act: 'askSupplement',
      status: 'processing',
      refusal: { code: 'secondSupplement' },
    } as const;
    expect(refusalWords(second)).toBe('Chỉ được yêu cầu bổ sung một lần (NĐ 118/2025 Điều 11.2c, 16.3)');
  });

  it('says what stands in the way in each status', () => {
    const status = { code: 'status' } as const;
    expect(refusalWords({ act: 'return', status: 'processing', refusal: status })).toBe('Chưa có kết quả');
    expect(refusalWords({ act: 'askSupplement', status: 'received', refusal: status })).toBe(
      'Chuyển xử lý trước',
    );
    expect(refusalWords({ act: 'withdraw', status: 'resolved', refusal: status })).toMatch(/Điều 21/);
    for (const act of actNames)
      expect(refusalWords({ act, status: 'returned', refusal: { code: 'finished' } })).toBe(
        'Hồ sơ đã kết thúc: đã trả kết quả',
      );
  });

  it('lists who may do an act that the role forbids', () => {
    expect(
      refusalWords({ act: 'confirmPayment', status: 'awaitingPayment', refusal: { code: 'role' } }),
    ).toBe('Cần cán bộ tiếp nhận, công chức chuyên môn hoặc người thu tiền');
  });
});

describe('refusedAct', () => {
  it('reads the refusal of the door, and nothing else', () => {
    expect(refusedAct({ act: 'extend', status: 'processing', refusal: 'tooLate', on: '2025-04-29' })).toEqual(
      {
        act: 'extend',
        status: 'processing',
        refusal: { code: 'tooLate', on: '2025-04-29' },
      },
    );
    expect(refusedAct({ act: 'reject', refusal: 'role' })).toMatchObject({ status: 'registered' });
    expect(refusedAct({ status: 'processing' })).toBeUndefined();
  });
});
