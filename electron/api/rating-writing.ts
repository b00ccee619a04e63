import type { CaseEvent, CaseEventKind } from '../../shared/domain/case-events.ts';
import type { RatingStage } from '../../shared/domain/rating.ts';
import { mintRatingCode } from '../register/ratings.ts';
import type { CommandScope } from './door.ts';

/** A rating slip goes out with the acknowledgement, the supplement slip and the rejection slip (TT 01 Đ12.2), and at return. */
const stageOfEvent: Partial<Record<CaseEventKind, RatingStage>> = {
  received: 'reception',
  accepted: 'reception',
  supplementRequested: 'supplement',
  rejected: 'rejection',
  returned: 'return',
};

/** Makes the code that the slips of an event carry, in the event's own transaction. */
export function codesForEvent({ tx, now }: CommandScope, caseId: number, { kind }: CaseEvent): void {
  const stage = stageOfEvent[kind];
  if (stage !== undefined) mintRatingCode(tx, { caseId, stage, on: now.today });
}
