import type { CatalogueFact } from '../../../shared/views-leader.ts';

/** A part of the catalogue, as it was in force on a day: what a figure about procedures counted. */
export const cataloguePath = (only: CatalogueFact, day: string): string =>
  `/danh-muc?chi=${only}&ngay=${day}`;

export const catalogueFactWords: Record<CatalogueFact, string> = {
  sameDay: 'trả kết quả trong ngày',
  fullOnline: 'toàn trình',
};
