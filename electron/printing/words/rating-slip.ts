import type { Face } from '../slip-parts.ts';
import { latestRatingCode, type Worded, type WordSource } from './source.ts';

/** It names neither the case nor the person; the question is the office's, or that of the form's own wording. */
export function ratingSlipWords({
  ratingCodes,
  settings: { rating },
  text,
  now,
}: WordSource): Worded<'ratingSlip'> {
  const own = rating.ownSets.find(({ code }) => code === rating.questionSet);
  return {
    issuedAt: now,
    code: latestRatingCode(ratingCodes),
    question: own?.main ?? text.subject,
    marks: marks[rating.scale],
    reasons: own?.reasons ?? usualReasons,
  };
}

const marks: Record<3 | 5, readonly { label: string; face: Face }[]> = {
  3: [
    { label: 'Rất hài lòng', face: 2 },
    { label: 'Hài lòng', face: 1 },
    { label: 'Không hài lòng', face: -2 },
  ],
  5: [
    { label: 'Rất hài lòng', face: 2 },
    { label: 'Hài lòng', face: 1 },
    { label: 'Bình thường', face: 0 },
    { label: 'Không hài lòng', face: -1 },
    { label: 'Rất không hài lòng', face: -2 },
  ],
};

const usualReasons = ['Thái độ phục vụ', 'Chờ lâu', 'Hướng dẫn chưa rõ', 'Phải đi lại nhiều lần'];
