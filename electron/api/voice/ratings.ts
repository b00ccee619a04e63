import { z } from 'zod';
import { type LowRating, lowRatings } from '../../../shared/domain/low-ratings.ts';
import { daySchema } from '../../../shared/domain/person.ts';
import { answerSchema, isSatisfied, questionSetOf, ratingStages } from '../../../shared/domain/rating.ts';
import { ratingFigures, ratingWarnings } from '../../../shared/domain/rating-figures.ts';
import { isSplittable, shownProcedures } from '../../../shared/domain/rating-split.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QuestionFigures, RatingComment, RatingReport } from '../../../shared/views-rating.ts';
import { getProcedure } from '../../register/catalogue.ts';
import {
  countCodes,
  countDayCases,
  countQuestionMarks,
  countRatings,
  countReasons,
  listComments,
  listLowMarks,
  listPulses,
  type Span,
} from '../../register/voice/rating-figures.ts';
import { isRatingOfForm, spendRatingCode } from '../../register/voice/ratings.ts';
import { command, type QueryScope, query, requireSettings } from '../door.ts';
import { openRatingCode, ratedThing, writeRating } from './rating-writing.ts';

/** Answers are read by leaders alone; whoever types paper in can write and not read (NĐ 118/2025/NĐ-CP Đ29.3). */
const readers = ['leader'] as const;
const typists = ['clerk', 'officer', 'leader'] as const;

const spanSchema = z.object({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to);
const mostComments = 200;

const paperSchema = answerSchema.extend({
  /** Of one paper: it is one answer however often it is sent. */
  formKey: z.uuid(),
  answeredOn: daySchema,
  /** What the paper is about: the code that stands on it, or the procedure and when it was handed out. */
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('code'), code: z.string().max(40) }),
    z.object({
      kind: z.literal('procedure'),
      procedureCode: z.string().max(40),
      stage: z.enum(ratingStages),
    }),
  ]),
});

/**
 * Nothing here is announced to windows: a leader who sees a figure move while somebody stands at the counter knows who it was.
 * Windows ask again by themselves.
 */
export const ratingRoutes = {
  /** Every figure of a period, each with its n. Splits: only of a whole month, quarter or year that is over. */
  report: query(readers, spanSchema, (scope, span): RatingReport => {
    const { db, now } = scope;
    const { namesClerk, leastToSplit } = requireSettings(db, now).rating;
    const figures = ratingFigures(countRatings(db, span), leastToSplit, isSplittable(span, now.today));
    return {
      figures,
      codes: countCodes(db, span),
      questions: questionsOf(scope, span),
      reasons: countReasons(db, span),
      warnings: ratingWarnings(listPulses(db, span), figures, leastToSplit),
      namesClerk,
      leastToSplit,
    };
  }),

  /** What people wrote in the months of a period, the newest month first. */
  comments: query(readers, spanSchema, ({ db, now }, { from, to }): RatingComment[] => {
    const months = { from: `${from.slice(0, 7)}-01`, to: `${to.slice(0, 7)}-31` };
    const { leastToSplit } = requireSettings(db, now).rating;
    const shown = shownProcedures(countRatings(db, months), leastToSplit, now.today);
    return listComments(db, months, mostComments).map(({ procedureCode, ...comment }) => ({
      ...comment,
      procedureShortName: shown.has(`${comment.month} ${procedureCode}`) ? comment.procedureShortName : null,
    }));
  }),

  /** Today's low marks: what was not good, and about what as far as it leads to nobody; no hour, no name. */
  low: query(readers, z.void(), ({ db, now }): LowRating[] => {
    const { leastToSplit } = requireSettings(db, now).rating;
    return lowRatings(listLowMarks(db, now.today), countDayCases(db, now.today), leastToSplit);
  }),

  /**
   * An answer on paper, typed in; it stays marked as paper. With the code on it, one answer a code. The journal knows who typed.
   * Errors: ratingCodeUnknown, ratingCodeUsed, tooManyTries, unknownProcedure, invalidInput.
   */
  enterPaper: command(typists, [], paperSchema, (scope, { about, answeredOn, formKey, ...answer }): void => {
    const { tx, now } = scope;
    if (answeredOn > now.today) throw new AppError('invalidInput', { fields: { answeredOn: 'day' } });
    if (isRatingOfForm(tx, formKey)) return;
    if (about.kind === 'procedure') {
      const { code, shortName, field } = getProcedure(tx, about.procedureCode, answeredOn).procedure;
      const thing = {
        stage: about.stage,
        procedureCode: code,
        procedureShortName: shortName,
        field,
        clerkId: null,
      };
      writeRating(scope, thing, answer, { source: 'uncodedPaper', answeredOn, formKey });
      return;
    }
    const opened = openRatingCode({ ...scope, db: tx }, about.code);
    // Nobody answered on a paper before it was handed out.
    if (answeredOn < opened.issuedOn) throw new AppError('invalidInput', { fields: { answeredOn: 'day' } });
    const thing = ratedThing(tx, opened);
    if (!spendRatingCode(tx, opened.code)) throw new AppError('ratingCodeUsed');
    writeRating(scope, thing, answer, { source: 'paper', answeredOn, formKey });
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
