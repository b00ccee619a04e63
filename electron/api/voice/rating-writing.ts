import type { CaseEvent, CaseEventKind } from '../../../shared/domain/case-events.ts';
import { fold } from '../../../shared/domain/case-flow.ts';
import {
  answerFaults,
  isLowMark,
  questionSetOf,
  type RatingAnswer,
  type RatingSource,
  type RatingStage,
} from '../../../shared/domain/rating.ts';
import { parseRatingCode } from '../../../shared/domain/rating-code.ts';
import { AppError } from '../../../shared/errors.ts';
import { askerOf } from '../../door.ts';
import { eventsOf } from '../../register/cases/cases.ts';
import type { Reader } from '../../register/connection.ts';
import {
  findRatingCode,
  insertRating,
  mintRatingCode,
  owesJournal,
  type Rating,
  type RatingCode,
} from '../../register/voice/ratings.ts';
import { counterNameOf } from '../counter-name.ts';
import { type CommandScope, type QueryScope, requireSettings } from '../door.ts';

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

/**
 * Throws ratingCodeUnknown, ratingCodeUsed, tooManyTries. A wrong check digit is a slip of the finger and counts nowhere; the
 * code that the clerk offers on this screen is no guess.
 */
export function openRatingCode(
  { db, door, context }: Pick<QueryScope, 'db' | 'door' | 'context'>,
  typed: string,
): OpenRatingCode {
  const { guesses, clock } = context;
  const code = parseRatingCode(typed);
  if (code === undefined) throw new AppError('ratingCodeUnknown');
  const who = askerOf(door);
  const seconds = isOffered({ door, context }, code) ? 0 : guesses.waitOf(who, clock());
  if (seconds > 0) throw new AppError('tooManyTries', { seconds });
  const found = findRatingCode(db, code);
  if (found === undefined) {
    guesses.missed(who, clock());
    throw new AppError('ratingCodeUnknown');
  }
  if (found === 'used') throw new AppError('ratingCodeUsed');
  return { ...found, code };
}

type OpenRatingCode = RatingCode & { code: string };

function isOffered({ door, context }: Pick<QueryScope, 'door' | 'context'>, code: string): boolean {
  if (door.kind !== 'display') return false;
  const state = context.displays.at(door.desk).state();
  return state.kind === 'rating' && state.offer.code === code;
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
 * Stores one answer, and answers the clerk it names, if the office says so. Throws invalidInput for what was not asked.
 *
 * The journal counts answers, so that they can neither be added nor taken away unseen (`findUncountedRatings`): those of the
 * screen by day, once the day is over, because an entry's place among the others tells its hour; a paper at once and with who
 * typed it, because whoever holds a paper knows it anyway. Neither holds content.
 */
export function writeRating(
  scope: CommandScope,
  thing: RatedThing & { clerkId: number | null },
  answer: RatingAnswer,
  how: { source: RatingSource; answeredOn: string; formKey?: string },
): number | null {
  const { tx, now, context, door } = scope;
  const { formKey, source, answeredOn } = how;
  const settings = requireSettings(tx, now);
  const { rating, office } = settings;
  const set = questionSetOf(rating, context.questionSets);
  const fields = answerFaults(answer, set, rating.scale);
  if (Object.keys(fields).length > 0) throw new AppError('invalidInput', { fields });
  const { mark, ...answers } = answer;
  const clerkId = rating.namesClerk ? thing.clerkId : null;
  const row = {
    ...thing,
    source,
    answeredOn,
    clerkId,
    // A paper is typed anywhere; a screen stands at its counter.
    point: door.kind === 'display' ? counterNameOf(tx, settings, door.desk) : office.counterName,
    questionSet: set.code,
    scale: rating.scale,
    mark,
    isLow: isLowMark(mark, rating.scale, rating.lowAtOrBelow),
    answers,
  };
  insertRating(tx, row, formKey);
  if (source === 'ownScreen') owesJournal(tx, answeredOn);
  else scope.record('rating.paperEntered', `ratings:${answeredOn}`, { answers: 1, source });
  return clerkId;
}
