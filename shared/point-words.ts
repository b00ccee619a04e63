import type { PointKind } from './domain/reception-point.ts';

/** What each kind of reception point is called. */
export const pointKindLabels: Record<PointKind, string> = {
  counter: 'Quầy khác',
  neighbourhood: 'Tổ dân phố, thôn',
  agent: 'Đại lý dịch vụ công',
  post: 'Bưu điện',
};
