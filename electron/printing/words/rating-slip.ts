import { questionSetOf } from '../../../shared/domain/rating.ts';
import type { Face } from '../slip-parts.ts';
import { latestRatingCode, type Worded, type WordSource } from './source.ts';

/** It names neither the case nor the person; it asks the question that the screen asks. */
export function ratingSlipWords({
  ratingCodes,
  settings: { rating },
  questionSets,
  now,
}: WordSource): Worded<'ratingSlip'> {
  const { main, reasons } = questionSetOf(rating, questionSets);
  return {
    issuedAt: now,
    code: latestRatingCode(ratingCodes),
    question: main,
    marks: marks[rating.scale],
    reasons,
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
