import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { refusalReason } from './refusal-reason.ts';

const received = {
  status: 'received',
  holder: { id: 1, name: 'Lò Thị Mai' },
  endedAt: null,
  returnedAt: null,
  appointment: { limit: { kind: 'workingDays', value: 3 } },
} as unknown as CaseState;
const sameDay = { ...received, appointment: { limit: { kind: 'sameDay' } } } as unknown as CaseState;

describe('refusalReason', () => {
  it('says nothing of an act that is allowed', () => {
    expect(refusalReason('handover', received, ['clerk'])).toBe('');
    expect(refusalReason('resolve', sameDay, ['clerk'])).toBe('');
  });

  it('sends a case of several days on before it is resolved', () => {
    expect(refusalReason('resolve', received, ['clerk'])).toMatch(/^chuyển xử lý trước/);
  });

  it('names the state before the role', () => {
    expect(refusalReason('handover', received, ['leader'])).toMatch(/cán bộ tiếp nhận/);
    expect(refusalReason('return', received, ['leader'])).toBe('chưa có kết quả');
    const resolved = { ...received, status: 'resolved', endedAt: '2025-04-24T10:00' } as CaseState;
    expect(refusalReason('resolve', resolved, ['clerk'])).toBe('đã có kết quả 24/04');
  });
});
