import { ratingStages } from '../../../shared/domain/rating.ts';
import type { RatingFigures } from '../../../shared/domain/rating-figures.ts';
import type { RatingGroup } from '../../../shared/domain/rating-split.ts';
import { ratingStageLabels } from '../../../shared/labels.ts';

type Splits = NonNullable<RatingFigures['splits']>;
export type GroupName = keyof Splits;

export const groupNames: readonly { value: GroupName; label: string }[] = [
  { value: 'byProcedure', label: 'Thủ tục' },
  { value: 'byField', label: 'Lĩnh vực' },
  { value: 'byStage', label: 'Thời điểm' },
  { value: 'byPoint', label: 'Quầy' },
  { value: 'byClerk', label: 'Cán bộ' },
];

/** The groups with the words people know them by, and those that are too small together. */
export function groupsOf(splits: Splits, name: GroupName, least: number): RatingGroup[] {
  const { shown, joined } = splits[name];
  const named =
    name === 'byStage'
      ? ratingStages.flatMap((stage) =>
          shown
            .filter(({ key }) => key === stage)
            .map((group) => ({ ...group, name: ratingStageLabels[stage] })),
        )
      : shown;
  return joined.n === 0
    ? named
    : [...named, { key: 'joined', name: `Nhóm dưới n = ${least}, gộp theo tháng`, ...joined }];
}
