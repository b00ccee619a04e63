import type { CaseEvent, CaseEventKind } from '../../shared/domain/case-events.ts';
import { fold } from '../../shared/domain/case-flow.ts';
import {
  answerFaults,
  isLowMark,
  questionSetOf,
  type RatingAnswer,
  type RatingSource,
  type RatingStage,
} from '../../shared/domain/rating.ts';
import { parseRatingCode } from '../../shared/domain/rating-code.ts';
import { AppError } from '../../shared/errors.ts';
import { eventsOf } from '../register/cases.ts';
import type { Reader } from '../register/connection.ts';
import {
  findRatingCode,
  insertRating,
  mintRatingCode,
  type Rating,
  type RatingCode,
} from '../register/ratings.ts';
import { countWrongTry, refuseGuessing } from './code-throttle.ts';
import { type CommandScope, type QueryScope, requireSettings } from './door.ts';

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

/** Throws ratingCodeUnknown, ratingCodeUsed, tooManyTries. A wrong check digit is a slip of the finger and counts nowhere. */
export function openRatingCode(
  { db, door, context }: Pick<QueryScope, 'db' | 'door' | 'context'>,
  typed: string,
): RatingCode & { code: string } {
  const { register, clock } = context;
  refuseGuessing(register, door, clock());
  const code = parseRatingCode(typed);
  if (code === undefined) throw new AppError('ratingCodeUnknown');
  const found = findRatingCode(db, code);
  if (found === undefined) {
    countWrongTry(register, door, clock());
    throw new AppError('ratingCodeUnknown');
  }
  if (found.isUsed) throw new AppError('ratingCodeUsed');
  return { ...found, code };
}

/** What of its case an answer keeps: nothing of the person. */
export function ratedThing(
  db: Reader,
  { caseId, stage }: Pick<RatingCode, 'caseId' | 'stage'>,
): RatedThing & { clerkId: number | null } {
  const events = eventsOf(db, caseId).map(({ event }) => event);
  const { procedure } = fold(events);
  const act = events.findLast(({ kind }) => stageOfEvent[kind] === stage);
  return {
    stage,
    procedureCode: procedure.code,
    procedureShortName: procedure.shortName,
    field: procedure.field,
    clerkId: act?.by.id ?? null,
  };
}

type RatedThing = Pick<Rating, 'stage' | 'procedureCode' | 'procedureShortName' | 'field'>;

/**
 * Stores one answer and its entry in the journal, and answers the clerk it names, if the office says so. Throws invalidInput
 * for what was not asked.
 * The entry says only that one more answer was given on this day: neither code, device, person, hour nor content. With one
 * entry an answer, answers can neither be added nor taken away unseen (`findUncountedRatings`), while the chain leads from no
 * answer to a case.
 */
export function writeRating(
  scope: CommandScope,
  thing: RatedThing & { clerkId: number | null },
  answer: RatingAnswer,
  how: { source: RatingSource; answeredOn: string },
): number | null {
  const { tx, now, context } = scope;
  const { rating, office } = requireSettings(tx, now);
  const set = questionSetOf(rating, context.questionSets);
  const fields = answerFaults(answer, set, rating.scale);
  if (Object.keys(fields).length > 0) throw new AppError('invalidInput', { fields });
  const { mark, ...answers } = answer;
  const clerkId = rating.namesClerk ? thing.clerkId : null;
  insertRating(tx, {
    ...thing,
    ...how,
    clerkId,
    point: office.counterName,
    questionSet: set.code,
    scale: rating.scale,
    mark,
    isLow: isLowMark(mark, rating.scale, rating.lowAtOrBelow),
    answers,
  });
  scope.recordOfDay('rating.answered', `ratings:${how.answeredOn}`);
  return clerkId;
}
