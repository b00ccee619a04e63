import { z } from 'zod';
import { daySchema } from '../../shared/domain/person.ts';
import { answerSchema, isSatisfied, questionSetOf } from '../../shared/domain/rating.ts';
import { ratingFigures, ratingWarnings } from '../../shared/domain/rating-figures.ts';
import { AppError } from '../../shared/errors.ts';
import type { LowRating, QuestionFigures, RatingComment, RatingReport } from '../../shared/views-rating.ts';
import { getProcedure } from '../register/catalogue.ts';
import {
  countCodes,
  countQuestionMarks,
  countRatings,
  countReasons,
  listComments,
  listLowRatings,
  listPulses,
  type Span,
} from '../register/rating-figures.ts';
import { spendRatingCode } from '../register/ratings.ts';
import { command, type QueryScope, query, requireSettings } from './door.ts';
import { openRatingCode, ratedThing, writeRating } from './rating-writing.ts';

/** Answers are read by leaders alone; whoever types paper in can write and not read (NĐ 118/2025/NĐ-CP Đ29.3). */
const readers = ['leader'] as const;
const typists = ['clerk', 'officer', 'leader'] as const;

const spanSchema = z.object({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to);
const mostComments = 200;

const paperSchema = answerSchema.extend({
  answeredOn: daySchema,
  /** What the paper is about: the code that stands on it, or the procedure alone. */
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('code'), code: z.string().max(40) }),
    z.object({ kind: z.literal('procedure'), procedureCode: z.string().max(40) }),
  ]),
});

export const ratingRoutes = {
  /** Every figure of a period, each with its n. */
  report: query(readers, spanSchema, (scope, span): RatingReport => {
    const { db, now } = scope;
    const { namesClerk, leastToSplit } = requireSettings(db, now).rating;
    return {
      figures: ratingFigures(countRatings(db, span), leastToSplit),
      codes: countCodes(db, span),
      questions: questionsOf(scope, span),
      reasons: countReasons(db, span),
      warnings: ratingWarnings(listPulses(db, span), leastToSplit),
      namesClerk,
      leastToSplit,
    };
  }),

  /** What people wrote, newest day first. */
  comments: query(readers, spanSchema, ({ db }, span): RatingComment[] =>
    listComments(db, span, mostComments),
  ),

  /** Today's low marks: which procedure, what was not good; no hour, no name. */
  low: query(readers, z.void(), ({ db, now }): LowRating[] => listLowRatings(db, now.today)),

  /**
   * An answer on paper, typed in; it stays marked as paper. With the code on it, one answer a code.
   * Errors: ratingCodeUnknown, ratingCodeUsed, tooManyTries, unknownProcedure, invalidInput.
   */
  enterPaper: command(typists, ['ratings'], paperSchema, (scope, { about, answeredOn, ...answer }): void => {
    const { tx, now } = scope;
    if (answeredOn > now.today) throw new AppError('invalidInput', { fields: { answeredOn: 'day' } });
    const how = { source: 'paper', answeredOn } as const;
    if (about.kind === 'procedure') {
      const { code, shortName, field } = getProcedure(tx, about.procedureCode, answeredOn).procedure;
      const thing = {
        stage: 'return',
        procedureCode: code,
        procedureShortName: shortName,
        field,
        clerkId: null,
      } as const;
      writeRating(scope, thing, answer, how);
      return;
    }
    const opened = openRatingCode({ ...scope, db: tx }, about.code);
    if (!spendRatingCode(tx, opened.code)) throw new AppError('ratingCodeUsed');
    writeRating(scope, ratedThing(tx, opened), answer, how);
  }),
};

/** The optional questions, in the order of today's set; those that are not asked any more after them. */
function questionsOf({ db, now, context }: QueryScope, span: Span): QuestionFigures[] {
  const asked = questionSetOf(requireSettings(db, now).rating, context.questionSets).questions;
  const rows = [
    ...Map.groupBy(countQuestionMarks(db, span), ({ code, scale }) => `${code}/${scale}`).values(),
  ];
  const placeOf = (code: string) => asked.findIndex((one) => one.code === code) >>> 0;
  return rows
    .flatMap((group): QuestionFigures[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { code, scale } = first;
      const sum = (of: typeof group) => of.reduce((total, { count }) => total + count, 0);
      return [
        {
          code,
          text: asked.find((one) => one.code === code)?.text ?? code,
          scale,
          n: sum(group),
          satisfied: sum(group.filter(({ mark }) => isSatisfied(mark, scale))),
        },
      ];
    })
    .sort((a, b) => placeOf(a.code) - placeOf(b.code));
}
