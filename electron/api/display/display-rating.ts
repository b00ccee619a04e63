import { z } from 'zod';
import { answerSchema, questionSetOf } from '../../../shared/domain/rating.ts';
import { AppError } from '../../../shared/errors.ts';
import type { RatingForm } from '../../../shared/views-rating.ts';
import type { Door } from '../../door.ts';
import { spendRatingCode } from '../../register/voice/ratings.ts';
import { command, requireSettings, signal } from '../door.ts';
import { countPulse } from '../voice/rating-pulses.ts';
import { openRatingCode, ratedThing, writeRating } from '../voice/rating-writing.ts';

const codeSchema = z.string().max(40);

/** Rating on the screen for citizens: nobody sits there, and it can only ask and answer. */
export const displayRatingRoutes = {
  /** What is asked for a code. Errors: ratingCodeUnknown, ratingCodeUsed, tooManyTries. */
  open: signal('display', z.object({ code: codeSchema }), (scope, { code }): RatingForm => {
    const { db, now, context } = scope;
    const { rating } = requireSettings(db, now);
    const { main, questions, reasons } = questionSetOf(rating, context.questionSets);
    const thing = ratedThing(db, openRatingCode(scope, code));
    return {
      scale: rating.scale,
      set: { main, questions, reasons },
      procedureName: thing.procedureShortName,
    };
  }),

  /**
   * One answer for one code, announced to nobody: who sees it come sees who gave it. Errors as for `open`, and invalidInput
   * for what was not asked.
   */
  answer: command('display', [], answerSchema.extend({ code: codeSchema }), (scope, input): void => {
    const { tx, now, door, context } = scope;
    const { code: typed, ...answer } = input;
    const opened = openRatingCode({ db: tx, door, context }, typed);
    const thing = ratedThing(tx, opened);
    if (!spendRatingCode(tx, opened.code)) throw new AppError('ratingCodeUsed');
    const clerkId = writeRating(scope, thing, answer, { source: 'ownScreen', answeredOn: now.today });
    countPulse(scope, clerkId);
  }),

  /** Somebody touches the offered rating: it stays. */
  keep: signal('display', z.object({ code: codeSchema }), ({ door, context }, { code }): void =>
    context.displays.at(deskOf(door)).keepRating(code),
  ),

  /** The offered rating was answered or put away. */
  close: signal('display', z.object({ code: codeSchema }), ({ door, context }, { code }): void =>
    context.displays.at(deskOf(door)).endRating(code),
  ),
};

const deskOf = (door: Door): string => (door.kind === 'display' ? door.desk : door.device);
