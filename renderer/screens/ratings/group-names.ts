import { ratingStages } from '../../../shared/domain/rating.ts';
import type { RatingFigures, RatingGroup } from '../../../shared/domain/rating-figures.ts';
import { ratingStageLabels } from '../../../shared/labels.ts';

export const groupNames = [
  { value: 'byProcedure', label: 'Thủ tục' },
  { value: 'byField', label: 'Lĩnh vực' },
  { value: 'byStage', label: 'Thời điểm' },
  { value: 'byPoint', label: 'Quầy' },
  { value: 'byClerk', label: 'Cán bộ' },
] as const;
export type GroupName = (typeof groupNames)[number]['value'];

/** The groups with the words people know them by. */
export function groupsOf(figures: RatingFigures, name: Exclude<GroupName, 'byClerk'>): RatingGroup[] {
  if (name !== 'byStage') return figures[name];
  return ratingStages.flatMap((stage) =>
    figures.byStage
      .filter(({ key }) => key === stage)
      .map((group) => ({ ...group, name: ratingStageLabels[stage] })),
  );
}
